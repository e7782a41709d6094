import type { AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValues } from '~/core/attributes/values'
import type { WantedAttributes } from '~/core/attributes/wanted'
import { type DayInterval, lengthDays, overlapDays } from '~/core/days'
import { estimatedRoadKm, type GeoPoint, greatCircleKm } from '~/core/geo-point'
import { massGOfUnits } from '~/core/material-masses'
import type { MaterialType } from '~/core/material-types'
import { massGOf, type Unit } from '~/core/units'
import { netBenefit, type NetBenefit, type NoClaim } from '~/features/carbon/model/net-benefit'
import { judgeSheets } from './judge-sheets'
import {
  carbonValue,
  centiPoints,
  conditionValue,
  coverValue,
  datesValue,
  distanceValue,
  fitValue,
  priceValue,
} from './score-parts'
import { materialFit } from './substitutions'
import type { Scoring } from './scoring'
import { SCORE_PARTS, type ScorePartKey, type Weights } from './weights'

/**
 * Names the filters, parts, substitutions and rounding of `scorePair`. It changes with any of them, so that nobody takes
 * a score of another formula for one of this; weights and emission factors have versions of their own.
 */
export const FORMULA_VERSION = 'v2'

/** Five steps, 1 (for parts) to 5 (as new). */
export type Condition = 1 | 2 | 3 | 4 | 5

/** What both sides of a pair have. Quantities of mass are in kg on both sides, as units must be the same to match. */
export type MatchSide = {
  id: string
  material: MaterialType
  unit: Unit
  point: GeoPoint
  window: DayInterval
}

/** A lot as the score sees it: `quantityMilli` is what is still free. */
export type MatchLot = MatchSide & {
  quantityMilli: number
  condition: Condition
  /** Cents ex-VAT per whole unit; 0 is a gift. */
  unitPriceCents: number
  /** Grams per whole unit; null when unknown. */
  massGPerUnit: number | null
  attributes: AttributeValues
}

/** A need as the score sees it: `quantityMilli` is what is still wanted. */
export type MatchNeed = MatchSide & {
  quantityMilli: number
  /** Great-circle kilometres. */
  radiusKm: number
  minCondition: Condition
  /** Cents ex-VAT per whole unit; null when not stated. */
  budgetUnitCents: number | null
  /** What a lot must not contradict. */
  wanted: WantedAttributes
}

/** A term of the total: `points` = 100 × weight × value, rounded to hundredths. */
export type ScorePart = { key: ScorePartKey; weight: number; value: number; points: number }

/** The filter that a pair fails. */
export type NoMatchReason =
  'material' | 'unit' | 'nothing-free' | 'condition' | 'dates' | 'attributes' | 'too-far'
export type NoMatch = {
  ok: false
  reason: NoMatchReason
  /** For `attributes`: the first that the lot contradicts. */
  attribute?: AttributeKey
}

export type PairScore = {
  ok: true
  /** 0 to 100, the exact sum of the points of the parts, in hundredths. */
  score: number
  parts: ScorePart[]
  straightKm: number
  /** Estimate from the great circle. */
  roadKm: number
  overlapDays: number
  /** What the lot would give of what the need wants, in their common unit. */
  coveredMilli: number
  /** For the covered quantity. Not ok: the carbon part is 0 and the reason says why. */
  net: NetBenefit | NoClaim
  /** Attributes that the need asks for and the lot does not tell: a person asks before coming. */
  toCheck: AttributeKey[]
} & ScoreVersions

/** All that a score depends on beside its two sides. */
export type ScoreVersions = {
  formulaVersion: string
  weightsVersion: string
  factorVersion: string
}

/**
 * Scores a pair: filters first, in the order of `NoMatchReason`, then `S = 100·Σ w·u` over the seven parts.
 * Each part is rounded to hundredths and the total is their sum, so the explanation adds up to the digit;
 * the total lies within 0.035 of the unrounded one. Pages take the weights and factors in force,
 * `scoringInForce`.
 */
export function scorePair(lot: MatchLot, need: MatchNeed, scoring: Scoring): PairScore | NoMatch {
  const substitution = materialFit(lot.material, need.material)
  const reason = substitution === 0 ? 'material' : refusalOf(lot, need)
  if (reason) return { ok: false, reason }
  const { failed, toCheck } = judgeSheets(lot, need)
  if (failed[0]) return { ok: false, reason: 'attributes', attribute: failed[0] }
  const straightKm = greatCircleKm(lot.point, need.point)
  if (!isWithin(straightKm, need)) return { ok: false, reason: 'too-far' }

  return scoreOf(
    {
      offered: lot.material,
      unit: lot.unit,
      substitution,
      toCheck,
      straightKm,
      radiusKm: need.radiusKm,
      overlapDays: overlapDays(lot.window, need.window),
      wantedDays: lengthDays(need.window),
      freeMilli: lot.quantityMilli,
      wantedMilli: need.quantityMilli,
      condition: lot.condition,
      minCondition: need.minCondition,
      massGPerUnit: lot.massGPerUnit,
      unitPriceCents: lot.unitPriceCents,
      budgetUnitCents: need.budgetUnitCents,
    },
    scoring,
  )
}

