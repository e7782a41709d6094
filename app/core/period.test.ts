import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, lengthDays } from './days'
import { calendarMonth, calendarYear, includesDay, monthsOfYear, parsePeriod, wholeYearsOf } from './period'

const year = fc.integer({ min: 1970, max: 2200 })

describe('calendar periods', () => {
  it('cut a year into twelve months that follow each other', () => {
    fc.assert(
      fc.property(year, (y) => {
        const months = monthsOfYear(y)
        expect(months[0]!.from).toBe(calendarYear(y).from)
        expect(months[11]!.until).toBe(calendarYear(y).until)
        for (let i = 1; i < 12; i++) expect(months[i]!.from).toBe(months[i - 1]!.until)
      }),
    )
  })

  it.each([
    [2026, 365],
    [2028, 366],
    [2100, 365],
  ])('give %d its %d days', (y, days) => {
    expect(lengthDays(calendarYear(y))).toBe(days)
  })

  it('give February its days and December its end', () => {
    expect(lengthDays(calendarMonth(2028, 2))).toBe(29)
    expect(calendarMonth(2026, 12)).toEqual({ from: '2026-12-01', until: '2027-01-01' })
  })

  it.each([0, 13, 1.5])('refuse month %d', (month) => {
    expect(() => calendarMonth(2026, month)).toThrow(RangeError)
  })
  it.each([999, 9999, 2026.5])('refuse year %d', (y) => {
    expect(() => calendarYear(y)).toThrow(RangeError)
  })
})

describe('includesDay', () => {
  it('holds the first day, not the day after the last', () => {
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), (y, m) => {
        const month = calendarMonth(y, m)
        expect(includesDay(month, month.from)).toBe(true)
        expect(includesDay(month, addDays(month.until, -1))).toBe(true)
        expect(includesDay(month, month.until)).toBe(false)
        expect(includesDay(month, addDays(month.from, -1))).toBe(false)
      }),
    )
  })
})

describe('parsePeriod', () => {
  it.each([
    ['2026', { from: '2026-01-01', until: '2027-01-01' }],
    ['2026-07', { from: '2026-07-01', until: '2026-08-01' }],
    ['2026-13', null],
    ['2026-7', null],
    ['26', null],
    ['9999', null],
    ['', null],
  ])('%s → %j', (text, period) => {
    expect(parsePeriod(text)).toEqual(period)
  })
})

describe('wholeYearsOf', () => {
  it.each([
    ['2026-04-01', '2026-07-01', '2026-01-01', '2027-01-01'],
    ['2026-10-01', '2027-01-01', '2026-01-01', '2027-01-01'],
    ['2025-11-01', '2026-04-01', '2025-01-01', '2027-01-01'],
    ['2025-01-01', '2027-01-01', '2025-01-01', '2027-01-01'],
    ['2026-12-31', '2027-01-02', '2026-01-01', '2028-01-01'],
  ])('of %s to %s is %s to %s', (from, until, first, last) => {
    expect(wholeYearsOf({ from, until })).toEqual({ from: first, until: last })
  })
})
