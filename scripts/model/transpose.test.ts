import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transpose } from './transpose'

describe('transpose', () => {
  it('transposes a matrix', () => {
    const { values, shape } = transpose(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3], [1, 0])
    expect([...values]).toEqual([1, 4, 2, 5, 3, 6])
    expect(shape).toEqual([3, 2])
  })

  it('moves a convolution kernel from height-width-in-out to out-in-height-width', () => {
    const kernel = Float32Array.from({ length: 2 * 2 * 3 * 4 }, (_, index) => index)
    const { values, shape } = transpose(kernel, [2, 2, 3, 4], [3, 2, 0, 1])
    expect(shape).toEqual([4, 3, 2, 2])
    const [out, input, row, column] = [1, 2, 1, 0]
    expect(values[((out * 3 + input) * 2 + row) * 2 + column]).toBe(
      ((row * 2 + column) * 3 + input) * 4 + out,
    )
  })

  it('is undone by the inverse order', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(sizes, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (shape, axes) => {
        const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, index) => index)
        const there = transpose(values, shape, axes)
        const back = transpose(
          there.values,
          there.shape,
          [0, 1, 2].map((axis) => axes.indexOf(axis)),
        )
        expect(back.values).toEqual(values)
        expect(back.shape).toEqual(shape)
      }),
    )
  })
})
