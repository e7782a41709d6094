import { addDays, isIsoDay, lengthDays, type DayInterval, type IsoDay } from '~/core/days'
import { calendarYear } from '~/core/period'

/** The period of a board as its address holds it; `au` is its last day, included. */
export type PeriodQuery = { annee?: number; trimestre?: number; du?: string; au?: string }

export type BoardPeriod = {
  kind: 'year' | 'quarter' | 'free'
  interval: DayInterval
  /** The year that its first day is in, and the quarter when it is one. */
  year: number
  quarter: number | null
  /** Days that were asked for made no period: the year is shown in their place. */
  isFallback: boolean
}

/** The longest free period: three years and a day, so that a leap year fits. */
const LONGEST_DAYS = 3 * 365 + 2

/**
 * The period that a query asks for; the year of `today` by default. With `wholeMonths` a free period grows to whole
 * months: two public periods that differ by a day would tell that day's handovers.
 */
export function resolvePeriod(query: PeriodQuery, today: IsoDay, wholeMonths: boolean): BoardPeriod {
  const year = query.annee ?? Number(today.slice(0, 4))
  const free = freeInterval(query)
  if (free === null || free === 'none') {
    const { trimestre } = query
    const isFallback = free === null
    const base = { year, isFallback }
    if (trimestre === undefined) return { ...base, kind: 'year', interval: calendarYear(year), quarter: null }
    return { ...base, kind: 'quarter', interval: calendarQuarter(year, trimestre), quarter: trimestre }
  }
  const interval = wholeMonths ? grownToMonths(free) : free
  return {
    kind: 'free',
    interval,
    year: Number(interval.from.slice(0, 4)),
    quarter: null,
    isFallback: false,
  }
}

/** A quarter of a calendar year, 1 to 4. */
export function calendarQuarter(year: number, quarter: number): DayInterval {
  const month = (index: number) => String(index).padStart(2, '0')
  const from = `${year}-${month(3 * quarter - 2)}-01`
  return { from, until: quarter === 4 ? `${year + 1}-01-01` : `${year}-${month(3 * quarter + 1)}-01` }
}

/** The query string of a period; the year alone when it is one. */
export function periodQuery({ kind, interval, year, quarter }: BoardPeriod): string {
  if (kind === 'free') return `?du=${interval.from}&au=${addDays(interval.until, -1)}`
  return quarter === null ? `?annee=${year}` : `?annee=${year}&trimestre=${quarter}`
}

/** What files of a period are called: «2026», «2026-t2», «2026-02-01_2026-04-15». */
export function periodSlug({ kind, interval, year, quarter }: BoardPeriod): string {
  if (kind === 'free') return `${interval.from}_${addDays(interval.until, -1)}`
  return quarter === null ? String(year) : `${year}-t${quarter}`
}

function freeInterval({ du, au }: PeriodQuery): DayInterval | 'none' | null {
  if (!du && !au) return 'none'
  if (!du || !au || !isIsoDay(du) || !isIsoDay(au)) return null
  if (du < '2000-01-01' || au > '2100-12-31') return null
  const interval = { from: du, until: addDays(au, 1) }
  const length = lengthDays(interval)
  return length > 0 && length <= LONGEST_DAYS ? interval : null
}

function grownToMonths({ from, until }: DayInterval): DayInterval {
  const last = addDays(until, -1)
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))]
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from: `${from.slice(0, 7)}-01`, until: next }
}

export type Buckets = { unit: 'week' | 'month'; starts: IsoDay[] }

/** A period up to this long is told by weeks, a longer one by months. */
const WEEKS_UP_TO_DAYS = 100

/** The steps of a period's charts: seven days from its first one when it is short, calendar months otherwise. */
export function bucketsOf(interval: DayInterval): Buckets {
  const length = lengthDays(interval)
  if (length <= WEEKS_UP_TO_DAYS) {
    const count = Math.ceil(length / 7)
    const starts = Array.from({ length: count }, (_, index) => addDays(interval.from, 7 * index))
    return { unit: 'week', starts }
  }
  const starts = [interval.from]
  let [year, month] = [Number(interval.from.slice(0, 4)), Number(interval.from.slice(5, 7))]
  for (;;) {
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    const start = `${year}-${String(month).padStart(2, '0')}-01`
    if (start >= interval.until) return { unit: 'month', starts }
    starts.push(start)
  }
}

/** The step that a day belongs to, from 0: the last one that starts on it or before. */
export function bucketOf({ starts }: Buckets, day: IsoDay): number {
  let index = 0
  while (index + 1 < starts.length && (starts[index + 1] ?? '') <= day) index += 1
  return index
}
