import { isoDayOf } from '~/core/days'
import {
  MODERATION_ACTS,
  REPORTED_KINDS,
  REPORT_REASONS,
  type ModerationAct,
  type ReportedKind,
  type ReportReason,
} from '~/core/moderation-terms'

/** Fewer than this are not told of anything, so that no person and no listing is recognised. */
export const LEAST_TOLD = 5

/** A count as it is told; null where it is withheld. */
export type Told = number | null
export type ToldCounts<Name extends string> = { rows: { name: Name; count: Told }[]; total: Told }

/**
 * Counts as they may be told: those under `LEAST_TOLD` are withheld, with the next smallest as long as the total would
 * give them away, and the total itself where nothing else is left to withhold. Zeros are told.
 */
export function tellCounts<Name extends string>(
  names: readonly Name[],
  counted: readonly Name[],
): ToldCounts<Name> {
  const all = names.map((name) => ({ name, count: counted.filter((one) => one === name).length }))
  const bySize = all.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)
  const hidden = new Set(bySize.filter(({ count }) => count < LEAST_TOLD).map(({ name }) => name))
  for (const { name } of bySize) if (hidden.size > 0 && isGivenAway(all, hidden)) hidden.add(name)
  const isTotalHidden = hidden.size > 0 && isGivenAway(all, hidden)
  return {
    rows: all.map(({ name, count }) => ({ name, count: hidden.has(name) ? null : count })),
    total: isTotalHidden ? null : counted.length,
  }
}

/** Whether the total leaves the withheld counts no play: one of them alone, or each as small as a count can be. */
function isGivenAway<Name>(
  all: readonly { name: Name; count: number }[],
  hidden: ReadonlySet<Name>,
): boolean {
  const sum = all.filter(({ name }) => hidden.has(name)).reduce((total, { count }) => total + count, 0)
  return hidden.size < 2 || sum - hidden.size < LEAST_TOLD
}

/** Tables of the same cases: where the total of one is withheld, none of them may tell it. */
function together<Tables extends Record<string, ToldCounts<string>>>(tables: Tables): Tables {
  if (Object.values(tables).every(({ total }) => total !== null)) return tables
  const withheld = Object.entries(tables).map(([key, { rows }]) => [
    key,
    { rows: rows.map(({ name, count }) => ({ name, count: count === 0 ? 0 : null })), total: null },
  ])
  return Object.fromEntries(withheld) as Tables
}

const DAY_MS = 86_400_000

/** The middle delay in whole days, rounded up; null for none and for fewer than may be told. */
export function medianDays(delaysMs: readonly number[]): number | null {
  if (delaysMs.length < LEAST_TOLD) return null
  const sorted = [...delaysMs].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return Math.ceil(median / DAY_MS)
}

export type ReportFact = {
  kind: ReportedKind
  reason: ReportReason
  /** When the team could read it. */
  confirmedAtMs: number
  /** When it was decided of; null while it waits. */
  decidedAtMs: number | null
}
export type DecisionFact = {
  act: ModerationAct
  ground: ReportReason
  decidedAtMs: number
  /** Whether it answered a report. */
  isReported: boolean
  appealedAtMs: number | null
  appealOutcome: 'upheld' | 'overturned' | null
  appealDecidedAtMs: number | null
}

const SOURCES = ['reported', 'own'] as const
const APPEALS = ['upheld', 'overturned', 'waiting'] as const

/** What a year of moderation tells: reports, decisions and appeals of a calendar year of Paris, small counts withheld. */
export function statisticsOf(
  year: number,
  facts: { reports: readonly ReportFact[]; decisions: readonly DecisionFact[] },
) {
  const isIn = (atMs: number) => isoDayOf(atMs).startsWith(`${year}-`)
  const reports = facts.reports.filter(({ confirmedAtMs }) => isIn(confirmedAtMs))
  const decisions = facts.decisions.filter(({ decidedAtMs }) => isIn(decidedAtMs))
  const appeals = facts.decisions.filter(({ appealedAtMs }) => appealedAtMs !== null && isIn(appealedAtMs))
  const answered = reports.flatMap(({ confirmedAtMs, decidedAtMs }) =>
    decidedAtMs === null ? [] : [decidedAtMs - confirmedAtMs],
  )
  const appealAnswered = appeals.flatMap(({ appealedAtMs, appealDecidedAtMs }) =>
    appealedAtMs === null || appealDecidedAtMs === null ? [] : [appealDecidedAtMs - appealedAtMs],
  )
  return {
    ...together({
      reasons: tellCounts(
        REPORT_REASONS,
        reports.map(({ reason }) => reason),
      ),
      kinds: tellCounts(
        REPORTED_KINDS,
        reports.map(({ kind }) => kind),
      ),
    }),
    ...together({
      acts: tellCounts(
        MODERATION_ACTS,
        decisions.map(({ act }) => act),
      ),
      grounds: tellCounts(
        REPORT_REASONS,
        decisions.map(({ ground }) => ground),
      ),
      sources: tellCounts(
        SOURCES,
        decisions.map(({ isReported }) => (isReported ? 'reported' : 'own')),
      ),
    }),
    appeals: tellCounts(
      APPEALS,
      appeals.map(({ appealOutcome }) => appealOutcome ?? 'waiting'),
    ),
    delays: { reports: medianDays(answered), appeals: medianDays(appealAnswered) },
  }
}

export type ModerationStatistics = ReturnType<typeof statisticsOf>
export const STATISTIC_TABLES = ['reasons', 'kinds', 'acts', 'grounds', 'sources', 'appeals'] as const
export type StatisticTable = (typeof STATISTIC_TABLES)[number]
