import { and, count, desc, eq, inArray, like, lte, max, min, ne, or } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { maskLine } from '~/platform/mask'
import { changes, jobs } from '~db/sqlite/platform'
import { searchChanges } from '~db/sqlite/vocabulary'
import type { KindState } from '../model/queue'

/** What waits, runs or is dead, by kind of job, at an instant. */
export async function readQueue(nowMs: number): Promise<KindState[]> {
  const isDue = or(ne(jobs.status, 'waiting'), lte(jobs.runAtMs, nowMs))
  const rows = await reader()
    .select({ kind: jobs.kind, status: jobs.status, total: count(), oldest: min(jobs.runAtMs) })
    .from(jobs)
    .where(and(inArray(jobs.status, ['waiting', 'running', 'dead']), isDue))
    .groupBy(jobs.kind, jobs.status)
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
  return kinds.map((kind) => {
    const of = (status: string) => rows.find((row) => row.kind === kind && row.status === status)
    const oldest = of('waiting')?.oldest ?? null
    return {
      kind,
      waiting: of('waiting')?.total ?? 0,
      running: of('running')?.total ?? 0,
      dead: of('dead')?.total ?? 0,
      oldestMs: oldest === null ? null : nowMs - oldest,
    }
  })
}

export type DeadJob = {
  id: string
  kind: string
  lastError: string
  requestId: string | null
  createdAtMs: number
}

/** Which failed jobs: those that send an e-mail, or all. */
function isDead(onlyMails: boolean) {
  const dead = eq(jobs.status, 'dead')
  return onlyMails ? and(dead, like(jobs.kind, 'send-%')) : dead
}

/** The newest jobs that failed as often as they are tried. Errors are told without addresses. */
export async function listDeadJobs({
  limit,
  onlyMails = false,
}: {
  limit: number
  onlyMails?: boolean
}): Promise<DeadJob[]> {
  const rows = await reader()
    .select({
      id: jobs.id,
      kind: jobs.kind,
      lastError: jobs.lastError,
      requestId: jobs.requestId,
      createdAtMs: jobs.createdAtMs,
    })
    .from(jobs)
    .where(isDead(onlyMails))
    .orderBy(desc(jobs.createdAtMs))
    .limit(limit)
  return rows.map(({ lastError, ...row }) => ({ ...row, lastError: maskLine(lastError ?? '') }))
}

/** E-mails that failed as often as they are tried: the newest, and how many there are. */
export async function readFailedMails(limit: number): Promise<{ total: number; shown: DeadJob[] }> {
  const [rows, shown] = await Promise.all([
    reader().select({ total: count() }).from(jobs).where(isDead(true)),
    listDeadJobs({ limit, onlyMails: true }),
  ])
  return { total: rows[0]?.total ?? 0, shown }
}

/** When the last e-mail was handed to the mail server or to the folder; null when none ever was. */
export async function lastMailAtMs(): Promise<number | null> {
  const rows = await reader()
    .select({ atMs: max(jobs.doneAtMs) })
    .from(jobs)
    .where(and(eq(jobs.status, 'done'), like(jobs.kind, 'send-%')))
  return rows[0]?.atMs ?? null
}

/** The last number of each table of changes. */
export async function lastChanges(): Promise<Record<'changes' | 'search_changes', number>> {
  const [all, searched] = await Promise.all([
    reader()
      .select({ seq: max(changes.seq) })
      .from(changes),
    reader()
      .select({ seq: max(searchChanges.seq) })
      .from(searchChanges),
  ])
  return { changes: all[0]?.seq ?? 0, search_changes: searched[0]?.seq ?? 0 }
}
