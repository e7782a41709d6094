import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { stopClassifier } from '~/features/classifier/classifier.server'
import { classifyPhoto } from '~/features/classifier/commands/classify-photo.server'
import { setClassifierSettings } from '~/features/classifier/commands/set-classifier-settings.server'
import { tryPhoto } from '~/features/classifier/commands/try-photo.server'
import { DEFAULT_ENERGY, energyOf } from '~/features/classifier/model/energy'
import { offReasonOf } from '~/features/classifier/off-reason.server'
import { listClassifications } from '~/features/classifier/queries.server'
import { readRegister } from '~/features/classifier/register.server'
import { setPhotoAnalysis } from '~/features/organisations/commands/set-photo-analysis.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { aiRegisterSchema } from '~/http/ai-register.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'
import { loader as confusionCsv } from '~/routes/ai-confusion-csv/route'
import { loader as labelsCsv } from '~/routes/ai-labels-csv/route'
import { loader as page } from '~/routes/ai-use/route'
import { loader as json } from '~/routes/ai-use-json/route'
import { loader as schema } from '~/routes/ai-use-schema/route'
import { loader as algorithms } from '~/routes/algorithms/route'
import { loader as legal } from '~/routes/legal/route'
import { buildModel } from '../../scripts/model/build-model'
import { classifications, classifierUse } from '~db/sqlite/classifier'
import { createActor } from '../support/actors'
import { setupDatabase, type TestSetup } from '../support/database'
import { writeToyClip } from '../support/toy-clip'
import { startToyHub } from '../support/toy-hub'

const NOW = Date.parse('2026-05-04T08:00:00Z')
let models = ''
let setup: TestSetup
let giver: Actor
let admin: Actor

beforeAll(() => {
  models = mkdtempSync(path.join(tmpdir(), 'gisement-register-'))
  buildModel({ folder: path.join(models, 'reuse-materials') })
})
afterAll(() => rmSync(models, { recursive: true, force: true }))

beforeEach(async () => {
  setup = await setupDatabase()
  setClock({ now: () => NOW })
  setEnv({ ...env(), modelDir: path.join(models, 'reuse-materials') })
  giver = await createActor('giver')
  admin = await createActor('admin')
})
afterEach(async () => {
  await stopClassifier()
  setClock()
  setup.cleanup()
})

