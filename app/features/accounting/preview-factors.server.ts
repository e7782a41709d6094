import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { FactorRow } from '~/core/ledger-terms'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { calendarYear } from '~/core/period'
import { factorSetOf } from '~/features/carbon/model/factors'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { listEstimatedRows } from './queries/indicators.server'

/** Net emissions of a family's handovers, grams CO2e: as the ledger keeps them, and as a table would make them. */
export type FamilyEffect = {
  material: MaterialType
  handovers: number
  keptG: number | null
  recomputedG: number | null
}
export type FactorEffect = { year: number; families: FamilyEffect[]; keptG: number; recomputedG: number }

/** What a table of factors would make of this year's handovers, beside what the ledger keeps. Nothing is written. */
export async function previewFactors(rows: readonly FactorRow[]): Promise<FactorEffect> {
  const year = Number(isoDayOf(nowMs()).slice(0, 4))
  const factorSet = factorSetOf('preview', `${year}-01-01`, rows)
  const families = new Map<MaterialType, FamilyEffect>()
  for (const row of await listEstimatedRows(calendarYear(year))) {
    const { material, massG, straightM, truck, emptyReturnPct } = row
    const family = families.get(material) ?? { material, handovers: 0, keptG: null, recomputedG: null }
    families.set(material, family)
    family.handovers += 1
    family.keptG = added(family.keptG, row.netAvoidedGCo2e)
    if (straightM === null) continue
    const net = netBenefit({
      ...{ material, massG, straightKm: straightM / 1000, factorSet },
      truck: truck ?? undefined,
      emptyReturn: (emptyReturnPct ?? 100) / 100,
    })
    family.recomputedG = added(family.recomputedG, net.ok ? net.netG : null)
  }
  const all = MATERIAL_TYPES.flatMap((material) => families.get(material) ?? [])
  return {
    year,
    families: all,
    keptG: all.reduce((sum, { keptG }) => sum + (keptG ?? 0), 0),
    recomputedG: all.reduce((sum, { recomputedG }) => sum + (recomputedG ?? 0), 0),
  }
}

function added(sum: number | null, netG: number | null): number | null {
  return netG === null ? sum : (sum ?? 0) + netG
}
