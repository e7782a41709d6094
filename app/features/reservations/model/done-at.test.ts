import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cameLater, doneAt, heardAt, MOST_AGE_MS, type ToldTime } from './done-at'

const at = (text: string) => Date.parse(text)
const HOUR = 3_600_000
const ACCEPTED = at('2026-12-28T08:00:00Z')
const DONE = at('2026-12-31T15:00:00Z')
const ARRIVED = at('2027-01-02T09:00:00Z')

/** What a phone tells whose clock stands wrong by `skewMs`. */
const told = (skewMs: number, { doneMs = DONE, arrivedMs = ARRIVED } = {}): ToldTime => ({
  saidMs: doneMs + skewMs,
  sentMs: arrivedMs + skewMs,
  arrivedMs,
})

describe('doneAt', () => {
  it.each([
    ['a right clock', 0],
    ['a clock three hours fast', 3 * HOUR],
    ['a clock two days slow', -48 * HOUR],
    ['a clock that stands at 1970', 1000 - DONE],
    ['a clock years ahead', 9 * 365 * 24 * HOUR],
  ])('finds the last day of the year with %s', (_, skewMs) => {
    expect(doneAt(told(skewMs), ACCEPTED)).toBe(DONE)
  })

  it.each<[string, ToldTime, number]>([
    ['later than the arrival', { saidMs: ARRIVED + HOUR, sentMs: ARRIVED, arrivedMs: ARRIVED }, ARRIVED],
    [
      'in the future without a sending',
      { saidMs: ARRIVED + HOUR, sentMs: null, arrivedMs: ARRIVED },
      ARRIVED,
    ],
    ['said without a sending', { saidMs: DONE, sentMs: null, arrivedMs: ARRIVED }, ARRIVED],
    ['before the reservation was accepted', told(0, { doneMs: ACCEPTED - HOUR }), ACCEPTED],
    ['older than news are believed', told(0, { doneMs: ARRIVED - MOST_AGE_MS - 1 }), ARRIVED],
    // The clock was set right between the act and the sending.
    ['of 1970, sent today', { saidMs: 5000, sentMs: ARRIVED, arrivedMs: ARRIVED }, ARRIVED],
  ])('judges an act %s', (_, news, expected) => {
    expect(doneAt(news, ACCEPTED)).toBe(expected)
  })

  it('lies between the acceptance and the arrival, whatever a device says', () => {
    const instant = fc.integer({ min: 1, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(
        instant,
        fc.option(instant),
        fc.integer({ min: 0, max: 90 * 24 * HOUR }),
        (saidMs, sentMs, waited) => {
          const arrivedMs = ACCEPTED + waited
          const done = doneAt({ saidMs, sentMs, arrivedMs }, ACCEPTED)
          expect(done).toBeGreaterThanOrEqual(ACCEPTED)
          expect(done).toBeLessThanOrEqual(arrivedMs)
        },
      ),
    )
  })

  it('orders two acts of one phone as they were done, even before they are judged', () => {
    const first = heardAt(told(HOUR))
    const second = heardAt(told(HOUR, { doneMs: DONE + 60_000 }))
    expect(second - first).toBe(60_000)
  })
})

describe('cameLater', () => {
  it('leaves out the time that sending takes, and what was kept before arrivals were', () => {
    expect(cameLater(DONE, DONE)).toBe(false)
    expect(cameLater(DONE, DONE + 119_000)).toBe(false)
    expect(cameLater(DONE, DONE + 2 * HOUR)).toBe(true)
    expect(cameLater(DONE, null)).toBe(false)
  })
})