let shade = 0
async function picture(): Promise<Uint8Array> {
  const background = { r: (shade += 7) % 256, g: 90, b: 60 }
  return sharp({ create: { width: 500, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

async function sendPhoto(actor = giver): Promise<string> {
  const photoId = newId()
  const added = await addPhoto({ actor, photoId, bytes: await picture(), name: 'photo.jpg' })
  if (!added.ok) throw new Error(added.error.code)
  return photoId
}

async function doAllWork(): Promise<void> {
  for (let round = 0; round < 20 && (await runOnce('test')); round++);
}

const rows = () => reader().select().from(classifications)
/** A request for a file of figures, in a language. */
const asked = (language = 'fr') => {
  const request = new Request('http://localhost/ia', { headers: { 'Accept-Language': language } })
  return { request, params: {}, context: {} as never }
}
const statusOf = (answer: Promise<Response>) =>
  answer.catch((thrown: unknown) => thrown as Response).then(({ status }) => status)
const used = () => reader().select().from(classifierUse)
const settings = (isOn: boolean) => setClassifierSettings({ actor: admin, isOn, energy: DEFAULT_ENERGY })

describe('the organisation that wants no photo analysed', () => {
  it('has none analysed, not even one whose job waits already, and nothing is counted', async () => {
    const photoId = await sendPhoto()
    expect(await setPhotoAnalysis({ actor: giver, analyses: false })).toMatchObject({ ok: true })
    await doAllWork()
    expect(await rows()).toEqual([])
    expect(await used()).toEqual([])
    expect(await offReasonOf(photoId)).toBe('organisation')
  })

  it('sees at once no more of what was suggested, which is then erased; others keep theirs', async () => {
    const other = await createActor('giver', { name: 'Autre Curage' })
    const [mine, theirs] = [await sendPhoto(), await sendPhoto(other)]
    await classifyPhoto(mine)
    await classifyPhoto(theirs)
    expect(await listClassifications([mine, theirs])).toHaveLength(2)
    await setPhotoAnalysis({ actor: giver, analyses: false })
    expect((await listClassifications([mine, theirs])).map(({ photoId }) => photoId)).toEqual([theirs])
    await doAllWork()
    expect((await rows()).map(({ photoId }) => photoId)).toEqual([theirs])
    await setPhotoAnalysis({ actor: giver, analyses: true })
    expect(await offReasonOf(mine)).toBeNull()
  })

  it('is switched by its owners only', async () => {
    const member: Actor = { ...giver, membership: 'member' }
    expect(await setPhotoAnalysis({ actor: member, analyses: false })).toMatchObject({ ok: false })
    expect(await offReasonOf(await sendPhoto())).toBeNull()
  })
})

describe('the service that is switched off', () => {
  it('by the setting: analyses nothing, hides what was said, and shows it again when it is on', async () => {
    const seen = await sendPhoto()
    await classifyPhoto(seen)
    await settings(false)
    const waiting = await sendPhoto()
    await doAllWork()
    expect((await rows()).map(({ photoId }) => photoId)).toEqual([seen])
    expect(await listClassifications([seen])).toEqual([])
    expect(await offReasonOf(waiting)).toBe('operator')
    expect(await tryPhoto({ bytes: await picture(), name: 'x.jpg', visitor: 'someone' })).toMatchObject({
      ok: false,
      error: { code: 'classifier-off' },
    })
    expect((await readRegister()).inService).toBe(false)
    await settings(true)
    expect(await listClassifications([seen])).toHaveLength(1)
  })

  it('by CLASSIFIER=off: starts no thread, whatever is set', async () => {
    await settings(true)
    setEnv({ ...env(), isClassifierOff: true, modelDir: path.join(models, 'nowhere') })
    const photoId = await sendPhoto()
    await expect(classifyPhoto(photoId)).resolves.toBeUndefined()
    expect(await tryPhoto({ bytes: await picture(), name: 'x.jpg', visitor: 'someone' })).toMatchObject({
      ok: false,
    })
    expect(await rows()).toEqual([])
    expect(await used()).toEqual([])
    const { switches, inService } = await readRegister()
    expect({ ...switches, inService }).toEqual({
      environment: 'off',
      setting: 'on',
      organisationsOff: 0,
      inService: false,
    })
  })

  it('by the setting: no page that describes a model of a hub asks for it', async () => {
    const toy = path.join(models, 'toy')
    writeToyClip(toy)
    const hub = await startToyHub(toy)
    const chosenModel = { kind: 'hub', id: 'org/toy', revision: 'main' } as const
    setEnv({ ...env(), chosenModel, hubUrl: hub.url, modelsDir: path.join(models, 'chosen') })
    await settings(false)
    expect(await readRegister()).toMatchObject({ inService: false, switches: { setting: 'off' } })
    await algorithms()
    await legal()
    for (const csv of [labelsCsv, confusionCsv]) expect(await statusOf(csv(asked()))).toBe(404)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(hub.asked).toEqual([])
    await settings(true)
    await readRegister()
    await expect.poll(() => hub.asked.length).toBeGreaterThan(0)
    await expect.poll(async () => (await readRegister()).unavailable).toBeNull()
    await hub.stop()
  })

  it('is switched by the team of the Métropole only', async () => {
    const refused = await setClassifierSettings({ actor: giver, isOn: false, energy: DEFAULT_ENERGY })
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

describe('the register', () => {
  it('answers as JSON, in the shape it describes, what the page shows', async () => {
    await classifyPhoto(await sendPhoto())
    await tryPhoto({ bytes: await picture(), name: 'x.jpg', visitor: 'someone' })
    const told = aiRegisterSchema.parse(await (await json()).json())
    expect(told).toEqual(JSON.parse(JSON.stringify(await page())))
    const described = (await schema().json()) as { properties: object; required: string[] }
    expect(Object.keys(told).filter((key) => !(key in described.properties))).toEqual([])
    const card: unknown = JSON.parse(
      readFileSync(path.join(models, 'reuse-materials', 'model-card.json'), 'utf8'),
    )
    expect(told.model).toMatchObject(card as object)
  })

  it('counts photos of lots and of visitors, and gives the energy by its formula', async () => {
    await classifyPhoto(await sendPhoto())
    await tryPhoto({ bytes: await picture(), name: 'x.jpg', visitor: 'someone' })
    const { thisYear, perPhoto } = (await readRegister()).energy
    expect(thisYear.byPurpose.map(({ purpose, photos }) => [purpose, photos])).toEqual([
      ['lot', 1],
      ['visitor', 1],
    ])
    expect(thisYear.cpuMs).toBeGreaterThan(0)
    expect(thisYear).toMatchObject(energyOf(thisYear.cpuMs, DEFAULT_ENERGY))
    expect(perPhoto?.cpuMs).toBe(thisYear.cpuMs / 2)
    setClock({ now: () => Date.parse('2027-01-02T08:00:00Z') })
    expect((await readRegister()).energy.thisYear).toMatchObject({ year: 2027, photos: 0 })
  })

  it('counts once a photo that is asked for twice, and keeps the count when suggestions go', async () => {
    const photoId = await sendPhoto()
    await classifyPhoto(photoId)
    await classifyPhoto(photoId)
    await setPhotoAnalysis({ actor: giver, analyses: false })
    await doAllWork()
    expect((await readRegister()).energy.thisYear.photos).toBe(1)
    expect((await readRegister()).switches.organisationsOff).toBe(1)
  })

  it('gives the confusions as a CSV, or says that they are not there', async () => {
    const hasThem = (await readRegister()).model?.confusion !== undefined
    expect(await statusOf(confusionCsv(asked()))).toBe(hasThem ? 200 : 404)
  })

  it('names what it recognises in the words of the reader', async () => {
    const { labels } = (await readRegister()).model!
    const names = async (language: string) => {
      const text = await (await labelsCsv(asked(language))).text()
      return text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(/[;,]/)[0])
    }
    expect(labels).toContain('roof_tile')
    expect(await names('fr')).toEqual(expect.arrayContaining(['Tuile', 'Porte']))
    expect(await names('en')).toEqual(expect.arrayContaining(['Roof tile', 'Door']))
    for (const name of await names('fr')) expect(labels).not.toContain(name)
  })
})
