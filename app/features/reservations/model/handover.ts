export type Confirmation = { side: 'giver' | 'taker'; massG: number; signedName: string }

export type HandoverState =
  | { kind: 'none' }
  | { kind: 'waiting'; signed: 'giver' | 'taker'; massG: number }
  | { kind: 'differs'; giverMassG: number; takerMassG: number }
  | { kind: 'agreed'; massG: number }

/** Where a handover stands: both sides must sign the same mass, in grams. */
export function handoverState(confirmations: readonly Confirmation[]): HandoverState {
  const giver = confirmations.find((confirmation) => confirmation.side === 'giver')
  const taker = confirmations.find((confirmation) => confirmation.side === 'taker')
  if (giver && taker) {
    return giver.massG === taker.massG
      ? { kind: 'agreed', massG: giver.massG }
      : { kind: 'differs', giverMassG: giver.massG, takerMassG: taker.massG }
  }
  const signed = giver ?? taker
  return signed ? { kind: 'waiting', signed: signed.side, massG: signed.massG } : { kind: 'none' }
}

/** Environment code L.541-1-1: reuse of a product that never became waste, or of waste prepared for it. */
export const LEGAL_STATUSES = ['reuse', 'waste-reuse'] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

/** What the giver signs of the sorting of what leaves (environment code, L.541-4-4). */
export type Sorting = {
  legalStatus: LegalStatus
  /** Who, able to do it, checked that it may serve again. */
  operator: string
  /** ISO day; null where nobody said. */
  sortedOn: string | null
  /** What shows it, in words; may be empty. */
  evidence: string
}

/** Why what leaves is not what was reserved. */
export const DIFFERENCE_REASONS = [
  'broken',
  'left-behind',
  'missing',
  'quality',
  'in-excess',
  'measured',
  'other',
] as const
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number]
