import { sql } from 'drizzle-orm'
import { jobs } from '~db/sqlite/platform'
import type { Db } from '../db-type'

/** Next jobs of a kind that a claim looks at: as many others may be taking one at the same moment. */
const LOOKED_AT = 8

/** What is told of a job to whoever takes it. */
export const claimedColumns = {
  id: jobs.id,
  kind: jobs.kind,
  payload: jobs.payload,
  attempts: jobs.attempts,
  urgency: jobs.urgency,
  requestId: jobs.requestId,
}

type Claim = {
  owner: string
  kinds: readonly string[]
  nowMs: number
  leaseUntilMs: number
  /** A job that was taken as often is dead instead. */
  mostAttempts: number
  lastWords: string
}

/**
 * Takes the next job in one statement, which waits for nobody: one whose lease has run out, else the most urgent, then by
 * round, then the oldest. A job that another claim has under its hand is passed over. What was found is looked at again
 * once it is locked: of a job that changed meanwhile, the present state counts.
 * @returns the job, `dead` where it was tried as often as it may be, null where none was free
 */
export async function takeNext(db: Db, claim: Claim) {
  const isSpent = sql`${jobs.attempts} >= ${claim.mostAttempts}`
  const whenSpent = (spent: unknown, taken: unknown) =>
    sql`case when ${isSpent} then ${spent} else ${taken} end`
  const taken = await db
    .update(jobs)
    .set({
      status: whenSpent(sql`'dead'`, sql`'running'`),
      attempts: whenSpent(jobs.attempts, sql`${jobs.attempts} + 1`),
      leaseOwner: whenSpent(sql`null`, sql`${claim.owner}`),
      leaseUntilMs: whenSpent(sql`null`, sql`${claim.leaseUntilMs}`),
      lastError: whenSpent(sql`${claim.lastWords}`, jobs.lastError),
    })
    .where(sql`${jobs.id} = (${nextOf(claim)})`)
    .returning({ ...claimedColumns, status: jobs.status })
  const [row] = taken
  if (!row) return null
  const { status, ...job } = row
  return status === 'dead' ? 'dead' : job
}

/**
 * The job whose turn it is, locked. Candidates are read without locks, of each kind its first ones, which the index gives in
 * order; the lock goes to one of them. Signs keep the index of due times out: it would sort all that wait.
 */
function nextOf({ kinds, nowMs }: Claim) {
  const asked = JSON.stringify(kinds)
  const isLeft = sql`j.status = 'running' and j.lease_until_ms < ${nowMs}`
  const isDue = sql`j.status = 'waiting' and +j.run_at_ms <= ${nowMs}`
  return sql`
    select j.id from jobs j
    where j.id in (
      select l.id from jobs l
      where l.status = 'running' and l.lease_until_ms < ${nowMs}
        and l.kind in (select value from json_each(${asked}))
      union all
      select first.id from json_each(${asked}) k cross join lateral (
        select w.id from jobs w
        where w.status = 'waiting' and w.kind = k.value and +w.run_at_ms <= ${nowMs}
        order by w.urgency, w.round, w.run_at_ms, w.id
        limit ${LOOKED_AT}
      ) first
    ) and (${isLeft} or ${isDue})
    order by case when j.status = 'running' then j.run_at_ms end nulls last, j.urgency, j.round, j.run_at_ms, j.id
    limit 1
    for update of j skip locked`
}
