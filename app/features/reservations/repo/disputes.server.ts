import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { reservationDisputes } from '~db/sqlite/arrangements'

type DisputeRow = typeof reservationDisputes.$inferSelect

export async function insertDispute(
  tx: Tx,
  row: Omit<typeof reservationDisputes.$inferInsert, 'proposedOutcome' | 'outcome'>,
): Promise<void> {
  await tx.insert(reservationDisputes).values(row)
}

export async function findDispute(tx: Tx, id: string): Promise<DisputeRow | null> {
  const rows = await tx.select().from(reservationDisputes).where(eq(reservationDisputes.id, id)).limit(1)
  return rows[0] ?? null
}

export async function updateDispute(
  tx: Tx,
  id: string,
  change: Partial<Pick<DisputeRow, 'proposedOutcome' | 'proposedBy' | 'proposedNote'>> &
    Partial<Pick<DisputeRow, 'outcome' | 'settledBy' | 'settledNote' | 'settledAtMs'>>,
): Promise<void> {
  await tx.update(reservationDisputes).set(change).where(eq(reservationDisputes.id, id))
}
