import type { Tx } from '~/platform/transaction.server'
import { ledgerHeads } from '~db/sqlite/accounting'

/** Keeps the head of a day; the first that is kept of a day stays. */
export async function insertHead(tx: Tx, head: typeof ledgerHeads.$inferInsert): Promise<void> {
  await tx.insert(ledgerHeads).values(head).onConflictDoNothing()
}
