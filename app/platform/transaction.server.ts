import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { database, type Db, type Database } from './db.server'
import { syncLogSoon } from './log-sync.server'
import { writeWaitSeconds } from './metrics.server'
import { noteCommit } from './request-facts.server'
import type { PostgresDatabase } from './postgres/open.server'
import { beginPostgres } from './postgres/transaction.server'

/** The database inside a transaction; repos take it as their first argument. */
export type Tx = Db & { readonly __tx?: true }

/** What a transaction under way notes of itself. */
type Inside = { leavesWork: boolean }
const inside = new AsyncLocalStorage<Inside>()
let queue: Promise<unknown> = Promise.resolve()

/** How long a write waits for another process's write before it gives up. */
const LOCK_WAIT_MS = 8000

/**
 * Runs `work` as one write transaction, the only one that writes, of all processes: on SQLite `BEGIN IMMEDIATE` on the
 * only writer, on PostgreSQL a lock that is held to its end. Commits after it, rolls back when it throws **or returns a refused `Result`**, so a refusal never leaves half a change.
 * Put nothing slow inside: images, hashes and networks are awaited before.
 * @throws Error when called inside another transaction, or when the lock stays taken
 * @throws DatabaseLostError when the server that keeps the database is out of reach
 */
export function withTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTurn((askedAt) => {
    const open = database()
    return open.engine === 'postgres'
      ? runOnPostgres(open, work, { askedAt, isLight: false })
      : runTransaction(open, work, askedAt)
  })
}

/**
 * The same for what is done again where it is lost: turning messages into jobs, telling a person. The commit does not wait
 * for the disk, which holds up everyone for milliseconds, several times for each job. What it wrote is on the disk with the
 * next commit of `withTx`, or a second later; a process that is killed loses nothing of it, a power cut that second at
 * most, and nothing that was written before or acknowledged since.
 *
 * On PostgreSQL it stands behind the lock all the same, for what reads before it writes: the round of a job follows from the
 * jobs of its key that are there, how many e-mails a person got today from those that were told.
 */
export function withLightTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTurn(async (askedAt) => {
    const open = database()
    if (open.engine === 'postgres') return runOnPostgres(open, work, { askedAt, isLight: true })
    const { writer, file } = open
    // Inside a transaction that somebody holds open around this one, SQLite refuses to change it.
    if (writer.inTransaction) return runTransaction(open, work, askedAt)
    writer.pragma('synchronous = NORMAL')
    try {
      return await runTransaction(open, work, askedAt)
    } finally {
      if (writer.open) writer.pragma('synchronous = FULL')
      syncLogSoon(file)
    }
  })
}

/**
 * The same for statements that need no other to hold: each changes rows on a condition that it looks at itself, no index in
 * memory follows these rows and no number is given to them. Taking a job, going on with it, ending it, counting a try. On
 * PostgreSQL each is a transaction of its own, behind no lock: it waits for whoever changes the very same row and for nobody
 * else, and holds no row while it waits, so that it is in no circle of who waits for whom. What is asked between two
 * statements may see what others committed meanwhile. On SQLite, which has one writer, it is `withLightTx`.
 * @throws Error when called inside a transaction
 */
export async function writeAlone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const open = database()
  if (open.engine === 'sqlite') return withLightTx(work)
  refuseNested()
  return inside.run({ leavesWork: false }, () => work(open.alone))
}

/** Does work inside a transaction and takes back what it wrote: it lasts as long as if it had been kept. */
export async function takeBack(tx: Tx, work: () => Promise<void>): Promise<void> {
  await tx.run(sql`SAVEPOINT taken_back`)
  await work()
  await tx.run(sql`ROLLBACK TO SAVEPOINT taken_back`)
}

/** Has the other nodes told, at its commit, that the transaction under way leaves work to do. */
export function noteWork(): void {
  const noted = inside.getStore()
  if (noted) noted.leavesWork = true
}

async function inTurn<T>(run: (askedAt: number) => Promise<T>): Promise<T> {
  refuseNested()
  const askedAt = performance.now()
  const turn = queue.then(() => run(askedAt))
  queue = turn.catch(() => undefined)
  return turn
}

function refuseNested(): void {
  if (inside.getStore()) throw new Error('withTx inside withTx: pass the tx on instead')
}

async function runTransaction<T>(
  { writer, write }: Database,
  work: (tx: Tx) => Promise<T>,
  askedAt: number,
): Promise<T> {
  await begin(writer)
  writeWaitSeconds.observe((performance.now() - askedAt) / 1000)
  try {
    const value = await inside.run({ leavesWork: false }, () => work(write))
    writer.exec(isRefused(value) ? 'ROLLBACK' : 'COMMIT')
    return value
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK')
    throw error
  }
}

async function runOnPostgres<T>(
  open: PostgresDatabase,
  work: (tx: Tx) => Promise<T>,
  how: { askedAt: number; isLight: boolean },
): Promise<T> {
  const transaction = await beginPostgres(open, how)
  writeWaitSeconds.observe((performance.now() - how.askedAt) / 1000)
  const noted: Inside = { leavesWork: false }
  let value: T
  try {
    value = await inside.run(noted, () => work(transaction.db))
    if (noted.leavesWork) await transaction.tellOfWork()
  } catch (error) {
    // Where the connection is gone, the server has taken everything back.
    await transaction.end('rollback').catch(() => undefined)
    throw error
  }
  if (isRefused(value)) await transaction.end('rollback')
  else {
    if (!how.isLight) noteCommit()
    await transaction.end('commit')
  }
  return value
}

async function begin(writer: Database['writer']): Promise<void> {
  const deadline = performance.now() + LOCK_WAIT_MS
  for (let pause = 1; ; pause = Math.min(pause * 2, 40)) {
    try {
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
      await wait(pause * (0.5 + Math.random()))
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

function isRefused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
