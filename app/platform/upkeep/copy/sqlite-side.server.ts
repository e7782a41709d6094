import fs from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { quoted, tablesOf } from '../filled-file.server'
import { syncPath } from '../files.server'
import { MIGRATIONS } from '../migrations-folder'
import { schemaStateOf } from '../schema-state.server'
import { databaseFaults } from '../snapshot.server'
import type { CopiedTable } from './copied-tables'
import { ROWS_AT_ONCE, type CopySource, type CopyTarget, type RowBatches } from './copy-side'
import { quotedNames } from './catalogue.server'
import { withoutNul, type CopiedRow } from './row-digest'

/** A database of this machine to copy from, as it is at this moment. @throws Error unless it is of this version */
export function sqliteSource(file: string): CopySource {
  if (!fs.existsSync(file)) throw new Error(`There is no database at ${file}.`)
  const watching = new Sqlite(file, { fileMustExist: true })
  const connection = new Sqlite(file, { fileMustExist: true })
  const close = () => {
    connection.close()
    watching.close()
    return Promise.resolve()
  }
  connection.pragma('query_only = ON')
  if (schemaStateOf(connection).kind !== 'current') {
    void close()
    throw new Error(`${file} is not of this version: start the server once, or run gisement migrate.`)
  }
  connection.exec('BEGIN')
  const versionOf = () => watching.pragma('data_version', { simple: true })
  const version = versionOf()
  return {
    name: file,
    read: (table) => rowsOf(connection, table, withoutNul),
    counts: () =>
      Promise.resolve(
        tablesOf(connection).map((table) => ({
          table,
          rows: connection
            .prepare(`select count(*) from ${quoted(table)}`)
            .pluck()
            .get() as number,
        })),
      ),
    numbers: () => {
      const rows = connection.prepare('select name, seq from sqlite_sequence').raw().all() as [
        string,
        number,
      ][]
      return Promise.resolve(new Map(rows))
    },
    wasWritten: () => Promise.resolve(versionOf() !== version),
    close,
  }
}

/**
 * A database of this machine to fill, beside the place that it takes once it is whole.
 * @throws Error when there is a database in that place
 */
export async function sqliteTarget(file: string): Promise<CopyTarget> {
  refuseTaken(file)
  await fsp.mkdir(path.dirname(file), { recursive: true })
  const making = `${file}.copying`
  const connection = new Sqlite(making)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  // Triggers, which tell caches of changes or refuse them, come back with the last row.
  migrate(drizzle(connection), { migrationsFolder: MIGRATIONS })
  for (const { name } of triggersOf(connection)) connection.exec(`DROP TRIGGER ${quoted(name)}`)
  connection.pragma('foreign_keys = OFF')
  return {
    name: file,
    read: (table) => rowsOf(connection, table),
    empty: (tables) =>
      inTransaction(connection, () => {
        for (const { name } of tables) connection.exec(`DELETE FROM ${quoted(name)}`)
        return Promise.resolve()
      }),
    fill: (group, from) =>
      inTransaction(connection, async () => {
        for (const table of group) for await (const rows of from(table)) insert(connection, table, rows)
      }),
    finish: async (numbers) => {
      const faults = databaseFaults(connection)
      if (faults.length > 0) throw new Error(`The copy does not hold together:\n${faults.join('\n')}`)
      await inTransaction(connection, () => {
        const note = connection.prepare('insert into sqlite_sequence (name, seq) values (?, ?)')
        connection.prepare(`delete from sqlite_sequence where name not like '\\_\\_%' escape '\\'`).run()
        for (const [name, seq] of numbers) note.run(name, seq)
        for (const { sql } of ownTriggers()) connection.exec(sql)
        return Promise.resolve()
      })
      connection.pragma('journal_mode = DELETE')
      connection.close()
      await syncPath(making)
      await fsp.rename(making, file)
      await syncPath(path.dirname(file))
    },
    close: () => {
      connection.close()
      return Promise.resolve()
    },
  }
}

/** @throws Error when there is a database in that place */
export function refuseTaken(file: string): void {
  if (fs.existsSync(file)) throw new Error(`${file} exists already. Name a file that does not.`)
}

async function inTransaction(connection: Sqlite.Database, work: () => Promise<void>): Promise<void> {
  connection.exec('BEGIN IMMEDIATE')
  try {
    await work()
    connection.exec('COMMIT')
  } catch (error) {
    connection.exec('ROLLBACK')
    throw error
  }
}

function insert(
  connection: Sqlite.Database,
  { name, columns }: CopiedTable,
  rows: readonly CopiedRow[],
): void {
  const put = connection.prepare(
    `insert into ${quoted(name)} (${quotedNames(columns)}) values (${columns.map(() => '?').join()})`,
  )
  for (const row of rows) put.run(...row)
}

async function* rowsOf(
  connection: Sqlite.Database,
  { name, columns, key }: CopiedTable,
  as: (value: CopiedRow[number]) => CopiedRow[number] = (value) => value,
): RowBatches {
  const read = connection
    .prepare<[], CopiedRow>(
      `select ${quotedNames(columns)} from ${quoted(name)} order by ${key.map(quoted).join()}`,
    )
    .raw()
  let batch: CopiedRow[] = []
  for (const row of read.iterate()) {
    batch.push(row.map(as))
    if (batch.length < ROWS_AT_ONCE) continue
    yield await Promise.resolve(batch)
    batch = []
  }
  yield batch
}

type Trigger = { name: string; sql: string }

function triggersOf(connection: Sqlite.Database): Trigger[] {
  return connection.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as Trigger[]
}

/** The triggers of this version, of a database made for it. */
function ownTriggers(): Trigger[] {
  const scratch = new Sqlite(':memory:')
  try {
    migrate(drizzle(scratch), { migrationsFolder: MIGRATIONS })
    return triggersOf(scratch)
  } finally {
    scratch.close()
  }
}
