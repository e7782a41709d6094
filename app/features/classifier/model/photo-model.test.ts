import { expect, it } from 'vitest'
import { scoresOfLogits } from './photo-model'

it('turns raw outputs into probabilities that add up to one', () => {
  const scores = scoresOfLogits(['brick', 'door', 'stone'], Float32Array.of(Math.log(6), Math.log(3), 0))
  expect(scores.brick).toBeCloseTo(0.6, 6)
  expect(scores.door).toBeCloseTo(0.3, 6)
  expect(scores.stone).toBeCloseTo(0.1, 6)
})

it('stands outputs whose exponential is past what a number holds', () => {
  const scores = scoresOfLogits(['brick', 'door'], Float32Array.of(2000, 1000))
  expect(scores).toEqual({ brick: 1, door: 0 })
})
