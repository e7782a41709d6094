import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { reservationDisputes, reservationMessages } from '~db/sqlite/arrangements'
import type { lotWaiters } from '~db/sqlite/waiting'

export type DisputeRow = typeof reservationDisputes.$inferSelect
export type MessageRow = typeof reservationMessages.$inferSelect
export type WaiterRow = typeof lotWaiters.$inferSelect

/** An open dispute of now, in which nobody has proposed anything. The reservation's status is the caller's to set. */
export function makeDispute(
  dispute: Pick<DisputeRow, 'reservationId' | 'openedBy' | 'openedByUserId' | 'cause' | 'text'> &
    Partial<DisputeRow>,
): DisputeRow {
  return {
    id: newId(),
    openedAtMs: nowMs(),
    proposedOutcome: null,
    proposedBy: null,
    proposedNote: '',
    outcome: null,
    settledBy: null,
    settledNote: '',
    settledAtMs: null,
    ...dispute,
  }
}

/** What one side writes to the other, now by default. */
export function makeMessage(
  message: Pick<MessageRow, 'reservationId' | 'side' | 'userId' | 'text'> & Partial<MessageRow>,
): MessageRow {
  return { id: newId(), sentAtMs: nowMs(), ...message }
}

/** Someone in the line of a lot, from now on by default. */
export function makeWaiter(
  waiter: Pick<WaiterRow, 'lotId' | 'organisationId' | 'userId' | 'quantityMilli'> & Partial<WaiterRow>,
): WaiterRow {
  return {
    id: newId(),
    status: 'waiting',
    joinedAtMs: nowMs(),
    priorityUntilMs: null,
    endedAtMs: null,
    ...waiter,
  }
}
