/** An ISO day, `YYYY-MM-DD`, in Europe/Paris. Intervals are half-open: `from` included, `until` excluded. */
export type IsoDay = string
export type DayInterval = { from: IsoDay; until: IsoDay }

const DAY_MS = 86_400_000

/** Whether a text is a day of the calendar (2026-02-30 is not). */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

/** The day it is in Paris at an instant. */
export function isoDayOf(ms: number): IsoDay {
  parisDay ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return parisDay.format(new Date(ms))
}
// The first formatter of a time zone keeps a browser for tens of milliseconds: pages that need none make none.
let parisDay: Intl.DateTimeFormat | null = null

/** The hour of the day in Paris at an instant, 0 to 23. */
export function parisHourOf(ms: number): number {
  parisHour ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  return Number(parisHour.format(new Date(ms)))
}
let parisHour: Intl.DateTimeFormat | null = null

/** The instant at which a day begins in Paris. Clocks change after midnight, never at it. */
export function parisMidnightMs(day: IsoDay): number {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`)
  return utcMidnight - parisHourOf(utcMidnight) * 3_600_000
}

/** Days since the epoch, so that days subtract and compare as integers. */
export function dayNumber(day: IsoDay): number {
  const [year, month, date] = [digits(day, 0, 4), digits(day, 5, 2), digits(day, 8, 2)]
  // Years from March on, so that the day of a leap year is its last.
  const years = month < 3 ? year - 1 : year
  const months = (month + 9) % 12
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return 365 * years + leaps + Math.floor((153 * months + 2) / 5) + date - DAYS_TO_EPOCH
}
/** From the first of March of year 0, and that day itself. */
const DAYS_TO_EPOCH = 719_469

function digits(text: string, start: number, count: number): number {
  let value = 0
  for (let at = start; at < start + count; at++) value = 10 * value + text.charCodeAt(at) - 48
  return value
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Length in days; 0 when empty or reversed. */
export function lengthDays(interval: DayInterval): number {
  return Math.max(0, dayNumber(interval.until) - dayNumber(interval.from))
}

/** Days that two half-open intervals share; 0 when they do not touch. */
export function overlapDays(a: DayInterval, b: DayInterval): number {
  const from = a.from > b.from ? a.from : b.from
  const until = a.until < b.until ? a.until : b.until
  return lengthDays({ from, until })
}
