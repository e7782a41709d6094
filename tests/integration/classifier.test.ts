import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp, { type Create } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import { classifierInfo, classifyPixels } from '~/features/classifier/classifier.server'
import type { Pixels } from '~/features/photos/model/pixels'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { classifierVerdicts } from '~/platform/metrics.server'
import { buildModel, HEAD_FILE } from '../../scripts/model/build-model'
import { headFileOf, readHeadFile } from '../../scripts/model/head-file'
import { pipelineConfig } from '../../scripts/model/model-folder'

let folder = ''
let modelDir = ''
let thread: ClassifierThread

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gisement-model-'))
  modelDir = path.join(folder, 'reuse-materials')
  buildModel({ folder: modelDir })
  thread = new ClassifierThread(modelDir)
})

afterAll(async () => {
  await thread.stop()
  await rm(folder, { recursive: true, force: true })
})

async function pixelsOf(create: Create): Promise<Pixels> {
  return pixelsForModel(await sharp({ create }).jpeg().toBuffer())
}

function configOf(labels: string[]): string {
  return JSON.stringify(pipelineConfig(labels))
}

const size = { width: 400, height: 300, channels: 3 } as const
const grey = { ...size, background: '#808080' }
const dark = { ...size, background: '#000', noise: { type: 'gaussian', mean: 20, sigma: 6 } } as const

describe('the model folder', () => {
  it('is built once for the same inputs', () => {
    expect(buildModel({ folder: modelDir }).built).toBe(false)
  })

  it('holds a card, the notice of the backbone, and what the thread loads', () => {
    const { card } = classifierInfo(modelDir)
    expect(card?.version).toMatch(/^[0-9a-f]{12}$/)
    expect(card?.sizeBytes).toBeLessThan(8e6)
    expect(readFileSync(path.join(modelDir, 'LICENSE-backbone.txt'), 'utf8')).toContain('MIT License')
    for (const file of ['config.json', 'preprocessor_config.json', 'onnx/model.onnx']) {
      expect(existsSync(path.join(modelDir, file))).toBe(true)
    }
  })

  it('says which command builds it when it is missing', async () => {
    const nowhere = path.join(folder, 'nowhere')
    expect(classifierInfo(nowhere).card).toBeNull()
    expect(classifierInfo(nowhere).message).toContain('build-model.ts')
    await expect(new ClassifierThread(nowhere).warm()).rejects.toMatchObject({ fault: 'missing' })
  })
})

describe('a model folder that cannot be used', () => {
  it.each([
    ['without labels', 'config.json', JSON.stringify({ model_type: 'resnet' }), 'id2label'],
    ['with fewer labels than outputs', 'config.json', configOf(['brick']), /1 labels but answers \d+/],
    ['with a broken graph', 'onnx/model.onnx', 'not a graph', 'The model does not load'],
  ])('is refused %s, with the reason', async (name, file, content, reason) => {
    const broken = path.join(folder, name)
    await cp(modelDir, broken, { recursive: true })
    await writeFile(path.join(broken, file), content)
    const other = new ClassifierThread(broken)
    const answer = other.score([await pixelsOf(grey)])
    await expect(answer).rejects.toMatchObject({ name: 'ClassifierError', fault: 'failed' })
    await expect(answer).rejects.toThrow(reason)
    await other.stop()
  })
})

describe('classifyPixels', () => {
  it.each([
    ['plain grey', grey],
    ['a covered lens', dark],
  ])('is not sure of anything about %s', async (_name, create) => {
    const counted = async (verdict: string) =>
      (await classifierVerdicts.get()).values.find(({ labels }) => labels.verdict === verdict)?.value ?? 0
    const before = { unsure: await counted('unsure'), none: await counted('not-a-material') }
    const classification = await classifyPixels([await pixelsOf(create)], { through: thread })
    const after = { unsure: await counted('unsure'), none: await counted('not-a-material') }
    expect(after.unsure + after.none).toBe(before.unsure + before.none + 1)
    expect(classification.suggestion.verdict).not.toBe('sure')
    expect(classification.suggestion.candidates.length).toBeLessThanOrEqual(3)
    expect(classification.modelVersion).toBe(classifierInfo(modelDir).card?.version)
    expect(classification.scores).toHaveLength(5)
    expect(classification.ms).toBeGreaterThan(0)
  })

  it('gives the same scores whether photos come alone or together', async () => {
    const both = [await pixelsOf(grey), await pixelsOf(dark)]
    const [alone, together] = [await thread.score(both.slice(0, 1)), await thread.score(both)]
    for (const [label, score] of Object.entries(alone.scores[0] ?? {})) {
      expect(together.scores[0]?.[label]).toBeCloseTo(score, 5)
    }
  })

  it('answers an embedding of length one per photo', async () => {
    const { embeddings, card } = await thread.score([await pixelsOf(grey), await pixelsOf(dark)])
    expect(embeddings).toHaveLength(2)
    for (const embedding of embeddings) {
      expect(embedding).toHaveLength(card.embeddingSize!)
      expect(Math.hypot(...embedding!)).toBeCloseTo(1, 4)
    }
  })

  it('answers null for each where the model gives no embedding', async () => {
    const head = readHeadFile(HEAD_FILE)
    const headFile = path.join(folder, 'plain.head.json')
    await writeFile(headFile, JSON.stringify(headFileOf({ ...head, projection: undefined })))
    const plainDir = path.join(folder, 'plain')
    buildModel({ headFile, folder: plainDir })
    const plain = new ClassifierThread(plainDir)
    expect((await plain.score([await pixelsOf(grey), await pixelsOf(dark)])).embeddings).toEqual([null, null])
    await plain.stop()
  })

  it('refuses what is no image before it reaches the model', async () => {
    await expect(pixelsForModel(Buffer.from('not an image'))).rejects.toThrow()
  })
})

