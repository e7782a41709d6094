import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { GENESIS, type ChainHead } from '~/core/hash-chain'
import type { Tx } from '~/platform/transaction.server'
import { ledgerRows } from '~db/sqlite/accounting'
import { chainAfter, type NewLedgerRow } from './model/chained-row'
import { sha256 } from '~/platform/sha256.server'

/** Adds a handover to the chain, once; says whether this call did. */
export async function insertEntry(tx: Tx, entry: NewLedgerRow): Promise<boolean> {
  const there = await tx
    .select({ seq: ledgerRows.seq })
    .from(ledgerRows)
    .where(and(eq(ledgerRows.handoverId, entry.handoverId), eq(ledgerRows.kind, 'handover')))
    .limit(1)
  if (there.length > 0) return false
  await appendRow(tx, entry)
  return true
}

/** Adds a row at the end of the chain; its number. The transaction holds the only writer, so that no two take one place. */
export async function appendRow(tx: Tx, row: NewLedgerRow): Promise<number> {
  return appendRows(tx, [row])
}

/** Rows of one statement: 24 columns each stay far below SQLite's limit of 32,766 parameters. */
const ROWS_AT_ONCE = 500

/** Adds rows at the end of the chain, in the order given; the number of the last, or of the head when there is none. */
export async function appendRows(tx: Tx, rows: readonly NewLedgerRow[]): Promise<number> {
  let head = await sealRows(tx)
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const placed = rows.slice(start, start + ROWS_AT_ONCE).map((row) => {
      const linked = chainAfter(head, row, sha256)
      head = linked
      return linked
    })
    await tx.insert(ledgerRows).values(placed)
  }
  return head.seq
}

/** Gives the rows of before the chain their hashes, in the order of their numbers; answers the head of the chain. */
export async function sealRows(tx: Tx): Promise<ChainHead> {
  let head = await headOf(tx)
  const unsealed = await tx
    .select()
    .from(ledgerRows)
    .where(isNull(ledgerRows.hash))
    .orderBy(asc(ledgerRows.seq))
  for (const row of unsealed) {
    const { seq, prevHash, hash } = chainAfter(head, row, sha256, row.seq)
    await tx.update(ledgerRows).set({ prevHash, hash }).where(eq(ledgerRows.seq, seq))
    head = { seq, hash }
  }
  return head
}

async function headOf(tx: Tx): Promise<ChainHead> {
  const rows = await tx
    .select({ seq: ledgerRows.seq, hash: ledgerRows.hash })
    .from(ledgerRows)
    .where(isNotNull(ledgerRows.hash))
    .orderBy(desc(ledgerRows.seq))
    .limit(1)
  const [row] = rows
  return row?.hash ? { seq: row.seq, hash: row.hash } : { seq: 0, hash: GENESIS }
}
