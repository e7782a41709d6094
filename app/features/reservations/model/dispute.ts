import type { Side } from './machine'

/** What may have gone wrong with a granted reservation. */
export const DISPUTE_CAUSES = ['mass-differs', 'nobody-came', 'not-as-described', 'other'] as const
export type DisputeCause = (typeof DISPUTE_CAUSES)[number]

/** How a dispute ends: the reservation goes on, or its part of the lot is free again. */
export const SETTLEMENTS = ['resume', 'cancel'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

export type DisputeView = {
  id: string
  openedBy: Side
  cause: DisputeCause
  text: string
  openedAtMs: number
  /** What one side proposes last; null while neither has. */
  proposed: { outcome: Settlement; by: Side; note: string } | null
}

/** What a choice of an outcome does: it settles when the other side proposes the same, else it is a proposal. */
export function judgeSettlement(
  proposed: { outcome: Settlement | null; by: Side | null },
  choice: { outcome: Settlement; by: Side | 'team' },
): 'settled-by-team' | 'settled-by-both' | 'proposed' | 'again' {
  if (choice.by === 'team') return 'settled-by-team'
  if (proposed.outcome !== choice.outcome || proposed.by === null) return 'proposed'
  return proposed.by === choice.by ? 'again' : 'settled-by-both'
}
