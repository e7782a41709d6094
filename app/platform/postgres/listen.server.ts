import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '~/core/ids'
import pg from 'pg'
import { DatabaseLostError } from '../database-lost'
import { logger } from '../logger.server'
import { faultOf } from './faults'
import { takeLead } from './lead.server'
import { prepareConnection } from './new-connection.server'
import { noteFault } from './presence.server'

/** What nodes tell one another at a commit that left work to do. */
const CHANNEL = 'gisement_work'
const PAUSE_MS = 2000
/** How often a node asks whether the line to the database still carries. */
const BEAT_MS = 5000
/** An answer that takes longer will not come: the connection is made anew. */
const ANSWER_MS = 10_000
/** A process that was held up for this long may have missed an answer that is there. */
const HELD_UP_MS = 2000

/** This process among the nodes: it needs not be told of its own work. */
const NODE = newId()

/** Tells the other nodes of work, in a transaction: they hear of it at its commit, and of nothing that is taken back. */
export async function tellNodes(through: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await through.query('select pg_notify($1, $2)', [CHANNEL, NODE])
}

export type Nodes = {
  /** Whether this node does what one of them does for all, from now on where none did. Never while it cannot hear. */
  isLeading: () => Promise<boolean>
  stop: () => Promise<void>
}

type Heard = {
  onWork: () => void
  /** The line swallows what is sent, as where a machine is gone: other connections to it wait for nothing. */
  onSilence: () => void
}

/**
 * Hears from other nodes of work, on a connection of its own that is made again when it breaks. Who is told also looks
 * from time to time: what is said meanwhile is not said again. Asks the database from time to time whether it is there.
 */
export function hearNodes(url: string, { onWork, onSilence }: Heard): Nodes {
  const stopping = new AbortController()
  let heardOn: pg.Client | null = null
  const listening = (async () => {
    while (!stopping.signal.aborted) {
      const client = clientTo(url)
      try {
        await listen(client, { onWork, onHeard: () => (heardOn = client), signal: stopping.signal })
      } catch (error) {
        if (error instanceof Silence) onSilence()
        const fault = noteFault(faultOf(error instanceof Silence ? error.cause : error))
        const reason = fault instanceof Error ? fault.message : String(fault)
        // Of a database that is lost, its connections tell once.
        if (!(fault instanceof DatabaseLostError))
          logger().warn({ reason }, 'other nodes cannot be heard; trying again')
      } finally {
        heardOn = null
      }
      await wait(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    isLeading: async () => {
      const client = heardOn
      if (client === null) return false
      return takeLead(client).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        logger().warn({ reason }, 'it cannot be told which node leads')
        return false
      })
    },
    stop: async () => {
      stopping.abort()
      await listening
    },
  }
}

function clientTo(url: string): pg.Client {
  return new pg.Client({
    ...{ connectionString: url, keepAlive: true, connectionTimeoutMillis: 8000, query_timeout: ANSWER_MS },
    application_name: 'gisement',
  })
}

type Listening = { onWork: () => void; onHeard: () => void; signal: AbortSignal }

/** Listens until the connection ends or it is asked to stop. */
async function listen(client: pg.Client, { onWork, onHeard, signal }: Listening): Promise<void> {
  let stop = () => {}
  const ended = new Promise<void>((done) => {
    stop = done
    client.once('end', () => done())
  })
  signal.addEventListener('abort', stop, { once: true })
  // Without a listener, a connection that breaks would end the process.
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => {
    if (payload !== NODE) onWork()
  })
  try {
    await client.connect()
    await prepareConnection(client)
    await client.query(`listen ${CHANNEL}`)
    onHeard()
    // What was said while nobody listened.
    onWork()
    await beatUntil(ended, client)
  } catch (error) {
    // It would wait for what it has yet to send.
    if (error instanceof Silence) client.connection.stream.destroy()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    await client.end().catch(() => undefined)
  }
}

/** No answer came in time, to a process that was there to take it. */
class Silence extends Error {}

/** Asks from time to time whether anybody is there. @throws Silence */
async function beatUntil(ended: Promise<void>, client: pg.Client): Promise<void> {
  const over = new AbortController()
  void ended.then(() => over.abort())
  while (!over.signal.aborted) {
    await wait(BEAT_MS, undefined, { signal: over.signal }).catch(() => undefined)
    if (over.signal.aborted) return
    const askedAt = performance.now()
    try {
      await client.query('select 1')
    } catch (cause) {
      const waitedMs = performance.now() - askedAt
      const isSilent = waitedMs >= ANSWER_MS && waitedMs < ANSWER_MS + HELD_UP_MS
      throw isSilent ? new Silence('The database does not answer', { cause }) : cause
    }
  }
}
