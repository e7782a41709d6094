import { expect, it } from 'vitest'
import { trainingEnergy } from './training-energy'

it('counts processor time that grows with the work done', () => {
  const before = trainingEnergy(3)
  const start = process.cpuUsage()
  let sum = 0
  // More than a second of work, however long others let it wait: what is counted is whole seconds.
  const spentUs = () => {
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  while (spentUs() < 1_200_000) for (let at = 0; at < 100_000; at++) sum += Math.sqrt(sum + 1)
  const after = trainingEnergy(3)
  expect(sum).toBeGreaterThan(0)
  expect(after.cpuSeconds).toBeGreaterThan(before.cpuSeconds)
  expect(after).toMatchObject({ photos: 3, processor: before.processor })
}, 60_000)
