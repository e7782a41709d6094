import { addDays, dayNumber, type DayInterval, type IsoDay } from '~/core/days'
import { preferenceOf, type NotificationKind, type Pace, type Paces } from './kinds'

/** Entries of a summary at most; the rest is counted, with a link to all. */
export const SUMMARY_LENGTH = 15

/**
 * The summary that news of a day go into: the day itself, or its week from Monday to Sunday. It goes out on the morning
 * after, so that of a week on Monday: 6 h in Paris in winter, 7 h in summer.
 */
export function summaryOf(pace: 'daily' | 'weekly', day: IsoDay): DayInterval & { atMs: number } {
  const from = pace === 'daily' ? day : addDays(day, -daysSinceMonday(day))
  const until = addDays(from, pace === 'daily' ? 1 : 7)
  return { from, until, atMs: Date.parse(`${until}T05:00:00Z`) }
}

/** 0 on a Monday: the epoch was a Thursday. */
function daysSinceMonday(day: IsoDay): number {
  return (dayNumber(day) + 3) % 7
}

export type Told = {
  kind: NotificationKind
  params: Record<string, string | number>
  createdAtMs: number
  /** How its e-mail was to come; null when that was not kept, and then the choice of now says. */
  pace: Pace | null
}

/** Whether news told on a day of a summary belong into it, for someone with these choices. */
export function isForSummary(told: Told, pace: 'daily' | 'weekly', paces: Paces): boolean {
  const chosen = paces[preferenceOf(told.kind)]
  return chosen !== 'off' && (told.pace ?? chosen) === pace
}

/**
 * The order of a summary: what people did, oldest first; then the pairs, those that end soonest before `soon` first, then
 * by falling score.
 */
export function sortForSummary<Item extends Told>(items: readonly Item[], soon: IsoDay): Item[] {
  const rank = (item: Item) => (scoreOf(item) === null ? 0 : endOf(item, soon) === null ? 2 : 1)
  return [...items].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    if (rank(a) === 0) return a.createdAtMs - b.createdAtMs
    const [endA, endB] = [endOf(a, soon) ?? '', endOf(b, soon) ?? '']
    return endA === endB ? (scoreOf(b) ?? 0) - (scoreOf(a) ?? 0) : endA < endB ? -1 : 1
  })
}

/** The day from which a pair can no longer be made, when it comes before `soon`. */
export function endOf({ params: { until } }: Pick<Told, 'params'>, soon: IsoDay): IsoDay | null {
  return typeof until === 'string' && until < soon ? until : null
}

function scoreOf({ params: { score } }: Told): number | null {
  return typeof score === 'number' ? score : null
}
