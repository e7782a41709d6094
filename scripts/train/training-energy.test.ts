import { expect, it } from 'vitest'
import { trainingEnergy } from './training-energy'

it('counts processor time that grows with the work done', () => {
  const before = trainingEnergy(3)
  const until = performance.now() + 1200
  let sum = 0
  while (performance.now() < until) sum += Math.sqrt(sum + 1)
  const after = trainingEnergy(3)
  expect(sum).toBeGreaterThan(0)
  expect(after.cpuSeconds).toBeGreaterThan(before.cpuSeconds)
  expect(after).toMatchObject({ photos: 3, processor: before.processor })
})
