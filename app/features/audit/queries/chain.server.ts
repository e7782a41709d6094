import { asc, desc, gt } from 'drizzle-orm'
import { auditDigest } from '~/core/audit-row'
import type { ChainHead, ChainLink } from '~/core/hash-chain'
import { reader } from '~/platform/db.server'
import { highestNumberOf } from '~/platform/dialects/catalogue.server'
import { sha256 } from '~/platform/sha256.server'
import { auditAnchors, auditRows } from '~db/sqlite/audit'

const PAGE = 2000

/** Every row in order, with the digest of what it says today, some thousands at a time. */
export async function* eachAuditLink(): AsyncGenerator<ChainLink[], void, undefined> {
  for (let after = 0; ;) {
    const rows = await reader()
      .select()
      .from(auditRows)
      .where(gt(auditRows.seq, after))
      .orderBy(asc(auditRows.seq))
      .limit(PAGE)
    if (rows.length === 0) return
    yield rows.map((row) => ({
      seq: row.seq,
      prevHash: row.prevHash,
      hash: row.hash,
      digest: auditDigest(row, sha256),
    }))
    after = rows.at(-1)!.seq
  }
}

/** Where the chain begins since old rows were let go; null while every row is kept. */
export async function findAuditAnchor(): Promise<(ChainHead & { beforeMs: number }) | null> {
  const { seq, hash, beforeMs } = auditAnchors
  const rows = await reader()
    .select({ seq, hash, beforeMs })
    .from(auditAnchors)
    .orderBy(desc(auditAnchors.seq))
    .limit(1)
  return rows[0] ?? null
}

/** The last row of the log; null while it is empty. */
export async function findAuditHead(): Promise<ChainHead | null> {
  const rows = await reader()
    .select({ seq: auditRows.seq, hash: auditRows.hash })
    .from(auditRows)
    .orderBy(desc(auditRows.seq))
    .limit(1)
  return rows[0] ?? null
}

/** The highest number that a row was ever given, whatever became of it since. */
export async function highestAuditSeq(): Promise<number> {
  return highestNumberOf(reader(), 'audit_rows')
}
