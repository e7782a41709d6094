import { asc, desc, gte, lt, lte } from 'drizzle-orm'
import type { ChainHead } from '~/core/hash-chain'
import type { Tx } from '~/platform/transaction.server'
import { auditAnchors, auditRows } from '~db/sqlite/audit'

/** The last of the rows that are all older than an instant; null when the first is younger. */
export async function lastRowBefore(tx: Tx, beforeMs: number): Promise<ChainHead | null> {
  const ends = { seq: auditRows.seq, hash: auditRows.hash }
  const [kept] = await tx
    .select(ends)
    .from(auditRows)
    .where(gte(auditRows.atMs, beforeMs))
    .orderBy(asc(auditRows.seq))
    .limit(1)
  const older = kept ? lt(auditRows.seq, kept.seq) : undefined
  const [last] = await tx.select(ends).from(auditRows).where(older).orderBy(desc(auditRows.seq)).limit(1)
  return last ?? null
}

/** Lets the rows up to one go: the anchor first, without which the table refuses. */
export async function letGoUpTo(tx: Tx, anchor: typeof auditAnchors.$inferSelect): Promise<void> {
  await tx.insert(auditAnchors).values(anchor)
  await tx.delete(auditRows).where(lte(auditRows.seq, anchor.seq))
}
