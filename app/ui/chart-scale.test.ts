import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { labelSteps, classOf, niceTicks, quantileBounds, shortPlaceName } from './chart-scale'

describe('niceTicks', () => {
  test.each([
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
    [0.9, [0, 0.5, 1]],
    [7, [0, 2, 4, 6, 8]],
    [40, [0, 10, 20, 30, 40]],
    [1234, [0, 500, 1000, 1500]],
  ])('%d', (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks)
  })

  test('the last mark is at or above the largest value, with few marks', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (max) => {
        const ticks = niceTicks(max)
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(max * (1 - 1e-6))
        expect(ticks.length).toBeLessThanOrEqual(6)
      }),
    )
  })
})

describe('quantileBounds', () => {
  test.each([
    [[], []],
    [[3, 3, 3], []],
    [
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4],
    ],
    [[0, 0, 0, 0, 8], [0]],
  ])('%j', (values, bounds) => {
    expect(quantileBounds(values)).toEqual(bounds)
  })

  test('every group holds a value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 }), (values) => {
        const bounds = quantileBounds(values)
        const groups = new Set(values.map((value) => classOf(value, bounds)))
        expect([...groups].sort()).toEqual(Array.from({ length: bounds.length + 1 }, (_, index) => index))
      }),
    )
  })
})

test.each([
  ['Le Blanc-Mesnil', 'Blanc'],
  ['Saint-Denis', 'St Den'],
  ['Sainte-Geneviève', 'Ste Gen'],
  ["L'Haÿ-les-Roses", 'Haÿ'],
  ['Les Lilas', 'Lilas'],
  ['Boulogne-Billancourt', 'Boulog'],
  ['Paris', 'Paris'],
])('%s → %s', (name, short) => {
  expect(shortPlaceName(name)).toBe(short)
})

describe('labelSteps', () => {
  const weeks = Array.from({ length: 13 }, (_, week) => (week === 0 ? '1er avril' : `${week + 8} avril`))
  it.each([
    ['names of a few places', ['Montreuil', 'Bagnolet', 'Romainville'], { phone: 1, wide: 1 }],
    ['twelve months', Array.from({ length: 12 }, () => 'sept.'), { phone: 2, wide: 1 }],
    ['thirteen weeks', weeks, { phone: 4, wide: 2 }],
  ])('of %s do not touch', (_, labels, steps) => {
    expect(labelSteps(labels)).toEqual(steps)
  })
})
