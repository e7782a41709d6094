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
