import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inTurn } from './in-turn'

it('runs one after the other, in the order asked for, past one that fails', async () => {
  const log: string[] = []
  const work = (name: string, ms: number, fails = false) =>
    inTurn(async () => {
      log.push(`${name} begins`)
      await wait(ms)
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const all = await Promise.allSettled([work('a', 20), work('b', 5, true), work('c', 0)])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
