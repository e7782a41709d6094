import type { Tx } from '~/platform/transaction.server'
import { ledgerEntries } from '~db/sqlite/accounting'

/** Adds a row to the ledger, once per handover; says whether this call did. */
export async function insertEntry(tx: Tx, entry: typeof ledgerEntries.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(ledgerEntries)
    .values(entry)
    .onConflictDoNothing()
    .returning({ seq: ledgerEntries.seq })
  return inserted.length === 1
}
