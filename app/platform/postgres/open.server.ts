import type pg from 'pg'
import { nameOfDatabase } from '../database-place'
import type { Db } from '../db-type'
import {
  askOver,
  assertServer,
  connectionsTo,
  endConnections,
  inOrder,
  runnerOver,
  type Ask,
  type Connections,
} from './connection.server'
import { connectionFault } from './faults'
import { postgresDb } from './session'

export type PostgresDatabase = {
  engine: 'postgres'
  /** Where another thread finds it; holds the password. */
  place: { url: string }
  /** The address without its user and password. */
  name: string
  connections: Connections
  read: Db
  /** Statements that are a transaction each, behind no lock. */
  alone: Db
  /** How often each counted table was written, as the reader sees it. */
  tableVersions: () => Promise<ReadonlyMap<string, number>>
  close: () => Promise<void>
}

/** Connects to a PostgreSQL database. @throws Error with a sentence when the server cannot be reached or is not fit */
export async function connectPostgres(url: string): Promise<PostgresDatabase> {
  const connections = connectionsTo(url)
  const close = () => endConnections(connections)
  try {
    await assertServer(connections)
  } catch (error) {
    await close()
    throw connectionFault(error, url)
  }
  return databaseOver(url, { connections, reader: connections.readers, close })
}

/** A database as one moment shows it, for statements that no builder made. */
export type Asked = Pick<PostgresDatabase, 'name'> & { ask: Ask; through: Pick<pg.ClientBase, 'query'> }

/**
 * Connects for a thread of its own that only reads: everything that is read until it is closed is of the one moment of
 * the first statement, whatever is written meanwhile.
 */
export async function connectMoment(url: string): Promise<PostgresDatabase & Asked> {
  const connections = connectionsTo(url)
  const end = () => endConnections(connections)
  let reader: pg.PoolClient | undefined
  try {
    reader = await connections.readers.connect()
    await reader.query('begin isolation level repeatable read read only')
    const held = reader
    const close = async () => {
      // The transaction ends with its connection.
      held.release(true)
      await end()
    }
    const read = postgresDb(inOrder(runnerOver(held)))
    return {
      ...databaseOver(url, { connections, reader, close }),
      read,
      ask: askOver(reader),
      through: reader,
    }
  } catch (error) {
    reader?.release(true)
    await end()
    throw connectionFault(error, url)
  }
}

type Parts = Pick<PostgresDatabase, 'connections' | 'close'> & { reader: pg.Pool | pg.PoolClient }

function databaseOver(url: string, { connections, reader, close }: Parts): PostgresDatabase {
  const run = runnerOver(reader)
  return {
    engine: 'postgres',
    place: { url },
    name: nameOfDatabase(url),
    connections,
    read: postgresDb(run),
    alone: postgresDb(runnerOver(connections.alone)),
    tableVersions: async () => {
      const { rows } = await run('select name, version from table_versions', [], true)
      return new Map(rows as [string, number][])
    },
    close,
  }
}
