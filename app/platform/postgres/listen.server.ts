import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '~/core/ids'
import pg from 'pg'
import { DatabaseLostError } from '../database-lost'
import { logger } from '../logger.server'
import { faultOf } from './faults'
import { noteFault } from './presence.server'

/** What nodes tell one another at a commit that left work to do. */
const CHANNEL = 'gisement_work'
const PAUSE_MS = 2000

/** This process among the nodes: it needs not be told of its own work. */
const NODE = newId()

/** Tells the other nodes of work, in a transaction: they hear of it at its commit, and of nothing that is taken back. */
export async function tellNodes(through: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await through.query('select pg_notify($1, $2)', [CHANNEL, NODE])
}

/**
 * Hears from other nodes of work, on a connection of its own that is made again when it breaks. Who is told also looks
 * from time to time: what is said meanwhile is not said again.
 */
export function hearNodes(url: string, onWork: () => void): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const listening = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await listen(url, onWork, stopping.signal)
      } catch (error) {
        const fault = noteFault(faultOf(error))
        const reason = fault instanceof Error ? fault.message : String(fault)
        // Of a database that is lost, its connections tell once.
        if (!(fault instanceof DatabaseLostError))
          logger().warn({ reason }, 'other nodes cannot be heard; trying again')
      }
      await wait(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await listening
    },
  }
}

/** Listens until the connection ends or it is asked to stop. */
async function listen(url: string, onWork: () => void, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({
    ...{ connectionString: url, keepAlive: true, connectionTimeoutMillis: 8000 },
    application_name: 'gisement',
  })
  const ended = new Promise<void>((done) => {
    client.once('end', () => done())
    signal.addEventListener('abort', () => done(), { once: true })
  })
  // Without a listener, a connection that breaks would end the process.
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => {
    if (payload !== NODE) onWork()
  })
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    // What was said while nobody listened.
    onWork()
    await ended
  } finally {
    await client.end().catch(() => undefined)
  }
}
