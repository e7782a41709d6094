import type { DayInterval, IsoDay } from './days'

/** A calendar year, 1 January included to 1 January of the next excluded. Years 1000 to 9998. */
export function calendarYear(year: number): DayInterval {
  assertYear(year)
  return { from: `${year}-01-01`, until: `${year + 1}-01-01` }
}

/** A calendar month, `month` from 1 to 12. */
export function calendarMonth(year: number, month: number): DayInterval {
  assertYear(year)
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`no month ${month}`)
  const until = month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1)
  return { from: firstOf(year, month), until }
}

/** The twelve months of a year, in order: they share no day and leave none out. */
export function monthsOfYear(year: number): DayInterval[] {
  return Array.from({ length: 12 }, (_, index) => calendarMonth(year, index + 1))
}

/** Reads a period of a URL, «2026» or «2026-07»; null when it is neither. */
export function parsePeriod(text: string): DayInterval | null {
  const match = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?$/.exec(text)
  if (!match || match[1] === '9999') return null
  const year = Number(match[1])
  return match[2] === undefined ? calendarYear(year) : calendarMonth(year, Number(match[2]))
}

/** The calendar years that an interval touches, whole; the interval itself where it is whole years. */
export function wholeYearsOf({ from, until }: DayInterval): DayInterval {
  const isNewYear = until.endsWith('-01-01')
  const end = isNewYear ? until : `${Number(until.slice(0, 4)) + 1}-01-01`
  return { from: `${from.slice(0, 4)}-01-01`, until: end }
}

/** Whether an interval is whole calendar years. */
export function isWholeYears(interval: DayInterval): boolean {
  const { from, until } = wholeYearsOf(interval)
  return from === interval.from && until === interval.until
}

/** Whether a day belongs to a half-open interval. */
export function includesDay(interval: DayInterval, day: IsoDay): boolean {
  return interval.from <= day && day < interval.until
}

function firstOf(year: number, month: number): IsoDay {
  return `${year}-${String(month).padStart(2, '0')}-01`
}

function assertYear(year: number): void {
  if (!Number.isInteger(year) || year < 1000 || year > 9998) throw new RangeError(`no year ${year}`)
}
