import { assertServer, connectionsTo, runnerOver, type Connections } from './connection.server'
import { postgresDb } from './session'
import type { Db } from '../db-type'

export type PostgresDatabase = {
  engine: 'postgres'
  /** The address without its password. */
  name: string
  connections: Connections
  read: Db
  /** How often each counted table was written, as the reader sees it. */
  tableVersions: () => Promise<ReadonlyMap<string, number>>
  close: () => Promise<void>
}

/** Connects to a PostgreSQL database. @throws Error when the server cannot be reached or is not fit */
export async function connectPostgres(url: string): Promise<PostgresDatabase> {
  const connections = connectionsTo(url)
  const { readers, writers } = connections
  const close = async () => {
    await Promise.all([readers.end(), writers.end()])
  }
  try {
    await assertServer(connections)
  } catch (error) {
    await close()
    throw error
  }
  return {
    engine: 'postgres',
    name: nameOf(url),
    connections,
    read: postgresDb(runnerOver(readers)),
    tableVersions: async () => {
      const { rows } = await readers.query<[string, number]>({
        text: 'select name, version from table_versions',
        rowMode: 'array',
      })
      return new Map(rows)
    },
    close,
  }
}

function nameOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
