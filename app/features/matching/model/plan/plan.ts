import type { IsoDay } from '~/core/days'

/** A part of a plan: this much of a lot for a need. */
export type PlanPart = {
  lotId: string
  needId: string
  /** Thousandths of the common unit of the pair (kg for tonnes). */
  quantityMilli: number
  /** Net grams CO2e of this part by the exact formula, trip included; null without a claim. */
  netG: number | null
  massG: number | null
  scoreCenti: number
  /** First day on which the pair can no longer be made. */
  criticalOn: IsoDay
}

/** What the needs of a commune want, and what the plan serves of it. Masses of needs are those of lots that would fit. */
export type Coverage = {
  communeCode: string
  needs: number
  /** Needs that get a part, whole or not. */
  served: number
  /** Needs whose mass nobody knows: in no mass below. */
  unweighed: number
  /** Those of them that all within reach would not serve. */
  unweighedShort: number
  wantedG: number
  servedG: number
  /** At most what could be served from within reach, if nobody else wanted it. */
  reachG: number
  netG: number
}

/** What would be gained if no lot could be split: the optimum, or at least this much. */
export type Unsplit = { kind: 'exact' | 'at-least'; gain: number }

/** How the pairs of the plan before fared; pairs that can no longer be made do not count as moved. */
export type Moved = { kept: number; gone: number; added: number }

/** The figures of a plan. Gains are milligrams of net CO2e, with a small order of preference where nothing is claimed. */
export type PlanFigures = {
  lots: number
  needs: number
  candidates: number
  pairs: number
  lotsServed: number
  needsServed: number
  /** Net grams CO2e of the parts with a claim, by the exact formula. */
  netG: number
  massG: number
  /** Parts without a claim, and their mass where it is known. */
  unclaimed: number
  unclaimedMassG: number
  /** Parts left out since so little is not worth its trip. */
  leftOut: number
  gain: number
  /** No plan can gain more. */
  bound: number
  method: 'simplex' | 'auction' | 'greedy' | 'whole'
  unsplit: Unsplit
  moved: Moved | null
  coverage: Coverage[]
}

/** How long a plan took, ms, and whether it went on from the one before; plans of long ago do not say. */
export type PlanTimes = { ms: number; cpuMs: number; isContinued?: boolean }

/** How much better any plan could be at most, as a share of the bound; 0 is proven best. */
export function gapOf({ gain, bound }: Pick<PlanFigures, 'gain' | 'bound'>): number {
  return bound > 0 ? Math.max(0, (bound - gain) / bound) : 0
}

/** Share of the gain that would be lost if no lot could be split: exactly, or at most. */
export function unsplitLoss({ gain, unsplit }: Pick<PlanFigures, 'gain' | 'unsplit'>): number {
  return gain > 0 ? Math.max(0, (gain - unsplit.gain) / gain) : 0
}

/**
 * Whether what is within reach of a commune's needs, were it all theirs, is less than they want: by mass, or by the needs
 * alone where no mass is known.
 */
export function isShort({ wantedG, reachG, unweighedShort }: Coverage): boolean {
  return wantedG > 0 ? reachG < wantedG : unweighedShort > 0
}

/** Share of the mass wanted in a commune that the plan serves; null where no mass is known. */
export function shareOf({ wantedG, servedG }: Coverage): number | null {
  return wantedG > 0 ? servedG / wantedG : null
}
