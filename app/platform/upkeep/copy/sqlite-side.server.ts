import fs from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { syncPath } from '../files.server'
import { MIGRATIONS } from '../migrations-folder'
import { refuseStrange, schemaStateOf } from '../schema-state.server'
import { databaseFaults } from '../snapshot.server'
import {
  dropTriggers,
  noteSequences,
  putIntoFile,
  rowsOfFile,
  sequencesOf,
  tablesOf,
  triggersOf,
} from '../rows/file-rows.server'
import { quoted } from '../rows/quoted-names'
import type { CopySource, CopyTarget } from './copy-side'

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
    read: (table) => rowsOfFile(connection, table),
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
    numbers: () => Promise.resolve(sequencesOf(connection)),
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
  const making = halfOf(file)
  const connection = new Sqlite(making)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  // Triggers, which tell caches of changes or refuse them, come back with the last row.
  migrate(drizzle(connection), { migrationsFolder: MIGRATIONS })
  dropTriggers(connection)
  connection.pragma('foreign_keys = OFF')
  return {
    name: file,
    read: (table) => rowsOfFile(connection, table),
    empty: (tables) =>
      inTransaction(connection, () => {
        for (const { name } of tables) connection.exec(`DELETE FROM ${quoted(name)}`)
        return Promise.resolve()
      }),
    fill: (group, from) =>
      inTransaction(connection, async () => {
        for (const table of group) for await (const rows of from(table)) putIntoFile(connection, table, rows)
      }),
    finish: async (numbers) => {
      const faults = databaseFaults(connection)
      if (faults.length > 0) throw new Error(`The copy does not hold together:\n${faults.join('\n')}`)
      await inTransaction(connection, () => {
        noteSequences(connection, numbers)
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

/** Where a copy is made until it is whole. */
const halfOf = (file: string) => `${file}.copying`

/** @throws Error when there is a database in that place, or part of a copy that another version began */
export function refuseTaken(file: string): void {
  if (fs.existsSync(file)) throw new Error(`${file} exists already. Name a file that does not.`)
  if (!fs.existsSync(halfOf(file))) return
  const half = new Sqlite(halfOf(file), { readonly: true })
  try {
    refuseStrange(schemaStateOf(half), half.name)
  } finally {
    half.close()
  }
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

/** The triggers of this version, of a database made for it. */
function ownTriggers(): ReturnType<typeof triggersOf> {
  const scratch = new Sqlite(':memory:')
  try {
    migrate(drizzle(scratch), { migrationsFolder: MIGRATIONS })
    return triggersOf(scratch)
  } finally {
    scratch.close()
  }
}
