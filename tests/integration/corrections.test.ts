import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ClassifierPool } from '~/features/classifier/classifier-pool.server'
import { stopClassifier } from '~/features/classifier/classifier.server'
import { readModelCard } from '~/features/classifier/card.server'
import { classifyPhoto } from '~/features/classifier/commands/classify-photo.server'
import { listClassifications } from '~/features/classifier/queries.server'
import { changePhotoConsent } from '~/features/examples/commands/change-photo-consent.server'
import { labelExample } from '~/features/examples/commands/label-example.server'
import { listExamples } from '~/features/examples/queries.server'
import { findLot } from '~/features/lots/queries.server'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { setClock } from '~/core/clock'
import { reader } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'
import { labelledExamples } from '~db/sqlite/examples'
import { events } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, sendsPhoto } from '~tests/support/answers'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { exportExamples } from '../../scripts/examples/export-examples'
import { importFolder } from '../../scripts/examples/import-examples'
import { buildModel, HEAD_FILE } from '../../scripts/model/build-model'
import { readHeadFile, type Head } from '../../scripts/model/head-file'
import { installModel, rollBackModel } from '../../scripts/model/install-model'
import { readLearnt } from '../../scripts/model/learnt-head'
import { hashFiles } from '../../scripts/model/model-folder'
import { listPhotos } from '../../scripts/train/photo-set'
import { reportOf, trainFromCorrections } from '../../scripts/train/train-from-corrections'

const NOON = Date.parse(`${TODAY}T12:00:00Z`)
const LICENCE = 'Photos de l’exploitant, tous droits pour apprendre'
let clock = NOON
let open: TestDatabase
let desk = ''
let modelDir = ''
let admin: Actor
let giver: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => clock })
  open = await openTestDatabase()
  desk = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-loop-'))
  modelDir = path.join(desk, 'model', 'reuse-materials')
  setEnv({ ...env(), modelDir })
  buildModel({ folder: modelDir })
  admin = await createActor('admin')
  giver = await createActor('giver')
  siteId = await opensSite(giver)
  await changePhotoConsent({ actor: giver, agrees: true })
})
afterAll(async () => {
  await stopClassifier()
  open.remove()
  fs.rmSync(desk, { recursive: true, force: true })
  setClock()
})

async function picture(folder: string, name: string, background: string): Promise<void> {
  fs.mkdirSync(path.join(desk, 'folder', folder), { recursive: true })
  const image = sharp({ create: { width: 400, height: 300, channels: 3, background } })
  const bytes = await image
    .withExif({ IFD0: { Make: 'Repérable' } })
    .jpeg()
    .toBuffer()
  fs.writeFileSync(path.join(desk, 'folder', folder, name), bytes)
}

const exported = (name: string) => path.join(desk, name)

describe('a folder of photos', () => {
  const data = () => path.join(desk, 'folder')

  it('becomes examples that wait, each once, with its source and licence; what is no photo is named', async () => {
    await picture('radiator', 'a.jpg', '#e0e0e0')
    await picture('cable', 'b.jpg', '#202020')
    await picture('_none', 'c.jpg', '#4060a0')
    await picture('diamond', 'd.jpg', '#ffffff')
    fs.writeFileSync(path.join(data(), 'cable', 'e.jpg'), 'not a photo')
    fs.writeFileSync(
      path.join(data(), 'manifest.tsv'),
      'file\tkind\tsource\nradiator/a.jpg\tweb\tChantier A\n',
    )
    const imported = await importFolder({ data: data(), licence: LICENCE, source: 'Photothèque' })
    expect(imported).toMatchObject({ added: 3, known: 0 })
    expect(imported.refused.sort()).toEqual(['cable/e.jpg: photo-type', 'diamond/d.jpg: invalid'])
    expect(await importFolder({ data: data(), licence: LICENCE, source: 'Photothèque' })).toMatchObject({
      added: 0,
      known: 3,
    })
    const rows = await listExamples({ state: 'waiting', origin: 'folder' })
    expect(rows.map(({ label, source, licence }) => [label, source, licence]).sort()).toEqual([
      ['cable', 'Photothèque', LICENCE],
      ['other', 'Photothèque', LICENCE],
      ['radiator', 'Chantier A', LICENCE],
    ])
    const [one] = rows
    const file = fs.readFileSync(path.join(env().dataDir, `photos/${one!.storageKey}-960.webp`))
    expect(file.includes('Repérable')).toBe(false)
  })

  it('is not swept with the photos that no lot took', async () => {
    clock += 8 * 86_400_000
    await sweepUploads()
    clock = NOON
    expect(await listExamples({ state: 'waiting', origin: 'folder' })).toHaveLength(3)
  })

  it('is written for training once accepted, beside the photos of lots, whose source names nobody', async () => {
    const photoId = await sendsPhoto(giver)
    await publishes(giver, siteId, { photoIds: [photoId] })
    const waiting = await listExamples({ state: 'waiting' })
    expect(await exportExamples(exported('before'))).toBe(0)
    for (const one of waiting) {
      granted(await labelExample({ actor: admin, photoId: one.photoId, label: one.label }))
    }
    expect(await exportExamples(exported('after'))).toBe(4)
    const photos = listPhotos(exported('after'))
    expect(photos.map(({ label, kind }) => [label, kind]).sort()).toEqual([
      ['cable', 'folder'],
      ['door', 'lot'],
      ['other', 'folder'],
      ['radiator', 'folder'],
    ])
    const door = photos.find(({ label }) => label === 'door')!
    expect(door.source).toMatch(/^organisation-[0-9a-f]{12}$/)
    const manifest = fs.readFileSync(path.join(exported('after'), 'manifest.tsv'), 'utf8')
    expect(manifest).toContain(LICENCE)
    expect(manifest).not.toContain(giver.organisationId)
    await expect(exportExamples(exported('after'))).rejects.toThrow('not empty')
  })

  it('holds no photo of who withdrew', async () => {
    granted(await changePhotoConsent({ actor: giver, agrees: false }))
    expect(await exportExamples(exported('withdrawn'))).toBe(3)
    granted(await changePhotoConsent({ actor: giver, agrees: true }))
    expect(await exportExamples(exported('again'))).toBe(3)
  })
})

