import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZeroShotModel } from '~/features/classifier/chosen/zero-shot-model.server'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import { classifyPixels } from '~/features/classifier/classifier.server'
import type { Pixels } from '~/features/photos/model/pixels'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { TOY_COLOURS, writeToyClip } from '~tests/support/toy-clip'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gisement-clip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const origin = { name: 'toy', revision: null, url: '', licence: null }

async function photoOf(background: string): Promise<Pixels> {
  const create = { width: 400, height: 300, channels: 3, background } as const
  return pixelsForModel(await sharp({ create }).jpeg().toBuffer())
}

describe.each([
  ['clip', 'split'],
  ['clip', 'split-quantized'],
  ['clip', 'joint'],
  ['siglip', 'split'],
  ['siglip', 'joint'],
] as const)('a %s model with %s graphs', (type, layout) => {
  let thread: ClassifierThread
  let modelsDir = ''

  beforeAll(async () => {
    const modelDir = path.join(folder, `${type}-${layout}`)
    modelsDir = path.join(folder, `models-${type}-${layout}`)
    writeToyClip(modelDir, { type, layout })
    const model = await readZeroShotModel(modelDir, origin, modelsDir)
    thread = new ClassifierThread(() => model)
  })
  afterAll(() => thread.stop())

  it.each(Object.entries(TOY_COLOURS))('sees %s in its colour', async (label, colour) => {
    const { scores } = await classifyPixels([await photoOf(colour)], { through: thread })
    expect(scores[0]?.label).toBe(label)
  })

  it('hands over an embedding of length one', async () => {
    const { embeddings } = await thread.score([await photoOf(TOY_COLOURS.brick)])
    expect(Math.hypot(...embeddings[0]!)).toBeCloseTo(1, 5)
  })

  it('keeps the vectors of its sentences', () => {
    expect(readdirSync(path.join(modelsDir, 'prompts'))).toHaveLength(1)
    expect(existsSync(modelsDir)).toBe(true)
  })
})
