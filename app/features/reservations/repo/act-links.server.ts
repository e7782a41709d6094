import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { usedActLinks } from '~db/sqlite/arrangements'

export async function isLinkUsed(tx: Tx, linkHash: string): Promise<boolean> {
  const rows = await tx
    .select({ linkHash: usedActLinks.linkHash })
    .from(usedActLinks)
    .where(eq(usedActLinks.linkHash, linkHash))
    .limit(1)
  return rows.length > 0
}

export async function insertUsedLink(tx: Tx, row: typeof usedActLinks.$inferInsert): Promise<void> {
  await tx.insert(usedActLinks).values(row)
}
