import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import type * as lotTexts from '~/features/lots/queries/lot-texts.server'
import type * as needTexts from '~/features/needs/queries/need-texts.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { startServices } from '~/server/services'

const { read } = vi.hoisted(() => ({ read: { lots: 0, needs: 0 } }))

vi.mock('~/features/lots/queries/lot-texts.server', async (original) => {
  const real = await original<typeof lotTexts>()
  const listLotTexts: typeof real.listLotTexts = async (asked) => {
    read.lots += 1
    return real.listLotTexts(asked)
  }
  return { ...real, listLotTexts }
})
vi.mock('~/features/needs/queries/need-texts.server', async (original) => {
  const real = await original<typeof needTexts>()
  const listNeedTexts: typeof real.listNeedTexts = async (asked) => {
    read.needs += 1
    return real.listNeedTexts(asked)
  }
  return { ...real, listNeedTexts }
})
/** Threads are no part of what is asked here. */
vi.mock('~/jobs/worker.server', () => ({ startWorker: () => ({ stop: async () => {} }) }))
vi.mock('~/features/classifier/classifier.server', () => ({
  classifierThreads: () => 1,
  warmClassifier: async () => {},
  stopClassifier: async () => {},
}))

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-services-'))
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

it('prepares searches by words at the start, so that the first reader does not wait for them', async () => {
  const env = readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' })
  setEnv(env)
  const services = await startServices(env)
  await vi.waitFor(() => expect([read.lots > 0, read.needs > 0]).toEqual([true, true]))
  await services.stopWork()
  await services.close()
})
