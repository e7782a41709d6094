import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ClassifierPool, type PoolLimits } from '~/features/classifier/classifier-pool.server'
import type { ThreadPlan } from '~/features/classifier/model/thread-plan'
import type { Pixels } from '~/features/photos/model/pixels'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { buildModel } from '../../scripts/model/build-model'

const LIMITS: PoolLimits = { maxWaiting: 16, maxWaitingOfKey: 8, timeoutMs: 60_000, heapMb: 48 }
const ONE: ThreadPlan = { threads: 1, coresEach: 1 }
const TWO: ThreadPlan = { threads: 2, coresEach: 1 }

let folder = ''
let modelDir = ''
let pixels: Pixels
let pool: ClassifierPool

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gisement-pool-'))
  modelDir = path.join(folder, 'reuse-materials')
  buildModel({ folder: modelDir })
  const grey = { width: 400, height: 300, channels: 3, background: '#808080' } as const
  pixels = await pixelsForModel(await sharp({ create: grey }).jpeg().toBuffer())
})
afterEach(() => pool.stop())
afterAll(() => rm(folder, { recursive: true, force: true }))

function start(plan: ThreadPlan, limits: Partial<PoolLimits> = {}): ClassifierPool {
  pool = new ClassifierPool(modelDir, plan, { ...LIMITS, ...limits })
  return pool
}

/** So many photos in one call that the thread's own heap cannot hold them: it ends as by any fault of its own. */
function tooMany(): Pixels[] {
  const data = new Uint8Array(3)
  return Array.from({ length: 700_000 }, () => ({ data, width: 1, height: 1 }))
}

/** Asks one call after another without waiting; returns the names in the order in which they were answered. */
async function orderOf(calls: readonly [name: string, call: () => Promise<unknown>][]): Promise<string[]> {
  const order: string[] = []
  await Promise.all(calls.map(([name, call]) => call().then(() => order.push(name))))
  return order
}

describe('a pool', () => {
  it('gives the same answers from every thread', async () => {
    start(TWO)
    await pool.warm()
    const answers = await Promise.all(Array.from({ length: 6 }, () => pool.score([pixels])))
    for (const { scores } of answers) expect(scores).toEqual(answers[0]!.scores)
  })

  it('answers the urgent first and gives every caller a turn', async () => {
    start(ONE)
    await pool.warm()
    const ask = (key: string, urgency: 0 | 1 | 2) => () => pool.score([pixels], { key, urgency })
    const order = await orderOf([
      // The first is under way when the others come.
      ['first', ask('a', 2)],
      ['background', ask('a', 2)],
      ['a1', ask('a', 0)],
      ['a2', ask('a', 0)],
      ['a3', ask('a', 0)],
      ['b1', ask('b', 0)],
      ['form', ask('c', 1)],
    ])
    expect(order).toEqual(['first', 'a1', 'b1', 'a2', 'a3', 'form', 'background'])
  })

  it('refuses a caller who has too many waiting, and lets another in', async () => {
    start(ONE, { maxWaiting: 3, maxWaitingOfKey: 2 })
    const a = Array.from({ length: 4 }, () => pool.score([pixels], { key: 'a' }))
    expect(pool.hasRoom({ key: 'a' })).toBe(false)
    expect(pool.hasRoom({ key: 'b' })).toBe(true)
    const b = [pool.score([pixels], { key: 'b' }), pool.score([pixels], { key: 'b' })]
    const settled = await Promise.allSettled([...a, ...b])
    const outcomes = settled.map((one) =>
      one.status === 'fulfilled' ? 'ok' : (one.reason as { fault: string }).fault,
    )
    expect(outcomes).toEqual(['ok', 'ok', 'ok', 'busy', 'ok', 'busy'])
  })

  it('gives up the place of a caller who has gone', async () => {
    start(ONE)
    const leaving = new AbortController()
    const first = pool.score([pixels])
    const gone = pool.score([pixels], { signal: leaving.signal })
    const stays = pool.score([pixels])
    leaving.abort(new Error('left'))
    await expect(gone).rejects.toThrow('left')
    expect((await first).scores).toHaveLength(1)
    expect((await stays).scores).toHaveLength(1)
    await expect(pool.score([pixels], { signal: leaving.signal })).rejects.toThrow('left')
  })

  it('says so when there is no model, to every caller', async () => {
    pool = new ClassifierPool(path.join(folder, 'nowhere'), TWO, LIMITS)
    const calls = await Promise.allSettled([pool.score([pixels]), pool.score([pixels]), pool.score([pixels])])
    for (const call of calls) expect(call).toMatchObject({ reason: { fault: 'missing' } })
  })
})

describe('photos that end the thread', () => {
  it.each([
    ['one thread', ONE],
    ['two threads', TWO],
  ])('are refused after two, and nobody else is, with %s', async (_name, plan) => {
    start(plan)
    await pool.warm()
    const poison = expect(pool.score(tooMany(), { key: 'poison' })).rejects.toMatchObject({ fault: 'poison' })
    const others = await Promise.all(Array.from({ length: 5 }, () => pool.score([pixels], { key: 'other' })))
    expect(others.every(({ scores }) => scores.length === 1)).toBe(true)
    await poison
    expect((await pool.score([pixels])).scores).toHaveLength(1)
  })

  it('are not blamed when the model does not even load', async () => {
    start(ONE, { heapMb: 4 })
    await expect(pool.score([pixels])).rejects.toMatchObject({ fault: 'crashed' })
  })
})
