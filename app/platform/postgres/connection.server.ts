import pg from 'pg'
import { tellSlow } from '../slow-queries.server'
import { faultOf } from './faults'
import { prepareConnection } from './new-connection.server'
import { OftenAsked } from './often-asked'
import { noteAnswer, noteFault } from './presence.server'
import type { Answer, Runner } from './session'

/** The oldest server whose SQL is counted on. */
const OLDEST = 150_000
/** Connections that read, for each process; one more writes. */
const READERS = 8
/** What a process that hangs in the midst of a transaction holds is given back after this long. */
const HANGS_MS = 20_000
/** Connections for statements that write by themselves: few, since none of them waits for another. */
const ALONE = 2

/** Values as SQLite gives them: whole numbers and sums as numbers, truth as 1 and 0. Masses and times stay below 2^53. */
const READ_AS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
  [pg.types.builtins.BOOL]: (text) => (text === 't' ? 1 : 0),
}

/** Parts of an error that hold values of rows. */
const QUOTES = ['detail', 'where', 'internalQuery'] as const

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    READ_AS[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

/** Connections of this process to the database of an address. */
export type Connections = {
  readers: pg.Pool
  /** Transactions, each the only one that writes of all processes. */
  writers: pg.Pool
  /** Statements that are a transaction each, whose commits do not wait for the disk. */
  alone: pg.Pool
  /** Breaks all of them off: what is under way fails as lost, and the next statement makes its connection anew. */
  breakOff: () => void
}

/** Ends all of them, once what is under way has its answers. */
export async function endConnections({ readers, writers, alone }: Connections): Promise<void> {
  await Promise.all([readers.end(), writers.end(), alone.end()])
}

/** Connections are made when they are first needed; `assertServer` makes one. */
export function connectionsTo(url: string): Connections {
  const poolOf = (max: number, settings: Record<string, string>) =>
    new pg.Pool({
      ...{ connectionString: url, types, keepAlive: true, connectionTimeoutMillis: 8000 },
      ...{ max, application_name: 'gisement' },
      // The pool waits for it, which its types do not say.
      onConnect: (client): unknown => prepareConnection(client, settings),
    })
  const readers = poolOf(READERS, {
    default_transaction_read_only: 'on',
    // A word of eight letters with a slip in its middle has no more in common with the right one. Where `pg_trgm` is
    // not there, nobody reads it.
    'pg_trgm.word_similarity_threshold': '0.35',
  })
  const writers = poolOf(1, { idle_in_transaction_session_timeout: String(HANGS_MS) })
  const alone = poolOf(ALONE, { synchronous_commit: 'off' })
  const clients = new Set<pg.PoolClient>()
  for (const pool of [readers, writers, alone]) {
    // A connection that breaks is replaced by the next one. Without a listener it would end the process, whether
    // somebody uses it, who then gets the error as well, or nobody.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => {
      client.on('error', (error) => void noteFault(faultOf(error)))
      clients.add(client)
    })
    pool.on('remove', (client) => void clients.delete(client))
  }
  const breakOff = () => clients.forEach(({ connection }) => connection.stream.destroy())
  return { readers, writers, alone, breakOff }
}

/** @throws Error when the server is too old, keeps texts in another encoding than UTF-8 or acknowledges what it has not written */
export async function assertServer({ writers }: Connections): Promise<void> {
  const asked = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
    current_setting('synchronous_commit') as synced`
  const { rows } = await writers.query<{ version: number; encoding: string; synced: string }>(asked)
  const { version, encoding, synced } = rows[0]!
  if (version < OLDEST) throw new Error(`PostgreSQL ${version / 10_000} is too old: 15 or newer is needed`)
  if (encoding !== 'UTF8') throw new Error(`The database keeps texts as ${encoding}: UTF8 is needed`)
  if (synced === 'off')
    throw new Error('synchronous_commit is off: what is acknowledged would not be safe on the disk')
}

/** Asks a statement that no builder made: of migrations, catalogues and copies. */
export type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** Asks over a pool or one of its connections. */
export function askOver(through: Pick<pg.Pool, 'query'>): Ask {
  return async <Row extends object>(text: string, values?: readonly unknown[]) => {
    const { rows } = await through.query<Row>(text, values && [...values])
    return rows
  }
}

/** A text without NUL, which PostgreSQL keeps in none: forms and addresses have none, what was read of JSON might. */
function storable(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value
}

/** An error without what it quotes of rows, which would be in the log. */
function withoutRows(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) for (const quote of QUOTES) delete error[quote]
  return error
}

const oftenAsked = new OftenAsked()

/** What a connection had planned answers in other types now: a migration of another node came in between. */
const OUTDATED = '0A000'
const isOutdated = (error: unknown) => error instanceof pg.DatabaseError && error.code === OUTDATED

/**
 * Runs statements over a pool or one of its connections, and tells of those that take long. A statement whose connection
 * is lost fails with a `DatabaseLostError`.
 */
export function runnerOver(through: Pick<pg.Pool, 'query'>): Runner {
  const run: Runner = async (text, values, asLists): Promise<Answer> => {
    const startedAt = performance.now()
    const name = oftenAsked.nameOf(text)
    try {
      const asked = { text, name, values: values.map(storable) }
      const { rows, rowCount } = asLists
        ? await through.query({ ...asked, rowMode: 'array' })
        : await through.query(asked)
      noteAnswer()
      oftenAsked.note(text, performance.now() - startedAt)
      return { rows: rows as unknown[], rowCount: rowCount ?? 0 }
    } catch (error) {
      const isPlannedAnew = name !== undefined && isOutdated(error)
      if (isPlannedAnew) oftenAsked.forget(text)
      // Within a transaction all of it has failed.
      if (isPlannedAnew && through instanceof pg.Pool) return run(text, values, asLists)
      throw noteFault(faultOf(withoutRows(error)))
    } finally {
      tellSlow(text, performance.now() - startedAt)
    }
  }
  return run
}

/** The same over one connection, which several may ask at once: each statement waits for the one before. */
export function inOrder(run: Runner): Runner {
  let last: Promise<unknown> = Promise.resolve()
  return (text, values, asLists) => {
    const turn = last.then(() => run(text, values, asLists))
    last = turn.catch(() => undefined)
    return turn
  }
}
