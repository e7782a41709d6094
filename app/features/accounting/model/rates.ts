/**
 * A share that always carries its numerator and denominator, in grams.
 * `rate` is a fraction (0.25 for 25 %), null without a denominator; `flagged` marks a numerator above the denominator,
 * a rate over 100 % that must never be shown without a warning.
 */
export type Rate = { rate: number | null; numeratorG: number; denominatorG: number; flagged: boolean }

/** Divides two masses in grams. Throws when either is negative or not finite: masses are summed from checked records. */
export function rateOf(numeratorG: number, denominatorG: number): Rate {
  for (const massG of [numeratorG, denominatorG]) {
    if (!(massG >= 0) || !Number.isFinite(massG)) throw new RangeError(`${massG} is no mass`)
  }
  const rate = denominatorG > 0 ? numeratorG / denominatorG : null
  return { rate, numeratorG, denominatorG, flagged: rate !== null && numeratorG > denominatorG }
}

/**
 * Taux de réemploi local, the headline: mass handed over for reuse, whenever, from the sites of a cohort
 * (`cohort.ts`) ÷ mass inventoried at those sites. A local indicator: French law defines no rate for a commune.
 * Null, «sans dénominateur», when nothing was inventoried.
 */
export function localReuseRate({
  inventoriedG,
  handedOverG,
}: {
  inventoriedG: number
  handedOverG: number
}): Rate {
  return rateOf(handedOverG, inventoriedG)
}

/** Taux de réalisation: mass handed over ÷ mass that the inventories identify as reusable. */
export function realisationRate({
  identifiedReusableG,
  handedOverG,
}: {
  identifiedReusableG: number
  handedOverG: number
}): Rate {
  return rateOf(handedOverG, identifiedReusableG)
}

/** A confirmed handover as proximity sees it; what is unknown of its destination is null. */
export type ProximityHandover = {
  massG: number
  fromCommune: string
  toCommune: string | null
  /** Great-circle distance between the two sites, km. */
  straightKm: number | null
  toMetropole: boolean | null
}

export type ProximityShares = {
  totalG: number
  sameCommune: Rate
  within10Km: Rate
  inMetropole: Rate
  /** Mass whose commune of arrival is unknown. It weighs in every denominator. */
  unknownG: number
}

const NEAR_KM = 10

/**
 * Réemploi de proximité: the shares of the handed-over mass that stayed in its commune, within 10 km, and in the
 * Métropole. A destination that is not known is not near: shares can only be understated by missing data.
 */
export function proximityShares(handovers: readonly ProximityHandover[]): ProximityShares {
  const total = sumMassG(handovers)
  const share = (near: (handover: ProximityHandover) => boolean) =>
    rateOf(sumMassG(handovers.filter(near)), total)
  return {
    totalG: total,
    sameCommune: share(({ fromCommune, toCommune }) => toCommune === fromCommune),
    within10Km: share(({ straightKm }) => straightKm !== null && straightKm <= NEAR_KM),
    inMetropole: share(({ toMetropole }) => toMetropole === true),
    unknownG: sumMassG(handovers.filter(({ toCommune }) => toCommune === null)),
  }
}

function sumMassG(handovers: readonly ProximityHandover[]): number {
  return handovers.reduce((sum, { massG }) => sum + massG, 0)
}

/** From the survey to the handover: inventorié → déposé → publié → réservé → remis. */
export const FUNNEL_STAGES = ['inventoried', 'removed', 'published', 'reserved', 'handedOver'] as const
export type FunnelStage = (typeof FUNNEL_STAGES)[number]

export type FunnelStep = {
  stage: FunnelStage
  massG: number
  ofInventoried: Rate
  /** Null for the first stage. Flagged where a stage outweighs the one before: something skipped a record. */
  ofPrevious: Rate | null
}

/** The funnel of a cohort, from the mass that reached each stage, in grams. */
export function funnel(massG: Readonly<Record<FunnelStage, number>>): FunnelStep[] {
  return FUNNEL_STAGES.map((stage, index) => {
    const previous = FUNNEL_STAGES[index - 1]
    return {
      stage,
      massG: massG[stage],
      ofInventoried: rateOf(massG[stage], massG.inventoried),
      ofPrevious: previous === undefined ? null : rateOf(massG[stage], massG[previous]),
    }
  })
}
