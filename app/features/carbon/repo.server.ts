import { count, max } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { factorVersions } from '~db/sqlite/accounting'

export async function insertFactorVersion(
  tx: Tx,
  version: typeof factorVersions.$inferInsert,
): Promise<void> {
  await tx.insert(factorVersions).values(version)
}

/** How many versions were published, and when the last was. */
export async function countFactorVersions(tx: Tx): Promise<{ total: number; newestAtMs: number }> {
  const rows = await tx
    .select({ total: count(), newestAtMs: max(factorVersions.publishedAtMs) })
    .from(factorVersions)
  return { total: rows[0]?.total ?? 0, newestAtMs: rows[0]?.newestAtMs ?? 0 }
}
