import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { nowMs } from '~/core/clock'
import { tell } from '../matching/part'

/** A server that has just met a market does what waits there first: its proposals, its mails, its pictures. */
const LONGEST_MS = 60 * 60_000
const STEP_MS = 1000

/** For so many steps nothing is due: what was just done may lead to more, and housekeeping goes on between two jobs. */
const QUIET_STEPS = 5

/** Counts what is left to do at a moment. */
export const COUNT_DUE = (moment: string) =>
  `select (select count(*) from jobs where status = 'running' or (status = 'waiting' and run_at_ms <= ${moment}))
    + (select count(*) from outbox where dispatched_at_ms is null) as n`

/**
 * Waits until the server has no work of its own that is due, so that what is measured is what is asked for.
 * @throws Error when an hour was not enough
 */
export async function untilQuiet(databaseFile: string): Promise<void> {
  const database = new Sqlite(databaseFile, { readonly: true })
  try {
    const due = database.prepare(COUNT_DUE('?'))
    await untilNoneDue(() => Promise.resolve(Number(due.pluck().get(nowMs()))))
  } finally {
    database.close()
  }
}

/** Asks again and again until nothing is due. @throws Error when an hour was not enough */
export async function untilNoneDue(count: () => Promise<number>): Promise<void> {
  const until = performance.now() + LONGEST_MS
  // The work of the start is queued a moment after the server is ready.
  await wait(3 * STEP_MS)
  for (let step = 0, quiet = 0; quiet < QUIET_STEPS; step++) {
    const left = await count()
    quiet = left === 0 ? quiet + 1 : 0
    if (performance.now() > until) throw new Error(`The server still has ${left} jobs of its own to do`)
    if (left > 0 && step % 10 === 0) tell(`The server has ${left} jobs of its own to do first…`)
    await wait(STEP_MS)
  }
}
