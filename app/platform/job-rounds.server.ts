import { and, asc, desc, eq, lte, type SQL } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { jobs, type Urgency } from '~db/sqlite/platform'
import type { Tx } from './transaction.server'

type Queue = { kind: string; urgency: Urgency }

/**
 * The round of a key's next job: the one after its last job that is not done, and never one that is over. So a key
 * with one job waits for one job of each other key at most, however many those have.
 */
export async function roundOf(tx: Tx, { fairKey, ...queue }: Queue & { fairKey: string }): Promise<number> {
  const mine = eq(jobs.fairKey, fairKey)
  const waiting = await firstRound(tx, [ofQueue(queue, 'waiting'), mine], desc(jobs.round))
  const running = await firstRound(tx, [ofQueue(queue, 'running'), mine], desc(jobs.round))
  return Math.max(await currentRound(tx, queue), (waiting ?? -1) + 1, (running ?? -1) + 1)
}

/** The round under way: that of the jobs that run, else of the next to run; 0 when there is none. */
async function currentRound(tx: Tx, queue: Queue): Promise<number> {
  const running = await firstRound(tx, [ofQueue(queue, 'running')], desc(jobs.round))
  if (running !== null) return running
  const ready = [ofQueue(queue, 'waiting'), lte(jobs.runAtMs, nowMs())]
  return (await firstRound(tx, ready, asc(jobs.round))) ?? 0
}

async function firstRound(tx: Tx, where: (SQL | undefined)[], order: SQL): Promise<number | null> {
  const rows = await tx
    .select({ round: jobs.round })
    .from(jobs)
    .where(and(...where))
    .orderBy(order)
    .limit(1)
  return rows[0]?.round ?? null
}

function ofQueue({ kind, urgency }: Queue, status: 'waiting' | 'running'): SQL | undefined {
  return and(eq(jobs.status, status), eq(jobs.kind, kind), eq(jobs.urgency, urgency))
}
