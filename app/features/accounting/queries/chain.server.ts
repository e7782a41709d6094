import { asc, count, desc, eq, gt, isNotNull, notExists, and, ne, sql } from 'drizzle-orm'
import type { ChainHead, ChainLink, PublishedHead } from '~/core/hash-chain'
import { reader } from '~/platform/db.server'
import { highestNumberOf } from '~/platform/dialects/catalogue.server'
import { ledgerHeads, ledgerRows } from '~db/sqlite/accounting'
import { handovers } from '~db/sqlite/reservations'
import { contentOf, type NewLedgerRow } from '../model/chained-row'
import { digestOf, type LedgerContent } from '../model/ledger-chain'
import { sha256 } from '~/platform/sha256.server'

const PAGE = 2000

export type ChainRow = ChainLink & { content: LedgerContent }

/** Every row of the ledger in order, with what its hash must be computed from, some thousands at a time. */
export async function* eachChainRow(): AsyncGenerator<ChainRow[], void, undefined> {
  for (let after = 0; ;) {
    const rows: (NewLedgerRow & { seq: number; prevHash: string | null; hash: string | null })[] =
      await reader()
        .select()
        .from(ledgerRows)
        .where(gt(ledgerRows.seq, after))
        .orderBy(asc(ledgerRows.seq))
        .limit(PAGE)
    if (rows.length === 0) return
    yield rows.map((row) => {
      const content = contentOf(row, sha256)
      return {
        seq: row.seq,
        prevHash: row.prevHash,
        hash: row.hash,
        content,
        digest: digestOf(content, sha256),
      }
    })
    after = rows.at(-1)!.seq
  }
}

/** The last row of the chain; null while the ledger is empty. */
export async function findHead(): Promise<ChainHead | null> {
  const rows = await reader()
    .select({ seq: ledgerRows.seq, hash: ledgerRows.hash })
    .from(ledgerRows)
    .where(isNotNull(ledgerRows.hash))
    .orderBy(desc(ledgerRows.seq))
    .limit(1)
  const [row] = rows
  return row?.hash ? { seq: row.seq, hash: row.hash } : null
}

/** Heads that were published, latest day first. */
export async function listHeads(): Promise<PublishedHead[]> {
  return reader()
    .select({ day: ledgerHeads.day, seq: ledgerHeads.seq, hash: ledgerHeads.hash })
    .from(ledgerHeads)
    .orderBy(desc(ledgerHeads.day))
}

/** How many rows the chain has of each kind. */
export async function countRows(): Promise<{ total: number; corrections: number }> {
  const rows = await reader()
    .select({
      total: count(),
      corrections:
        sql<number>`coalesce(sum(case when ${ledgerRows.kind} = 'reversal' then 1 else 0 end), 0)`.mapWith(
          Number,
        ),
    })
    .from(ledgerRows)
  return rows[0] ?? { total: 0, corrections: 0 }
}

/** The highest number that a row was ever given, whatever became of it since. */
export async function highestSeq(): Promise<number> {
  return highestNumberOf(reader(), 'ledger_rows')
}

/** Entries whose mass is not the one that both sides signed: the chain may hold, they are still wrong. */
export async function listUnfounded(): Promise<{ seq: number; massG: number; signedG: number }[]> {
  return reader()
    .select({ seq: ledgerRows.seq, massG: ledgerRows.massG, signedG: handovers.massG })
    .from(ledgerRows)
    .innerJoin(handovers, eq(handovers.id, ledgerRows.handoverId))
    .where(and(eq(ledgerRows.kind, 'handover'), ne(ledgerRows.massG, handovers.massG)))
    .orderBy(asc(ledgerRows.seq))
}

/** Handovers that both sides signed and that the ledger has not entered: for a moment after each, or by a fault. */
export async function countMissing(): Promise<number> {
  const entered = reader()
    .select({ one: sql`1` })
    .from(ledgerRows)
    .where(eq(ledgerRows.handoverId, handovers.id))
  const rows = await reader().select({ total: count() }).from(handovers).where(notExists(entered))
  return rows[0]?.total ?? 0
}
