import { expect, it } from 'vitest'
import { toBytes, toUnit } from './embedding'

it('keeps the direction of a vector in a byte per dimension', () => {
  const vector = Float32Array.from({ length: 64 }, (_, index) => Math.sin(index * 12.9898))
  const length = Math.hypot(...vector)
  const kept = toUnit(toBytes(vector))!
  expect(Math.hypot(...kept)).toBeCloseTo(1, 5)
  expect(kept.reduce((sum, value, index) => sum + (value * vector[index]!) / length, 0)).toBeGreaterThan(
    0.9999,
  )
})

it('finds no direction where there is none', () => {
  expect(toUnit(toBytes(new Float32Array(8)))).toBeNull()
})
