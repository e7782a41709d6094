import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimise } from './minimise'

describe('minimise', () => {
  it('finds the lowest point of any stretched bowl', () => {
    const coordinates = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(coordinates, (lowest) => {
        const found = minimise(
          (point) => ({
            value: point.reduce((sum, x, i) => sum + (i + 1) * (x - lowest[i]!) ** 2, 0),
            gradient: point.map((x, i) => 2 * (i + 1) * (x - lowest[i]!)),
          }),
          new Float64Array(4),
          { tolerance: 1e-12 },
        )
        found.forEach((x, i) => expect(x).toBeCloseTo(lowest[i]!, 3))
      }),
    )
  })

  it('stays where the gradient is zero', () => {
    const found = minimise(() => ({ value: 1, gradient: new Float64Array(2) }), Float64Array.of(3, 4))
    expect([...found]).toEqual([3, 4])
  })
})
