import { and, count, eq, gt } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { reservationMessages, reservationReads } from '~db/sqlite/arrangements'
import type { Side } from '../model/machine'

export async function insertMessage(tx: Tx, row: typeof reservationMessages.$inferInsert): Promise<void> {
  await tx.insert(reservationMessages).values(row)
}

export async function findMessage(
  tx: Tx,
  id: string,
): Promise<{ reservationId: string; userId: string } | null> {
  const rows = await tx
    .select({ reservationId: reservationMessages.reservationId, userId: reservationMessages.userId })
    .from(reservationMessages)
    .where(eq(reservationMessages.id, id))
    .limit(1)
  return rows[0] ?? null
}

/** How much a side wrote about a reservation since an instant. */
export async function countMessages(
  tx: Tx,
  { reservationId, side, sinceMs }: { reservationId: string; side: Side; sinceMs: number },
): Promise<number> {
  const rows = await tx
    .select({ n: count() })
    .from(reservationMessages)
    .where(
      and(
        eq(reservationMessages.reservationId, reservationId),
        eq(reservationMessages.side, side),
        gt(reservationMessages.sentAtMs, sinceMs),
      ),
    )
  return rows[0]?.n ?? 0
}

export async function saveRead(tx: Tx, row: typeof reservationReads.$inferInsert): Promise<void> {
  await tx
    .insert(reservationReads)
    .values(row)
    .onConflictDoUpdate({
      target: [reservationReads.reservationId, reservationReads.userId],
      set: { readAtMs: row.readAtMs },
    })
}
