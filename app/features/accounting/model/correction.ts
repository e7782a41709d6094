import type { LedgerKind, LedgerReason } from '~/core/ledger-terms'

export type CorrectionState = 'asked' | 'entered' | 'declined' | 'withdrawn'
export type CorrectionSide = 'giver' | 'taker' | 'team'

/** A correction of a handover's mass that someone asked for, and what became of it. */
export type CorrectionView = {
  id: string
  handoverId: string
  correctsSeq: number
  /** What the mass should be, grams; 0 when nothing was handed over. */
  massG: number
  reason: LedgerReason
  note: string
  askedBy: CorrectionSide
  askedByName: string | null
  askedAtMs: number
  state: CorrectionState
  decidedByName: string | null
  decidedAtMs: number | null
  answer: string
}

/** A row of the chain that a handover has, for its history. */
export type ChainRowView = {
  seq: number
  kind: LedgerKind
  massG: number
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
  factorVersion: string | null
  truck: string | null
  emptyReturnPct: number | null
  recordedAtMs: number
  correctsSeq: number | null
  reason: LedgerReason | null
  decidedBy: 'team' | 'both-sides' | null
  hash: string | null
}

/** What a reader of a handover may do about an open correction, or about opening one. */
export type CorrectionActs = { asks: boolean; agrees: boolean; declines: boolean; withdraws: boolean }

/**
 * A party asks, and the other party or the team answers; the team corrects at once. Whoever asked may take it back.
 * @param own null for a reader who is neither a party nor of the team
 */
export function correctionActs(
  own: CorrectionSide | null,
  open: Pick<CorrectionView, 'askedBy'> | null,
  hasEntry: boolean,
): CorrectionActs {
  const answers = own !== null && open !== null && open.askedBy !== own
  return {
    asks: own !== null && open === null && hasEntry,
    agrees: answers,
    declines: answers,
    withdraws: own !== null && open?.askedBy === own,
  }
}
