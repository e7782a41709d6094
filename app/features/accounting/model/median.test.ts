import fc from 'fast-check'
import { expect, it } from 'vitest'
import { medianOf } from './median'

it.each([
  [[], null],
  [[0.2], 0.2],
  [[3, 1], 2],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('medianOf(%j) is %s', (values, median) => {
  expect(medianOf(values)).toBe(median)
})

it('has as many figures above as below', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const median = medianOf(values)!
      const below = values.filter((value) => value < median).length
      const above = values.filter((value) => value > median).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
    }),
  )
})
