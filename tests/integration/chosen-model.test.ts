import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { ChosenModel } from '~/features/classifier/chosen/chosen-model.server'
import {
  classifierInfo,
  classifyPixels,
  stopClassifier,
  warmClassifier,
} from '~/features/classifier/classifier.server'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { env, readEnv, setEnv, type Env } from '~/platform/env.server'
import { TOY_COLOURS, writeToyClip } from '~tests/support/toy-clip'
import { startToyHub, TOY_COMMIT, type ToyHub } from '~tests/support/toy-hub'

const MINUTE_MS = 60_000

let folder = ''
let modelDir = ''
let modelsDir = ''
let before: Env

// The logger is made when it is first used: what is refused here on purpose is not worth a line.
setEnv(readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }))

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gisement-chosen-'))
  modelDir = path.join(folder, 'toy')
  modelsDir = path.join(folder, 'data/models')
  before = env()
})
afterEach(async () => {
  await stopClassifier()
  setEnv(before)
  setClock()
  await rm(folder, { recursive: true, force: true })
})

function ofFolder(at = modelDir): ChosenModel {
  return new ChosenModel({ kind: 'folder', folder: at }, places(''))
}

function places(hubUrl: string) {
  return { hubUrl, modelsDir, chosenModelLicence: null }
}

describe('a model in a folder', () => {
  it('is described without the figures of our own', async () => {
    writeToyClip(modelDir)
    const { card } = await ofFolder().get()
    expect(card).toMatchObject({ kind: 'zero-shot', name: 'toy', metrics: null, trainingData: null })
    expect(card.frame).toEqual({ sidePx: 32, fit: 'middle' })
    expect(card.sources).toMatchObject([{ name: 'toy', licence: null }])
    expect(card.thresholds.sure).toBe(1)
    expect(card.version).toMatch(/^[0-9a-f]{12}$/)
  })

  it.each([
    ['that is not there', () => Promise.resolve(), 'folder-missing', 'There is no folder'],
    ['that is empty', () => write('README', ''), 'unsupported', 'config.json'],
    [
      'with another kind of model',
      () => write('config.json', '{"model_type":"bert"}'),
      'unsupported',
      'clip, siglip',
    ],
    ['with a description that is no JSON', () => write('config.json', '{'), 'unsupported', 'model_type'],
    ['without its tokenizer', () => toyWithout('tokenizer.json'), 'incomplete', 'lacks tokenizer.json'],
    ['without graphs', () => toyWithout('onnx'), 'incomplete', 'onnx/vision_model_quantized.onnx and'],
    [
      'for oblong pictures',
      () => toyWith('preprocessor_config.json', '{"size":{"height":2,"width":3}}'),
      'unsupported',
      'square',
    ],
  ] as const)('%s is refused, with the reason', async (_name, prepare, reason, message) => {
    await prepare()
    const answer = ofFolder().get()
    await expect(answer).rejects.toMatchObject({ fault: 'missing', reason })
    await expect(answer).rejects.toThrow(message)
  })

  it('is found without a restart once it has been mended, a minute later', async () => {
    const now = Date.UTC(2026, 0, 1)
    setClock({ now: () => now })
    const model = ofFolder()
    await expect(model.get()).rejects.toMatchObject({ reason: 'folder-missing' })
    writeToyClip(modelDir)
    await expect(model.get()).rejects.toMatchObject({ reason: 'folder-missing' })
    setClock({ now: () => now + MINUTE_MS })
    expect((await model.get()).card.name).toBe('toy')
  })

  async function write(file: string, content: string): Promise<void> {
    await mkdir(modelDir, { recursive: true })
    await writeFile(path.join(modelDir, file), content)
  }
  async function toyWith(file: string, content: string): Promise<void> {
    writeToyClip(modelDir)
    await writeFile(path.join(modelDir, file), content)
  }
  async function toyWithout(file: string): Promise<void> {
    writeToyClip(modelDir)
    await rm(path.join(modelDir, file), { recursive: true })
  }
})

