import fs from 'node:fs'
import Sqlite from 'better-sqlite3'
import { syncPath } from './files.server'

/** How long a snapshot waits for a lock; readers of a WAL database wait for a checkpoint's end at most. */
const WAIT_MS = 10_000

/**
 * Writes the database as it is at one instant into a new file, while others go on reading and writing, and has it on
 * disk. One read transaction, unlike SQLite's backup interface, which begins anew whenever another process writes.
 * @throws Error when there is no database, or the target exists
 */
export async function snapshotDatabase(file: string, target: string): Promise<void> {
  const connection = new Sqlite(file, { fileMustExist: true, timeout: WAIT_MS })
  try {
    connection.prepare('VACUUM INTO ?').run(target)
  } finally {
    connection.close()
  }
  await syncPath(target)
}

/**
 * Reads a database that nobody writes to, such as the one of a backup, without leaving anything beside it.
 * @throws Error when it is no database
 */
export function readStill<T>(file: string, work: (connection: Sqlite.Database) => T): T {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}

/** Faults of structure and of references that SQLite finds in a database; none when it is sound. */
export function databaseFaults(connection: Sqlite.Database): string[] {
  const structure = connection.pragma('integrity_check(20)') as { integrity_check: string }[]
  const said = structure.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const references = connection.pragma('foreign_key_check') as {
    table: string
    rowid: number
    parent: string
  }[]
  return [
    ...said,
    ...references.slice(0, 20).map(({ table, rowid, parent }) => `row ${rowid} of ${table} has no ${parent}`),
  ]
}

/** Whether a process has the database open: taking it for oneself fails then. */
export function isInUse(file: string): boolean {
  if (!fs.existsSync(file)) return false
  const connection = new Sqlite(file, { timeout: 0 })
  try {
    connection.pragma('locking_mode = EXCLUSIVE')
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    connection.pragma('journal_mode = DELETE')
    connection.pragma('journal_mode = WAL')
    return false
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return true
    return false
  } finally {
    connection.close()
  }
}
