import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bringSmallestFirst } from './smallest-first'

it('brings the smallest keys to the front, in rising order, each with its pair', () => {
  const keys = fc.array(fc.integer({ min: -5, max: 20 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(keys, fc.nat(60), (given, most) => {
      const sorted = Float64Array.from(given)
      const pairs = Int32Array.from([0, 0, ...given.flatMap((key, index) => [index, 3 * key])])
      bringSmallestFirst(sorted, [0, given.length - 1], most, pairs, 2)
      const expected = [...given].sort((a, b) => a - b)
      expect([...sorted.subarray(0, most)]).toEqual(expected.slice(0, most))
      expect([...sorted].sort((a, b) => a - b)).toEqual(expected)
      sorted.forEach((key, index) => {
        expect(pairs[2 + 2 * index + 1]).toBe(3 * key)
        expect(given[pairs[2 + 2 * index]!]).toBe(key)
      })
    }),
  )
})
