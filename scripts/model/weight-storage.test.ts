import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSignedBytes } from './weight-storage'

describe('toSignedBytes', () => {
  it('scales each row by its own largest weight', () => {
    const { bytes, scales } = toSignedBytes(Float32Array.of(1, -2, 0, 0, 0.5, 0.25), 3)
    expect([...bytes]).toEqual([64, -127, 0, 0, 127, 64])
    expect([...scales].map((scale) => scale * 127)).toEqual([expect.closeTo(2), 127, expect.closeTo(0.5)])
  })

  it('changes no weight by more than half a step of its row', () => {
    const weights = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(weights, (list) => {
        const values = Float32Array.from(list)
        const { bytes, scales } = toSignedBytes(values, 3)
        values.forEach((value, at) => {
          const scale = scales[Math.floor(at / 4)]!
          expect(Math.abs(bytes[at]! * scale - value)).toBeLessThanOrEqual(scale * 0.5001)
        })
      }),
    )
  })

  it('refuses rows of unequal length', () => {
    expect(() => toSignedBytes(new Float32Array(7), 3)).toThrow('equal rows')
  })
})
