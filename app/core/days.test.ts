import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, isIsoDay, lengthDays, overlapDays, parisMidnightMs } from './days'

describe('dayNumber', () => {
  it('counts days as the calendar does, for any day of any year', () => {
    const first = Date.parse('0000-01-01T00:00:00Z') / 86_400_000
    const last = Date.parse('9999-12-31T00:00:00Z') / 86_400_000
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
        expect(isIsoDay(day)).toBe(true)
        expect(dayNumber(day)).toBe(number)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2100-03-01', 47_541],
    ['1969-12-31', -1],
  ])('%s is day %d', (day, number) => {
    expect(dayNumber(day)).toBe(number)
  })

  it('is no number for what is no day', () => {
    expect(dayNumber('')).toBeNaN()
    expect(dayNumber('soon')).toBeNaN()
  })
})

describe('intervals', () => {
  it('share days when both hold them', () => {
    const a = { from: '2026-02-20', until: '2026-03-10' }
    expect(overlapDays(a, { from: '2026-03-01', until: '2026-04-01' })).toBe(9)
    expect(overlapDays(a, { from: '2026-03-10', until: '2026-04-01' })).toBe(0)
    expect(lengthDays({ from: '2026-03-10', until: '2026-03-01' })).toBe(0)
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  })
})

it.each([
  ['2026-09-15', '2026-09-14T22:00:00Z'],
  ['2026-12-01', '2026-11-30T23:00:00Z'],
  ['2026-03-29', '2026-03-28T23:00:00Z'],
  ['2026-03-30', '2026-03-29T22:00:00Z'],
  ['2026-10-25', '2026-10-24T22:00:00Z'],
])('begins %s in Paris at %s', (day, instant) => {
  expect(parisMidnightMs(day)).toBe(Date.parse(instant))
})
