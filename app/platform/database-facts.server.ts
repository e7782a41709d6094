import fs from 'node:fs/promises'
import { database } from './db.server'

type DatabaseFacts = {
  /** What it takes on its disk. */
  databaseBytes: number
  /** What of its log is not written back; PostgreSQL's server sees to that itself. */
  walBytes: number
  /** Connections of the server that are in use, by anybody, and how many it has; null where the database is a file. */
  connections: { used: number; most: number } | null
}

/** What can be told of this process's database. */
export async function readDatabaseFacts(): Promise<DatabaseFacts> {
  const open = database()
  if (open.engine === 'sqlite') {
    const [databaseBytes, walBytes] = await Promise.all([sizeOf(open.file), sizeOf(`${open.file}-wal`)])
    return { databaseBytes, walBytes, connections: null }
  }
  const { rows } = await open.connections.readers.query<{ bytes: number; used: number; most: number }>(
    `select pg_database_size(current_database()) as bytes, current_setting('max_connections')::int as most,
       (select count(*) from pg_stat_activity where backend_type = 'client backend') as used`,
  )
  const { bytes, used, most } = rows[0]!
  return { databaseBytes: bytes, walBytes: 0, connections: { used, most } }
}

function sizeOf(file: string): Promise<number> {
  return fs.stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}
