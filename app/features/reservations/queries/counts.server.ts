import { asc, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { handoverChecks } from '~db/sqlite/reservations'
import type { CountedQuantity } from '../model/counts'
import { DIFFERENCE_REASONS } from '../model/handover'

/** What the two sides of a reservation counted at its collection, in the order in which it arrived. */
export async function listCounts(reservationId: string): Promise<CountedQuantity[]> {
  const rows = await reader()
    .select({
      id: handoverChecks.id,
      side: handoverChecks.side,
      countedMilli: handoverChecks.countedMilli,
      difference: handoverChecks.difference,
      reason: handoverChecks.reason,
      items: handoverChecks.items,
      method: handoverChecks.method,
      weighedG: handoverChecks.weighedG,
      slipNumber: handoverChecks.slipNumber,
      slipFileId: handoverChecks.slipFileId,
      who: users.name,
      countedAtMs: handoverChecks.countedAtMs,
      receivedAtMs: handoverChecks.receivedAtMs,
    })
    .from(handoverChecks)
    .innerJoin(users, eq(users.id, handoverChecks.userId))
    .where(eq(handoverChecks.reservationId, reservationId))
    .orderBy(asc(handoverChecks.receivedAtMs), asc(handoverChecks.id))
  return rows.map(({ reason, ...row }) => ({
    ...row,
    reason: DIFFERENCE_REASONS.find((one) => one === reason) ?? null,
  }))
}
