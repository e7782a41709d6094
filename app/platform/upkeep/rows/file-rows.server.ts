import type Sqlite from 'better-sqlite3'
import type { CopiedTable } from './copied-tables'
import { quoted, quotedNames } from './quoted-names'
import { ROWS_AT_ONCE, type RowBatches } from './row-batches'
import { withoutNul, type CopiedRow } from './row-digest'

/** The rows of a table of a database file, without what PostgreSQL keeps in no text. */
export async function* rowsOfFile(
  connection: Sqlite.Database,
  { name, columns, key }: CopiedTable,
): RowBatches {
  const read = connection
    .prepare<[], CopiedRow>(
      `select ${quotedNames(columns)} from ${quoted(name)} order by ${key.map(quoted).join()}`,
    )
    .raw()
  let batch: CopiedRow[] = []
  for (const row of read.iterate()) {
    batch.push(row.map(withoutNul))
    if (batch.length < ROWS_AT_ONCE) continue
    yield await Promise.resolve(batch)
    batch = []
  }
  yield batch
}

/** Puts rows into a table of a database file, in the caller's transaction. */
export function putIntoFile(
  connection: Sqlite.Database,
  { name, columns }: Pick<CopiedTable, 'name' | 'columns'>,
  rows: readonly CopiedRow[],
): void {
  const put = connection.prepare(
    `insert into ${quoted(name)} (${quotedNames(columns)}) values (${columns.map(() => '?').join()})`,
  )
  for (const row of rows) put.run(...row)
}

/**
 * Fills a migrated database file with rows as they are: triggers, which tell caches of changes or refuse them, are away
 * meanwhile, and what the migrations wrote is taken out first. All of it or nothing stays.
 * @param sequences the last number that each growing sequence gave
 */
export async function fillFile(
  connection: Sqlite.Database,
  sequences: ReadonlyMap<string, number>,
  write: () => Promise<void>,
): Promise<void> {
  const triggers = triggersOf(connection)
  dropTriggers(connection)
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN')
  for (const name of tablesOf(connection)) connection.exec(`DELETE FROM ${quoted(name)}`)
  await write()
  noteSequences(connection, sequences)
  connection.exec('COMMIT')
  for (const { sql } of triggers) connection.exec(sql)
}

type Trigger = { name: string; sql: string }

/** Its triggers, with the statements that make them. */
export function triggersOf(connection: Sqlite.Database): Trigger[] {
  return connection.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as Trigger[]
}

export function dropTriggers(connection: Sqlite.Database): void {
  for (const { name } of triggersOf(connection)) connection.exec(`DROP TRIGGER ${quoted(name)}`)
}

/** Tables of the product: not those of SQLite, nor the list of migrations. */
export function tablesOf(connection: Sqlite.Database): string[] {
  return connection
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'
        order by name`,
    )
    .pluck()
    .all() as string[]
}

/** The last number that each growing sequence of a database file gave. */
export function sequencesOf(connection: Sqlite.Database): ReadonlyMap<string, number> {
  const rows = connection.prepare('select name, seq from sqlite_sequence').raw().all() as [string, number][]
  return new Map(rows.filter(([name]) => !name.startsWith('__')))
}

/** Lets each growing sequence go on after its last number. */
export function noteSequences(connection: Sqlite.Database, sequences: ReadonlyMap<string, number>): void {
  connection.prepare(`delete from sqlite_sequence where name not like '\\_\\_%' escape '\\'`).run()
  const note = connection.prepare('insert into sqlite_sequence (name, seq) values (?, ?)')
  for (const [name, seq] of sequences) note.run(name, seq)
}
