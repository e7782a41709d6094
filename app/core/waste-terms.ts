/** Families of waste of a survey before works: inert, not dangerous, dangerous. */
export const WASTE_FAMILIES = ['inert', 'non-hazardous', 'hazardous'] as const
export type WasteFamily = (typeof WASTE_FAMILIES)[number]

/** What became of a quantity that did not leave by a handover, in the order of the waste hierarchy. */
export const CLOSING_OUTCOMES = [
  'reused-in-place',
  'reused-elsewhere',
  'prepared-for-reuse',
  'recycled',
  'backfilled',
  'energy-recovered',
  'disposed',
] as const
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number]

/** Outcomes that leave the material a product, never waste (environment code, L.541-1-1). */
export const REUSE_OUTCOMES = ['reused-in-place', 'reused-elsewhere'] as const satisfies ClosingOutcome[]

/** A closing record being drawn up, or ready to be copied. */
export const CLOSING_STATES = ['draft', 'ready'] as const
export type ClosingState = (typeof CLOSING_STATES)[number]

/** Why what left does not come to what was surveyed. */
export const GAP_REASONS = [
  'with-waste',
  'survey-estimate',
  'left-in-place',
  'weighed-otherwise',
  'damaged-or-lost',
  'other',
] as const
export type GapReason = (typeof GAP_REASONS)[number]

/** Whether what has this outcome is taken away by someone, who is then named. */
export function leavesSite(outcome: ClosingOutcome): boolean {
  return outcome !== 'reused-in-place'
}