describe('training', () => {
  it('says what is missing, leaves the model alone and no photo behind', async () => {
    const before = readModelCard(modelDir)
    // A temporary folder of this test's own: in the machine's, others come and go.
    const temporary = fs.mkdtempSync(path.join(desk, 'tmp-'))
    vi.stubEnv('TMPDIR', temporary)
    const trained = await trainFromCorrections({ modelDir }).finally(() => vi.unstubAllEnvs())
    expect(trained).toMatchObject({ installed: null, examples: 3, decision: { reason: 'too-few-photos' } })
    expect(reportOf(trained)).toContain('Nothing was installed')
    expect(readModelCard(modelDir)).toEqual(before)
    expect(fs.readdirSync(temporary)).toEqual([])
  })
})

/** The product's own head, a little warmer: another model, whose suggestions differ. */
function warmer(): Head {
  const own = readHeadFile(HEAD_FILE)
  return { ...own, description: { ...own.description, temperature: own.description.temperature * 1.5 } }
}
const install = () =>
  installModel(modelDir, warmer(), { foundedOn: hashFiles([HEAD_FILE]), sources: ['organisation-x'] })
const saidOf = async (photoId: string) => (await listClassifications([photoId]))[0]
/** What an operator does after an installation: the thread loads its model when it starts. */
const restart = stopClassifier

describe('an installed model', () => {
  it('is in place whole, keeps the one before, and is not rebuilt away', () => {
    const before = readModelCard(modelDir)!.version
    const { version } = install()
    expect(version).not.toBe(before)
    expect(readModelCard(modelDir)!.version).toBe(version)
    expect(readModelCard(`${modelDir}.previous`)!.version).toBe(before)
    expect(buildModel({ folder: modelDir })).toMatchObject({ built: false, card: { version } })
    expect(readLearnt(modelDir, HEAD_FILE)?.sources).toEqual(['organisation-x'])
  })

  it('goes back and forth by rollback', () => {
    const [now, before] = [readModelCard(modelDir)!.version, readModelCard(`${modelDir}.previous`)!.version]
    expect(rollBackModel(modelDir).version).toBe(before)
    expect(readLearnt(modelDir, HEAD_FILE)).toBeNull()
    expect(buildModel({ folder: modelDir }).card.version).toBe(before)
    expect(rollBackModel(modelDir).version).toBe(now)
    expect(readLearnt(modelDir, HEAD_FILE)).not.toBeNull()
    rollBackModel(modelDir)
    expect(() => rollBackModel(path.join(desk, 'nowhere'))).toThrow('No model to go back to')
  })

  it('gives way to another head of the product, on which it is not founded', () => {
    const folder = path.join(desk, 'upgraded', 'reuse-materials')
    fs.mkdirSync(path.dirname(folder))
    installModel(folder, warmer(), { foundedOn: '0'.repeat(64), sources: [] })
    expect(readLearnt(folder, HEAD_FILE)).toBeNull()
    expect(buildModel({ folder })).toMatchObject({
      built: true,
      card: { version: readModelCard(modelDir)!.version },
    })
  })
})

describe('a photo that ends the analysis', () => {
  it('is kept as one of which the model says nothing, and its job is done', async () => {
    const limits = { maxWaiting: 4, maxWaitingOfKey: 4, timeoutMs: 60_000, heapMb: 48 }
    const pool = new ClassifierPool(modelDir, { threads: 1, coresEach: 1 }, limits)
    // Whatever is asked, more photos than the thread's own heap can hold.
    const tooMany = Array.from({ length: 700_000 }, () => ({ data: new Uint8Array(3), width: 1, height: 1 }))
    const photoId = await sendsPhoto(giver)
    await pool.warm()
    await classifyPhoto(photoId, { through: { score: (_pixels, asking) => pool.score(tooMany, asking) } })
    await pool.stop()
    expect(await saidOf(photoId)).toMatchObject({ verdict: 'unsure', candidates: [] })
  })
})

describe('a photo, once the model has changed', () => {
  it('is classified anew by its job, once; what was said then stays with the lot and its example', async () => {
    const photoId = await sendsPhoto(giver)
    await classifyPhoto(photoId)
    const first = await saidOf(photoId)
    expect(first?.modelVersion).toBe(readModelCard(modelDir)!.version)
    const lotId = await publishes(giver, siteId, { photoIds: [photoId] })
    const { version } = install()
    await restart()
    await classifyPhoto(photoId)
    const second = await saidOf(photoId)
    expect(second?.modelVersion).toBe(version)
    expect(second?.modelVersion).not.toBe(first?.modelVersion)
    const atMs = clock
    clock += 60_000
    await classifyPhoto(photoId)
    clock = atMs
    expect(await saidOf(photoId)).toEqual(second)
    const kept = (await reader().select().from(labelledExamples)).find((one) => one.photoId === photoId)
    expect(kept?.modelVersion).toBe(first?.modelVersion)
    const told = (await reader().select().from(events)).find(({ entityId }) => entityId === lotId)
    expect(told?.detail).toMatchObject({ said: [{ photoId, modelVersion: first?.modelVersion }] })
    expect((await findLot(lotId))?.materialSource).toBe('person')
  })
})
