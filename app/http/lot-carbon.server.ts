import { greatCircleKm } from '~/core/geo-point'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { factorSetOn } from '~/features/carbon/queries.server'
import { listCommunes } from '~/features/communes/queries.server'
import { massOfPart, type LotView } from '~/features/lots/model/lot'

/** A trip assumed for readers whose place is not known, great-circle km. */
const ASSUMED_KM = 10

/** Net emissions of taking all that is free (the whole lot once nothing is), in kgCO2e; or why none is claimed. */
export async function lotCarbon(lot: LotView, takerCommune: string | null | undefined) {
  const massG = massOfPart(lot, lot.availableMilli || lot.quantityMilli)
  const straightKm = takerCommune ? await kmBetween(lot.communeCode, takerCommune) : ASSUMED_KM
  const factorSet = await factorSetOn()
  const net = netBenefit({ material: lot.material, massG, straightKm, factorSet })
  if (!net.ok || massG === null)
    return { ok: false as const, reason: net.ok ? ('no-mass' as const) : net.reason }
  return {
    ok: true as const,
    massG,
    straightKm,
    netKg: net.netG / 1000,
    lowKg: net.lowG / 1000,
    highKg: net.highG / 1000,
    source: factorSet.source,
    year: String(factorSet.year),
  }
}

async function kmBetween(a: string, b: string): Promise<number> {
  const communes = await listCommunes()
  const [from, to] = [a, b].map((code) => communes.find((commune) => commune.code === code))
  return from && to ? greatCircleKm(from, to) : ASSUMED_KM
}
