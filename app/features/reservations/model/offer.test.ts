import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { isInStrip, isSameOffer, parseSlot, slotValue, sortSlots, weekdayOf, weekOf } from './offer'
import type { Slot } from './pickup'

const FIRST = '2026-09-28'
const slot = fc.record({
  on: fc.integer({ min: 0, max: 20 }).map((days) => addDays(FIRST, days)),
  part: fc.constantFrom('morning' as const, 'afternoon' as const),
})

describe('the week strip', () => {
  it.each([
    [20, 7],
    [6, 7],
    [2, 3],
    [0, 1],
    [-1, 0],
  ])('of a lot that can be collected for %i more days has %i', (more, length) => {
    const week = weekOf({ first: FIRST, last: addDays(FIRST, more) })
    expect(week).toHaveLength(length)
    if (length > 0) expect(week[0]).toBe(FIRST)
  })

  it('holds slots of its own days only', () => {
    fc.assert(
      fc.property(fc.array(slot, { minLength: 1 }), fc.integer({ min: -1, max: 20 }), (slots, more) => {
        const days = { first: FIRST, last: addDays(FIRST, more) }
        const week = weekOf(days)
        expect(isInStrip(slots, days)).toBe(slots.every(({ on }) => week.includes(on)))
      }),
    )
  })
})

it.each([
  ['1970-01-01', 'thu'],
  ['2026-09-28', 'mon'],
  ['2026-10-04', 'sun'],
])('%s is a %s', (day, weekday) => expect(weekdayOf(day)).toBe(weekday))

describe('a slot of a form', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(slot, (one) => {
        expect(parseSlot(slotValue(one))).toEqual(one)
      }),
    )
  })

  it.each(['', '2026-09-31.morning', '2026-09-20.night', '2026-09-20', '2026-09-20.morning.x', 'x.morning'])(
    'is not read from «%s»',
    (value) => expect(parseSlot(value)).toBeNull(),
  )
})

it('offers are in the order of the week, each slot once, and the same whatever their order', () => {
  fc.assert(
    fc.property(fc.array(slot), (slots) => {
      const sorted = sortSlots(slots)
      const key = ({ on, part }: Slot) => on + (part === 'morning' ? 0 : 1)
      expect(sorted.map(key)).toEqual([...new Set(slots.map(key))].sort())
      expect(isSameOffer(sorted, [...sorted].reverse())).toBe(true)
      expect(isSameOffer(sorted, sorted.slice(1))).toBe(sorted.length === 0)
    }),
  )
})
