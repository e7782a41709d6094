import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZeroShotModel } from '~/features/classifier/chosen/zero-shot-model.server'
import { TOY_COLOURS, writeToyClip } from '~tests/support/toy-clip'
import { calibrateChosen } from '../../scripts/train/calibrate-chosen'

let folder = ''
const origin = { name: 'toy', revision: null, url: '', licence: null }
const read = () => readZeroShotModel(path.join(folder, 'toy'), origin, path.join(folder, 'models'))

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gisement-calibrate-'))
  writeToyClip(path.join(folder, 'toy'))
  for (const [label, background] of Object.entries(TOY_COLOURS)) {
    const of = path.join(folder, 'photos', label === 'other' ? '_none' : label)
    await mkdir(of, { recursive: true })
    const create = { width: 64, height: 64, channels: 3, background } as const
    for (let copy = 0; copy < 12; copy++)
      await sharp({ create })
        .png()
        .toFile(path.join(of, `${copy}.png`))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('calibrateChosen', () => {
  it('writes beside the model what its next start uses, for this very model only', async () => {
    const before = await read()
    expect(before.card.metrics).toBeNull()
    const calibration = await calibrateChosen(before, path.join(folder, 'photos'))
    expect(calibration.metrics).toMatchObject({ photos: 36, top1: 1, outOfScope: { photos: 12 } })
    expect(calibration.thresholds.sure).toBeLessThan(1)
    const after = await read()
    expect(after.card).toMatchObject({
      temperature: calibration.temperature,
      thresholds: calibration.thresholds,
      metrics: { top1: 1 },
    })
    expect(after.load.zeroShot?.temperature).toBe(calibration.temperature)
    expect(after.card.version).not.toBe(before.card.version)
    writeToyClip(path.join(folder, 'toy'), { layout: 'split-quantized' })
    expect((await read()).card).toMatchObject({ metrics: null, thresholds: before.card.thresholds })
  })

  it('refuses photos of labels that it does not know', async () => {
    await mkdir(path.join(folder, 'strange/rubble'), { recursive: true })
    await expect(calibrateChosen(await read(), path.join(folder, 'strange'))).rejects.toThrow('No photo')
  })
})
