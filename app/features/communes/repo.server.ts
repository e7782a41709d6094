import type { Tx } from '~/platform/transaction.server'
import { communes } from '~db/sqlite/communes'

/** Inserts a commune or brings it up to date with the reference. */
export async function upsertCommune(tx: Tx, commune: typeof communes.$inferInsert): Promise<void> {
  await tx.insert(communes).values(commune).onConflictDoUpdate({ target: communes.code, set: commune })
}
