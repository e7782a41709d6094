import fs from 'node:fs'
import { connectionTo, isOnPostgres } from './database'

const TABLES = isOnPostgres
  ? `select tablename as name from pg_tables where schemaname = 'public' and tablename not like '\\_\\_%' order by 1`
  : `select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' order by 1`

/** Every row of every table of a database, by the name of the table: to the last value, whichever the engine. */
export function contentsOf(address: string): Record<string, unknown[]> {
  const connection = connectionTo(address)
  // The order of writing is a number of the database's own; PostgreSQL has no other order to answer in.
  const rowsOf = (name: string) =>
    isOnPostgres
      ? `select to_jsonb(t) - 'rowid' as row from "${name}" t order by 1`
      : `select * from "${name}"`
  try {
    const names = connection.prepare(TABLES).pluck().all() as string[]
    return Object.fromEntries(names.map((name) => [name, connection.prepare(rowsOf(name)).all()]))
  } finally {
    connection.close()
  }
}

/** Whether a database holds anything: a file that is there, or a database of PostgreSQL with a table. */
export function isThere(address: string): boolean {
  if (!isOnPostgres) return fs.existsSync(address)
  const connection = connectionTo(address)
  const names = connection.prepare(TABLES).all()
  connection.close()
  return names.length > 0
}
