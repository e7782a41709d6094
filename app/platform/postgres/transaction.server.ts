import pg, { type PoolClient } from 'pg'
import { DatabaseLostError } from '../database-lost'
import type { Db } from '../db-type'
import { logger } from '../logger.server'
import { inOrder, runnerOver, type Connections } from './connection.server'
import { faultOf } from './faults'
import { tellNodes } from './listen.server'
import type { PostgresDatabase } from './open.server'
import { noteFault } from './presence.server'
import { postgresDb, type Runner } from './session'

/** Whoever writes holds this lock until the end of its transaction: «gisement» in eight bytes. */
const WRITING = 7_451_613_937_925_451_380n
/** How long a write waits for another process's write before it gives up. */
const LOCK_WAIT_MS = 8000

/** When a write was last given up, and why: who waited behind it is told the same, and does not try for as long. */
const givenUp = new WeakMap<Connections, { at: number; fault: unknown }>()

function giveUp(connections: Connections, fault: unknown): unknown {
  givenUp.set(connections, { at: performance.now(), fault })
  return fault
}

/** Another process has held the lock all the while: nothing was written. */
function heldFault(cause: unknown): DatabaseLostError {
  logger().warn({ waitedMs: LOCK_WAIT_MS }, 'a write waited in vain for another process, and was told 503')
  return new DatabaseLostError('another process has held the lock of who writes', { cause })
}

const LOCK_NOT_AVAILABLE = '55P03'
const isHeld = (error: unknown) => error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE

/**
 * Begins a transaction that is the only one that writes, of all processes. Others wait for its end, and each of its
 * statements sees all that was committed before: the promises of SQLite's `BEGIN IMMEDIATE`, on which conditional updates,
 * numbered rows and hash chains rest.
 * @param askedAt when it took its place in the queue, by the clock of `performance.now`
 * @throws DatabaseLostError where the server is out of reach, or another process does not let the lock go
 */
export async function beginPostgres(
  { connections }: PostgresDatabase,
  { isLight, askedAt }: { isLight: boolean; askedAt: number },
): Promise<PostgresTransaction> {
  const before = givenUp.get(connections)
  if (before && before.at > askedAt) throw before.fault
  const client = await connections.writers.connect().catch((error: unknown) => {
    throw giveUp(connections, noteFault(faultOf(error)))
  })
  try {
    const light = isLight ? 'set local synchronous_commit = off;' : ''
    await client.query(
      `begin; ${light} set local lock_timeout = ${LOCK_WAIT_MS}; select pg_advisory_xact_lock(${WRITING});`,
    )
    return new PostgresTransaction(client, isLight)
  } catch (error) {
    client.release(true)
    if (isHeld(error)) throw giveUp(connections, heldFault(error))
    throw noteFault(faultOf(error))
  }
}

export class PostgresTransaction {
  readonly db: Db
  /** The server left, or takes no writes any more: its connection is not used again. */
  private isLost = false

  constructor(
    private readonly client: PoolClient,
    private readonly isLight: boolean,
  ) {
    const run = runnerOver(client)
    const noting: Runner = (...asked) =>
      run(...asked).catch((error: unknown) => {
        this.isLost ||= error instanceof DatabaseLostError
        throw error
      })
    this.db = postgresDb(inOrder(noting))
  }

  /** Has the other nodes told of work at its commit. */
  async tellOfWork(): Promise<void> {
    await tellNodes(this.client).catch((error: unknown) => {
      throw noteFault(faultOf(error))
    })
  }

  /**
   * Ends it one way or the other. A connection whose end failed is not used again: the server takes back what it held.
   * @throws DatabaseLostError where the server left meanwhile: unsure of a commit that had been asked for, unless what it
   * wrote is nothing that people send
   */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    try {
      const { command } = await this.client.query(how)
      // After a statement that failed, PostgreSQL takes back what it is asked to commit, and says so in one word.
      if (how === 'commit' && command !== 'COMMIT')
        throw new Error('The transaction could not be committed: one of its statements had failed')
    } catch (error) {
      this.client.release(true)
      throw noteFault(faultOf(error, how === 'commit' && !this.isLight ? 'commit' : 'statement'))
    }
    this.client.release(this.isLost)
  }
}
