import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { events } from '~db/sqlite/platform'

export type EventRow = typeof events.$inferSelect

/** Who did what to a record, now by default. */
export function makeEvent(
  event: Pick<EventRow, 'entity' | 'entityId' | 'kind'> & Partial<EventRow>,
): EventRow {
  return { id: newId(), actorUserId: null, detail: {}, atMs: nowMs(), ...event }
}