/** All that the score reads of a pair that passes the filters. */
export type PassedPair = Pick<MatchLot, 'unit' | 'massGPerUnit' | 'unitPriceCents'> &
  Pick<MatchNeed, 'radiusKm' | 'budgetUnitCents'> &
  Pick<PairScore, 'straightKm' | 'overlapDays' | 'toCheck'> & {
    offered: MaterialType
    /** Of the offered material for the wanted one. */
    substitution: number
    wantedDays: number
    freeMilli: number
    wantedMilli: number
    condition: number
    minCondition: number
  }

/** Scores a pair that passes the filters: for `scorePair`, and for those who keep the numbers of many. */
export function scoreOf(pair: PassedPair, { weights, factors }: Scoring): PairScore {
  const { unit, substitution, straightKm, toCheck, freeMilli, wantedMilli } = pair
  const coveredMilli = Math.min(freeMilli, wantedMilli)
  const net = netBenefit({
    material: pair.offered,
    massG: coveredMassG(unit, coveredMilli, pair.massGPerUnit),
    straightKm,
    // A makeshift replaces less new material than the thing itself.
    substitution,
    factorSet: factors,
  })
  const parts = partsOf(weights, {
    fit: fitValue(substitution, toCheck.length),
    distance: distanceValue(straightKm, pair.radiusKm),
    dates: datesValue(pair.overlapDays, pair.wantedDays),
    cover: coverValue(freeMilli, wantedMilli),
    condition: conditionValue(pair.condition, pair.minCondition),
    carbon: carbonValue(net),
    price: priceValue(pair.unitPriceCents, pair.budgetUnitCents),
  })
  return {
    ok: true,
    score: parts.reduce((sum, part) => sum + Math.round(part.points * 100), 0) / 100,
    parts,
    straightKm,
    roadKm: estimatedRoadKm(straightKm),
    overlapDays: pair.overlapDays,
    coveredMilli,
    net,
    toCheck,
    formulaVersion: FORMULA_VERSION,
    weightsVersion: weights.version,
    factorVersion: factors.version,
  }
}

/** Every filter that a pair fails, in their order; empty exactly when `scorePair` scores it. */
export function failuresOf(lot: MatchLot, need: MatchNeed): NoMatch[] {
  const reasons: NoMatchReason[] = materialFit(lot.material, need.material) === 0 ? ['material'] : []
  for (const [reason, passes] of PLAIN_FILTERS) if (!passes(lot, need)) reasons.push(reason)
  const { failed } = judgeSheets(lot, need)
  return [
    ...reasons.map((reason): NoMatch => ({ ok: false, reason })),
    ...failed.map((attribute): NoMatch => ({ ok: false, reason: 'attributes', attribute })),
    ...(isWithin(greatCircleKm(lot.point, need.point), need)
      ? []
      : [{ ok: false, reason: 'too-far' } satisfies NoMatch]),
  ]
}

type PlainReason = Exclude<NoMatchReason, 'material' | 'attributes' | 'too-far'>
type Passes = (lot: MatchLot, need: MatchNeed) => boolean

/** The filters that need neither sheets nor geometry, in order. */
const PLAIN_FILTERS: readonly (readonly [PlainReason, Passes])[] = [
  ['unit', (lot, need) => lot.unit === need.unit],
  ['nothing-free', (lot, need) => lot.quantityMilli > 0 && need.quantityMilli > 0],
  ['condition', (lot, need) => lot.condition >= need.minCondition],
  ['dates', (lot, need) => overlapDays(lot.window, need.window) >= 1],
]

function refusalOf(lot: MatchLot, need: MatchNeed): PlainReason | null {
  return PLAIN_FILTERS.find(([, passes]) => !passes(lot, need))?.[0] ?? null
}

function isWithin(straightKm: number, need: MatchNeed): boolean {
  return straightKm <= need.radiusKm
}

/** Grams of a covered quantity: exact in units of mass, else by the mass of a unit; null when that is unknown. */
export function coveredMassG(unit: Unit, coveredMilli: number, massGPerUnit: number | null): number | null {
  const exact = massGOf(coveredMilli, unit)
  if (exact !== null || massGPerUnit === null) return exact
  return massGOfUnits(coveredMilli, massGPerUnit)
}

function partsOf(weights: Weights, values: Record<ScorePartKey, number>): ScorePart[] {
  return SCORE_PARTS.map((key) => {
    const weight = weights.of[key]
    const value = values[key]
    return { key, weight, value, points: centiPoints(weight, value) / 100 }
  })
}
