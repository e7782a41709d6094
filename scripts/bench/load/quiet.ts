import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { nowMs } from '~/core/clock'
import { tell } from '../matching/part'

/** A server that has just met a market does what waits there first: its proposals, its mails, its pictures. */
const LONGEST_MS = 60 * 60_000
const STEP_MS = 1000

/**
 * Waits until the server has no work of its own that is due, so that what is measured is what is asked for.
 * @throws Error when an hour was not enough
 */
export async function untilQuiet(databaseFile: string): Promise<void> {
  const database = new Sqlite(databaseFile, { readonly: true })
  try {
    const due = database.prepare(
      `select count(*) from jobs where status = 'running' or (status = 'waiting' and run_at_ms <= ?)`,
    )
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
  for (let left = await count(), step = 0; left > 0; left = await count(), step++) {
    if (performance.now() > until) throw new Error(`The server still has ${left} jobs of its own to do`)
    if (step % 10 === 0) tell(`The server has ${left} jobs of its own to do first…`)
    await wait(STEP_MS)
  }
}
