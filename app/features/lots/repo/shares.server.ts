import { and, count, eq, gt } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { lotShares } from '~db/sqlite/lots'

export type ShareRow = typeof lotShares.$inferSelect

export async function findShare(tx: Tx, id: string): Promise<ShareRow | null> {
  const rows = await tx.select().from(lotShares).where(eq(lotShares.id, id)).limit(1)
  return rows[0] ?? null
}

export async function insertShare(tx: Tx, share: ShareRow): Promise<void> {
  await tx.insert(lotShares).values(share)
}

/** How many links an organisation has made since. */
export async function countSharesSince(tx: Tx, organisationId: string, sinceMs: number): Promise<number> {
  const rows = await tx
    .select({ made: count() })
    .from(lotShares)
    .where(and(eq(lotShares.organisationId, organisationId), gt(lotShares.createdAtMs, sinceMs)))
  return rows[0]?.made ?? 0
}

export async function setShareRevoked(tx: Tx, organisationId: string, id: string, atMs: number) {
  await tx
    .update(lotShares)
    .set({ revokedAtMs: atMs })
    .where(and(eq(lotShares.id, id), eq(lotShares.organisationId, organisationId)))
}
