import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, asc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { jobs, type Urgency } from '~db/sqlite/platform'
import { database, reader } from '../db.server'
import { claimedColumns, takeNext } from '../postgres/claim.server'
import { preparedQuery } from '../prepared.server'
import { withLightTx, writeAlone } from '../transaction.server'

export type ClaimedJob = {
  id: string
  kind: string
  payload: Record<string, unknown>
  attempts: number
  urgency: Urgency
  requestId: string | null
}
type JobRow = typeof jobs.$inferSelect

/** A job whose worker died is claimed again after this long. */
export const LEASE_MS = 60_000
/** After this many failures a job is dead and waits for a person. */
export const MAX_ATTEMPTS = 6
const LAST_WORDS = 'Its worker ended each time without a word'

/** `again` where another job is to be looked for. */
type Claimed = ClaimedJob | 'again' | null

/** Claims the job whose turn it is, as the engine of this process's database does it best. */
export function claimOnce(owner: string, kinds: readonly string[]): Promise<Claimed> {
  return database().engine === 'postgres' ? claimUnlocked(owner, kinds) : claimFound(owner, kinds)
}

/**
 * Finds a job and then takes it unless another worker has: in two steps, the second in its turn among all writers. What a
 * bench compares with `claimJob` on PostgreSQL.
 */
export async function claimFound(owner: string, kinds: readonly string[]): Promise<Claimed> {
  const candidate = (await findAbandoned(kinds)) ?? (await findReady(kinds))
  return candidate ? ((await takeJob(owner, candidate)) ?? 'again') : null
}

/** Takes a job in one statement, which waits for no other writer. Most looks find nothing: they only read. */
async function claimUnlocked(owner: string, kinds: readonly string[]): Promise<Claimed> {
  if (!(await isJobReady(kinds))) return null
  const ms = nowMs()
  const claim = { owner, kinds, nowMs: ms, leaseUntilMs: ms + LEASE_MS }
  const job = await writeAlone((db) =>
    takeNext(db, { ...claim, mostAttempts: MAX_ATTEMPTS, lastWords: LAST_WORDS }),
  )
  // None that nobody else has under its hand: of many claims at once, each looks again.
  return job === 'dead' || job === null ? 'again' : job
}

/** Whether a job of these kinds could be claimed. */
export async function isJobReady(kinds: readonly string[]): Promise<boolean> {
  const ready = await readyKinds()
  return kinds.some((kind) => ready.has(kind))
}

let nextLook: Promise<ReadonlySet<string>> | null = null

/**
 * Kinds of which a job could be claimed. Who asks before the look begins shares it: all parts of a worker are woken at the
 * same moment.
 */
function readyKinds(): Promise<ReadonlySet<string>> {
  nextLook ??= nextTurn().then(async () => {
    nextLook = null
    const rows = await readyKindRows().all({ now: nowMs() })
    return new Set(rows.map(({ kind }) => kind))
  })
  return nextLook
}

/** Of each kind that waits, whether its next one is due; and of those that run, whose worker is gone. */
const readyKindRows = preparedQuery((db) => {
  const now = sql.placeholder('now')
  const ready = sql`(
    ${WITH_WAITING_KINDS}
    select kind from waiting where kind is not null and (
      select j.id from jobs j
      where j.status = 'waiting' and j.kind = waiting.kind and +j.run_at_ms <= ${now}
      order by j.urgency, j.round, j.run_at_ms, j.id
      limit 1
    ) is not null
    union all
    select j.kind from jobs j where j.status = 'running' and j.lease_until_ms < ${now}
  ) as ready`
  return db
    .select({ kind: sql<string>`ready.kind` })
    .from(ready)
    .prepare()
})

/**
 * The next job of these kinds. Each kind is asked for its own next one: within a kind the index gives the order, across
 * kinds every waiting job would have to be sorted, thousands of them behind a backlog.
 */
async function findReady(kinds: readonly string[]): Promise<JobRow | undefined> {
  const waiting = new Set((await waitingKinds()).map(({ kind }) => kind))
  const asked = kinds.filter((kind) => waiting.has(kind))
  const firsts = await Promise.all(asked.map((kind) => readyOf().get({ kind, now: nowMs() })))
  return firsts.flatMap((job) => job ?? []).sort(byTurn)[0]
}

/** Kinds of which a job waits, due or not: from each the index leads to the next, however many wait. */
const waitingKinds = () => reader().all<{ kind: string }>(WAITING_KINDS)
const nextKind = (after: SQL) =>
  sql`(select min(${jobs.kind}) from ${jobs} where ${jobs.status} = 'waiting' ${after})`
const WITH_WAITING_KINDS = sql`
  with recursive waiting (kind) as (
    select ${nextKind(sql``)}
    union all
    select ${nextKind(sql`and ${jobs.kind} > waiting.kind`)} from waiting where waiting.kind is not null
  )`
const WAITING_KINDS = sql`${WITH_WAITING_KINDS} select kind from waiting where kind is not null`

const readyOf = preparedQuery((db) => {
  // The sign keeps the index of due times out: it would have all that wait sorted by turn, for the one that is next.
  const isDue = sql`+${jobs.runAtMs} <= ${sql.placeholder('now')}`
  const ready = and(eq(jobs.status, 'waiting'), eq(jobs.kind, sql.placeholder('kind')), isDue)
  const order = [asc(jobs.urgency), asc(jobs.round), asc(jobs.runAtMs), asc(jobs.id)]
  return db
    .select()
    .from(jobs)
    .where(ready)
    .orderBy(...order)
    .limit(1)
    .prepare()
})

function byTurn(a: JobRow, b: JobRow): number {
  return a.urgency - b.urgency || a.round - b.round || a.runAtMs - b.runAtMs || (a.id < b.id ? -1 : 1)
}

/** A job whose worker is gone. Few jobs run at a time, and seldom is one of them left alone. */
async function findAbandoned(kinds: readonly string[]): Promise<JobRow | undefined> {
  const left = await abandoned().all({ now: nowMs() })
  return left.find(({ kind }) => kinds.includes(kind))
}

const abandoned = preparedQuery((db) => {
  const isLeft = and(eq(jobs.status, 'running'), lt(jobs.leaseUntilMs, sql.placeholder('now')))
  return db.select().from(jobs).where(isLeft).orderBy(asc(jobs.runAtMs)).prepare()
})

/**
 * Makes a job this worker's, unless another one has taken it since it was found. A job that ended its worker as often
 * as it may fail is dead instead.
 */
async function takeJob(owner: string, { id, status, attempts }: JobRow): Promise<ClaimedJob | null> {
  const asFound = and(eq(jobs.id, id), eq(jobs.status, status), eq(jobs.attempts, attempts))
  return withLightTx(async (tx) => {
    if (attempts >= MAX_ATTEMPTS) {
      const gone = { status: 'dead', leaseOwner: null, leaseUntilMs: null } as const
      await tx
        .update(jobs)
        .set({ ...gone, lastError: LAST_WORDS })
        .where(asFound)
      return null
    }
    const claimed = await tx
      .update(jobs)
      .set({
        status: 'running',
        attempts: attempts + 1,
        leaseOwner: owner,
        leaseUntilMs: nowMs() + LEASE_MS,
      })
      .where(asFound)
      .returning(claimedColumns)
    return claimed[0] ?? null
  })
}
