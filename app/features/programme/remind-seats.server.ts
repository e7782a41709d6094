import { addDays, type IsoDay } from '~/core/days'
import { enqueueJob } from '~/platform/jobs.server'
import type { Tx } from '~/platform/transaction.server'
import { listSeatIds } from './repo/workshops.server'

/** The hour of Paris, in winter, at which reminders leave the day before. */
const REMINDED_AT = 'T08:00:00Z'

/** Asks for the reminder of each seat the day before the workshop; once for each seat and day. */
export async function remindSeats(
  tx: Tx,
  workshop: { id: string; onDay: IsoDay },
  seatIds?: readonly string[],
): Promise<void> {
  const runAtMs = Date.parse(`${addDays(workshop.onDay, -1)}${REMINDED_AT}`)
  for (const seatId of seatIds ?? (await listSeatIds(tx, workshop.id))) {
    await enqueueJob(tx, {
      kind: 'send-workshop-reminder',
      dedupeKey: `${seatId}:${workshop.onDay}`,
      payload: { seatId, onDay: workshop.onDay },
      runAtMs,
    })
  }
}