describe('the thread', () => {
  it('ends alone when it runs out of memory, and another answers', async () => {
    await thread.stop()
    const tight = new ClassifierThread(modelDir, { maxWaiting: 2, timeoutMs: 60_000, heapMb: 4 })
    await expect(tight.warm()).rejects.toMatchObject({ fault: 'crashed' })
    expect(tight.threadId).toBeNull()
    expect((await thread.score([await pixelsOf(grey)])).scores).toHaveLength(1)
  })

  it('starts anew after it was stopped', async () => {
    await thread.stop()
    expect(thread.threadId).toBeNull()
    expect((await thread.score([await pixelsOf(grey)])).scores).toHaveLength(1)
  })

  it('answers what it was asked before it stops', async () => {
    const answer = thread.score([await pixelsOf(grey)])
    const [scored] = await Promise.all([answer, thread.stop()])
    expect(scored.scores).toHaveLength(1)
  })

  it('refuses calls above its limit', async () => {
    const small = new ClassifierThread(modelDir, { maxWaiting: 2, timeoutMs: 60_000, heapMb: 256 })
    const pixels = await pixelsOf(grey)
    const calls = await Promise.allSettled([1, 2, 3].map(() => small.score([pixels])))
    await small.stop()
    expect(calls.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(calls[2]).toMatchObject({ reason: { fault: 'busy' } })
  })

  it('gives up on a thread that stays silent', async () => {
    const hasty = new ClassifierThread(modelDir, { maxWaiting: 2, timeoutMs: 1, heapMb: 256 })
    await expect(hasty.warm()).rejects.toMatchObject({ fault: 'crashed' })
    expect(hasty.threadId).toBeNull()
  })

  it('is not cut off while it computes, which would end this process', async () => {
    const limits = { maxWaiting: 2, timeoutMs: 60_000, heapMb: 256 }
    const hasty = new ClassifierThread(modelDir, limits)
    const pixels = await pixelsOf(grey)
    await hasty.warm()
    limits.timeoutMs = 300
    await expect(hasty.score(Array.from({ length: 60 }, () => pixels))).rejects.toMatchObject({
      fault: 'crashed',
    })
    // Were the thread cut off, its runtime would end the process within the picture that it looks at.
    const { scores } = await thread.score(Array.from({ length: 10 }, () => pixels))
    expect(scores).toHaveLength(10)
    await hasty.stop()
  })
})

/** Photos are not part of the project: a folder of them may stand beside it, or be named. */
const photos = process.env.GISEMENT_PHOTOS ?? path.resolve('../shared/photos')

describe.skipIf(!existsSync(photos))('on real photos', () => {
  const listed = (label: string) => {
    const names = readdirSync(path.join(photos, label)).sort().slice(0, 12)
    return names.map((name) => readFileSync(path.join(photos, label, name)))
  }

  it.each([
    ['brick', 'brick'],
    ['door', 'door'],
    ['sanitary', 'sanitary'],
  ])('proposes %s first for most photos of it', async (label, material) => {
    const images = listed(label)
    let first = 0
    for (const image of images) {
      const { suggestion } = await classifyPixels([await pixelsForModel(image)], { through: thread })
      if (suggestion.candidates[0]?.material === material) first++
    }
    expect(first).toBeGreaterThan(images.length / 2)
  })

  it('is hardly ever sure about pictures of no material', async () => {
    const images = listed('_none')
    const verdicts: string[] = []
    for (const image of images) {
      const { suggestion } = await classifyPixels([await pixelsForModel(image)], { through: thread })
      verdicts.push(suggestion.verdict)
    }
    expect(verdicts.filter((verdict) => verdict === 'sure').length).toBeLessThanOrEqual(1)
  })
})
