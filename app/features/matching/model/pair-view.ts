import type { AttributeKey } from '~/core/attributes/definitions'
import { lengthDays } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import type { PairScore, ScorePart, ScoreVersions } from './score'

/** Net emissions avoided in kgCO2e, transport deducted; or why nothing is claimed. */
export type CarbonView =
  { ok: true; netKg: number; transportKg: number } | { ok: false; reason: 'no-factor' | 'no-mass' }

/**
 * A scored pair with the facts that its reasons name, as plain data for pages and exports.
 * Quantities are thousandths of `unit`, the common unit of the pair (tonnes are compared as kilograms).
 */
export type PairView = ScoreVersions & {
  /** 0 to 100, the exact sum of the points of `parts`. */
  score: number
  parts: ScorePart[]
  offered: MaterialType
  wanted: MaterialType
  straightKm: number
  roadKm: number
  radiusKm: number
  overlapDays: number
  wantedDays: number
  unit: Unit
  coveredMilli: number
  wantedMilli: number
  condition: number
  minCondition: number
  /** Cents ex-VAT per unit, each in the unit of its own side. */
  price: { unitCents: number; unit: Unit }
  budget: { unitCents: number; unit: Unit } | null
  carbon: CarbonView
  /** Attributes asked for that the lot does not tell. */
  toCheck: AttributeKey[]
}

type LotFacts = Pick<LotView, 'material' | 'condition' | 'unit' | 'unitPriceCents'>
type NeedFacts = Pick<
  NeedView,
  | 'material'
  | 'unit'
  | 'openMilli'
  | 'neededFrom'
  | 'neededUntil'
  | 'radiusKm'
  | 'minCondition'
  | 'budgetUnitCents'
>

/** The view of a pair, from its score and the two sides that were scored. */
export function pairViewOf(lot: LotFacts, need: NeedFacts, pair: PairScore): PairView {
  const inKg = need.unit === 't'
  return {
    score: pair.score,
    formulaVersion: pair.formulaVersion,
    weightsVersion: pair.weightsVersion,
    factorVersion: pair.factorVersion,
    parts: pair.parts,
    offered: lot.material,
    wanted: need.material,
    straightKm: pair.straightKm,
    roadKm: pair.roadKm,
    radiusKm: need.radiusKm,
    overlapDays: pair.overlapDays,
    wantedDays: lengthDays({ from: need.neededFrom, until: need.neededUntil }),
    unit: inKg ? 'kg' : need.unit,
    coveredMilli: pair.coveredMilli,
    wantedMilli: inKg ? need.openMilli * 1000 : need.openMilli,
    condition: lot.condition,
    minCondition: need.minCondition,
    price: { unitCents: lot.unitPriceCents, unit: lot.unit },
    budget: need.budgetUnitCents === null ? null : { unitCents: need.budgetUnitCents, unit: need.unit },
    carbon: pair.net.ok
      ? { ok: true, netKg: pair.net.netG / 1000, transportKg: pair.net.transportG / 1000 }
      : { ok: false, reason: pair.net.reason },
    toCheck: pair.toCheck,
  }
}
