import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustWait, offersOf, sortLine } from './waiting-line'

const w = (id: string, quantityMilli: number, joinedAtMs = 1) => ({ id, quantityMilli, joinedAtMs })
const parts = (availableMilli: number, minTakeMilli: number | null = null) => ({
  availableMilli,
  minTakeMilli,
  isWhole: false,
})

describe('offersOf', () => {
  it.each([
    ['nobody waits', [], parts(10), []],
    ['nothing is free', [w('a', 1)], parts(0), []],
    ['the first fits', [w('b', 5, 2), w('a', 5, 1)], parts(5), [['a', 5]]],
    ['the first wants too much', [w('a', 9, 1), w('b', 5, 2)], parts(6), [['b', 5]]],
    [
      'several fit',
      [w('a', 4, 1), w('b', 9, 2), w('c', 3, 3)],
      parts(8),
      [
        ['a', 4],
        ['c', 3],
      ],
    ],
    ['equals go by id', [w('b', 5), w('a', 5)], parts(5), [['a', 5]]],
    ['less than the least', [w('a', 2, 1), w('b', 4, 2)], parts(9, 3), [['b', 4]]],
    ['all of a whole lot', [w('a', 2, 1), w('b', 9, 2)], { ...parts(9), isWhole: true }, [['a', 9]]],
  ] as const)('%s', (_, line, lot, expected) => {
    expect(offersOf(line, lot).map(({ id, milli }) => [id, milli])).toEqual(expected)
  })

  it('never offers more than is free, to anyone twice, nor out of order of arrival among those who fit', () => {
    const waiter = fc.record({ quantityMilli: fc.integer({ min: 1, max: 20 }), joinedAtMs: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(waiter, { maxLength: 8 }), fc.nat(40), fc.nat(6), (waiters, free, least) => {
        const line = waiters.map((one, index) => ({ id: `w${index}`, ...one }))
        const lot = parts(free, least || null)
        const offers = offersOf(line, lot)
        const sum = offers.reduce((total, { milli }) => total + milli, 0)
        expect(sum).toBeLessThanOrEqual(free)
        expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length)
        const order = sortLine(line).map(({ id }) => id)
        const places = offers.map(({ id }) => order.indexOf(id))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        // Whoever is left out could not be given what is left either.
        const left = free - sum
        const out = line.filter(({ id }) => !offers.some((offer) => offer.id === id))
        const fitting = offersOf(out, { ...lot, availableMilli: left })
        expect(fitting.filter(({ milli }) => milli >= (least || 1))).toEqual([])
      }),
    )
  })
})

it.each([
  [5, parts(5), false],
  [6, parts(5), true],
  [1, parts(0), true],
  [2, parts(9, 3), true],
  [2, { ...parts(9), isWhole: true }, true],
])('%i must wait for %j: %s', (milli, lot, expected) => expect(mustWait(milli, lot)).toBe(expected))
