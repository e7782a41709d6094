import type { ClientBase } from 'pg'
import type { CopiedTable } from './copied-tables'
import { quoted, quotedNames } from './quoted-names'
import { ROWS_AT_ONCE, type ReadRows, type RowBatches } from './row-batches'
import type { CopiedRow, CopiedValue } from './row-digest'

/** A connection to a PostgreSQL database, or a transaction on it. */
export type Through = Pick<ClientBase, 'query'>

/** The rows of a table of a PostgreSQL database, within a transaction of the caller's. */
export async function* rowsOfServer(through: Through, { name, columns, key }: CopiedTable): RowBatches {
  await through.query(
    `declare copied no scroll cursor for select ${quotedNames(columns)} from ${quoted(name)} order by ${key.map(quoted).join()}`,
  )
  for (;;) {
    const asked = { text: `fetch ${ROWS_AT_ONCE} from copied`, rowMode: 'array' } as const
    const { rows } = await through.query<CopiedValue[]>(asked)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await through.query('close copied')
}

/**
 * Puts the rows of tables in as they are, in the caller's transaction: what they lead to is in them already, and
 * references are looked at once all of them are there.
 */
export async function fillTables(
  through: Through,
  tables: readonly CopiedTable[],
  rowsOf: ReadRows,
): Promise<void> {
  await withoutTriggers(through, tables, async () => {
    for (const table of tables)
      for await (const rows of rowsOf(table)) await putIntoServer(through, table, rows)
  })
}

/** Removes every row of tables, in the caller's transaction. */
export async function emptyTables(through: Through, tables: readonly CopiedTable[]): Promise<void> {
  await withoutTriggers(through, tables, async () => {
    for (const { name } of tables) await through.query(`delete from ${quoted(name)}`)
  })
}

/** Lets each growing sequence, and the order in which rows are written, go on after its last number. */
export async function continueNumbers(
  through: Through,
  sequences: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [name, seq] of sequences)
    await through.query('update row_numbers set seq = $2 where name = $1', [name, seq])
  // Where PostgreSQL keeps the order of writing, it is under SQLite's name of it.
  const { rows } = await through.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'rowid'`,
  )
  for (const { name } of rows)
    await through.query(
      `select setval(pg_get_serial_sequence($1, 'rowid'), coalesce(max(rowid), 1), max(rowid) is not null) from ${quoted(name)}`,
      [name],
    )
}

/** The last number that each numbered table of a PostgreSQL database gave; those that gave none are absent. */
export async function numbersOf(through: Through): Promise<ReadonlyMap<string, number>> {
  const { rows } = await through.query<{ name: string; seq: number }>(
    'select name, seq from row_numbers where seq > 0',
  )
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}

/** Triggers number rows, tell caches of changes and refuse them: none of that is for rows that were there before. */
async function withoutTriggers(
  through: Through,
  tables: readonly CopiedTable[],
  work: () => Promise<void>,
): Promise<void> {
  for (const { name } of tables) await through.query(`alter table ${quoted(name)} disable trigger user`)
  await through.query('set constraints all deferred')
  await work()
  // No table is altered while references to its rows wait to be looked at.
  await through.query('set constraints all immediate')
  for (const { name } of tables) await through.query(`alter table ${quoted(name)} enable trigger user`)
}

async function putIntoServer(
  through: Through,
  { name, columns }: CopiedTable,
  rows: readonly CopiedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const lists = columns.map(({ type }, at) => {
    const values = rows.map((row) => row[at]!)
    return type === 'bool' ? values.map(truth) : values
  })
  const quotedLists = columns.map(({ type }, at) => `$${at + 1}::${quoted(type)}[]`).join()
  await through.query(
    `insert into ${quoted(name)} (${quotedNames(columns)}) overriding system value select * from unnest(${quotedLists})`,
    lists,
  )
}

function truth(value: CopiedValue): boolean | null {
  if (value !== null && value !== 0 && value !== 1) throw new Error(`${String(value)} is neither 1 nor 0`)
  return value === null ? null : value === 1
}
