import { describe, expect, it } from 'vitest'
import { makeWeights, SCORE_PARTS, SHIPPED_WEIGHTS } from './weights'

const even = { fit: 0.4, distance: 0.1, dates: 0.1, cover: 0.1, condition: 0.1, carbon: 0.1, price: 0.1 }

describe('SHIPPED_WEIGHTS', () => {
  it('gives every part a weight and sums to 1', () => {
    const sum = SCORE_PARTS.reduce((total, key) => total + SHIPPED_WEIGHTS.of[key], 0)
    expect(sum).toBeCloseTo(1, 12)
    expect(Object.keys(SHIPPED_WEIGHTS.of).sort()).toEqual([...SCORE_PARTS].sort())
  })
})

describe('makeWeights', () => {
  it('takes weights that sum to 1 despite binary fractions', () => {
    expect(makeWeights('own', even).of.fit).toBe(0.4)
  })

  it.each([
    ['too much', { ...even, fit: 0.5 }],
    ['too little', { ...even, fit: 0.3 }],
    ['a negative weight', { ...even, fit: 0.6, price: -0.1 }],
    ['no number', { ...even, fit: Number.NaN }],
    ['an infinite weight', { ...even, fit: Infinity }],
    ['more than four decimals', { ...even, fit: 0.40001, price: 0.09999 }],
  ])('refuses %s', (_, of) => {
    expect(() => makeWeights('own', of)).toThrow(RangeError)
  })
})
