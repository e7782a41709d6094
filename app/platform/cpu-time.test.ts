import os from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startCpuClock } from './cpu-time'

it('counts work, and hardly anything of a pause', async () => {
  const busy = startCpuClock()
  const until = performance.now() + 200
  let sum = 0
  while (performance.now() < until) sum += Math.sqrt(sum + 1)
  const worked = busy()
  const idle = startCpuClock()
  await wait(200)
  const paused = idle()
  expect(sum).toBeGreaterThan(0)
  expect(worked.cpuMs).toBeGreaterThan(20)
  expect(worked.cpuMs).toBeLessThanOrEqual(worked.ms * os.availableParallelism())
  expect(paused.cpuMs).toBeLessThan(worked.cpuMs)
  expect(paused.ms).toBeGreaterThan(190)
})