describe('a model of a hub', () => {
  let hub: ToyHub

  beforeEach(async () => {
    writeToyClip(modelDir)
    hub = await startToyHub(modelDir)
  })
  afterEach(() => hub.stop())

  function ofHub(id = 'org/toy', url = hub.url): ChosenModel {
    return new ChosenModel({ kind: 'hub', id, revision: 'main' }, places(url))
  }

  it('is fetched once, from one commit, and then never asked for again', async () => {
    const { card, load } = await ofHub().get()
    expect(card.sources).toMatchObject([{ name: 'org/toy', version: TOY_COMMIT, url: `${hub.url}/org/toy` }])
    expect(load.modelDir).toBe(path.join(modelsDir, 'hub/org--toy/main'))
    expect(hub.asked[0]).toBe('main/config.json')
    expect(hub.asked.slice(1).every((asked) => asked.startsWith(`${TOY_COMMIT}/`))).toBe(true)
    await hub.stop()
    expect((await ofHub().get()).card.version).toBe(card.version)
  })

  it('out of reach is told at once, and not asked again before a minute', async () => {
    const now = Date.UTC(2026, 0, 1)
    setClock({ now: () => now })
    await hub.stop()
    const model = ofHub()
    const first = model.get()
    await expect(first).rejects.toMatchObject({ fault: 'missing', reason: 'hub-unreachable' })
    await expect(first).rejects.toThrow('ECONNREFUSED')
    expect(model.look()).toMatchObject({ reason: 'hub-unreachable' })
  })

  it('out of order is asked less and less often', async () => {
    const start = Date.UTC(2026, 0, 1)
    hub.fault = { status: 503 }
    const model = ofHub()
    for (let minute = 0; minute < 120; minute++) {
      setClock({ now: () => start + minute * MINUTE_MS })
      await expect(model.get()).rejects.toMatchObject({ reason: 'hub-unreachable' })
      await expect(model.get()).rejects.toThrow('503')
    }
    expect(hub.asked).toHaveLength(5)
  })

  it.each([401, 403])('is refused with the status %i', async (status) => {
    hub.fault = { status }
    await expect(ofHub().get()).rejects.toMatchObject({ reason: 'hub-refused' })
  })

  it('that does not exist is refused', async () => {
    await expect(ofHub('org/other').get()).rejects.toMatchObject({ reason: 'hub-refused' })
  })

  it('of another kind is refused before anything large is fetched', async () => {
    await writeFile(path.join(modelDir, 'config.json'), '{"model_type":"llama"}')
    await expect(ofHub().get()).rejects.toMatchObject({ reason: 'unsupported' })
    expect(hub.asked).toEqual(['main/config.json'])
  })

  it('that breaks off leaves no model behind, and the next try fetches what lacks', async () => {
    hub.fault = 'breaks-off'
    const model = ofHub()
    await expect(model.get()).rejects.toMatchObject({ reason: 'hub-unreachable' })
    expect(existsSync(path.join(modelsDir, 'hub/org--toy/main'))).toBe(false)
    hub.fault = null
    hub.asked.length = 0
    expect((await ofHub().get()).card.name).toBe('org/toy')
    expect(hub.asked).not.toContain(`${TOY_COMMIT}/tokenizer.json`)
    expect(readdirSync(path.join(modelsDir, 'hub/org--toy'))).toEqual(['main'])
  })
})

describe('the model that the settings name', () => {
  function choose(model: string): void {
    setEnv(
      readEnv({
        NODE_ENV: 'test',
        CLASSIFIER_MODEL: model,
        DATA_DIR: path.join(folder, 'data'),
        LOG_LEVEL: 'silent',
      }),
    )
  }

  async function brick() {
    const create = { width: 300, height: 200, channels: 3, background: TOY_COLOURS.brick } as const
    return pixelsForModel(await sharp({ create }).png().toBuffer(), classifierInfo().card?.frame)
  }

  it('looks at photos in place of our own, and proposes without preselecting', async () => {
    writeToyClip(modelDir)
    choose(modelDir)
    expect(classifierInfo()).toMatchObject({ card: null, fault: 'preparing' })
    await warmClassifier()
    const pixels = await brick()
    expect(pixels.width).toBe(32)
    const said = await classifyPixels([pixels])
    expect(said.suggestion).toMatchObject({ verdict: 'likely', candidates: [{ material: 'brick' }] })
    expect(said.modelVersion).toBe(classifierInfo().card?.version)
  })

  it('reads its sentences once, and again when what was kept is not whole', async () => {
    writeToyClip(modelDir)
    choose(modelDir)
    await warmClassifier()
    await stopClassifier()
    const prompts = path.join(folder, 'data/models/prompts')
    const [name = ''] = readdirSync(prompts)
    expect(name).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}\.json$/)
    const file = path.join(prompts, name)
    const kept = await readFile(file, 'utf8')
    // Vectors under another label show that a start reads what was kept.
    await writeFile(file, kept.replaceAll('"brick"', '"door"'))
    await warmClassifier()
    expect((await classifyPixels([await brick()])).suggestion.candidates[0]?.material).toBe('door')
    await stopClassifier()
    await writeFile(file, kept.slice(0, 100))
    await warmClassifier()
    expect((await classifyPixels([await brick()])).suggestion.candidates[0]?.material).toBe('brick')
    expect(await readFile(file, 'utf8')).toBe(kept)
  })

  it('that does not load is told apart, and left alone for a while', async () => {
    writeToyClip(modelDir)
    await writeFile(path.join(modelDir, 'onnx/vision_model.onnx'), 'not a graph')
    choose(modelDir)
    await expect(warmClassifier()).rejects.toMatchObject({ fault: 'failed', reason: 'unloadable' })
    expect(classifierInfo()).toMatchObject({ card: null, fault: 'unloadable' })
    await expect(classifyPixels([await brick()])).rejects.toMatchObject({ reason: 'unloadable' })
  })

  it('is never missed by our own: without one, nothing looks at photos', async () => {
    choose(path.join(folder, 'nowhere'))
    await expect(classifyPixels([await brick()])).rejects.toMatchObject({ reason: 'folder-missing' })
    expect(classifierInfo()).toMatchObject({ card: null, fault: 'folder-missing' })
  })
})
