import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { stopClassifier } from '~/features/classifier/classifier.server'
import { classifyPhoto } from '~/features/classifier/commands/classify-photo.server'
import { setClassifierSettings } from '~/features/classifier/commands/set-classifier-settings.server'
import { DEFAULT_ENERGY } from '~/features/classifier/model/energy'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { removeUnattachedPhotos } from '~/features/photos/commands/remove-unattached-photos.server'
import { askForNewLooks } from '~/jobs/housekeeping.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { loader as lotLoader } from '~/routes/lot/route'
import { action, loader } from '~/routes/lots-by-photo/route'
import { loader as csvLoader } from '~/routes/lots-by-photo-csv/route'
import { createActor } from '~tests/support/actors'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { buildModel, HEAD_FILE } from '../../scripts/model/build-model'
import { headFileOf, readHeadFile } from '../../scripts/model/head-file'
import { seededRandom } from '../../scripts/train/random'

let open: TestDatabase
let folder = ''
let giver: Actor
let lots: [striped: string, plain: string] = ['', '']
let photoIds: string[] = []

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'gisement-model-'))
  setEnv({ ...env(), modelDir: await comparingModel() })
  giver = await makeActor('giver')
  const site = await makeSite(giver)
  lots = [await makeLot(giver, site, 50), await makeLot(giver, site, 50)]
  photoIds = [await lotPhoto(lots[0], 20), await lotPhoto(lots[1], 400)]
  for (const photoId of photoIds) await classifyPhoto(photoId)
}, 60_000)
afterAll(async () => {
  await stopClassifier()
  open.remove()
  setClock()
  await rm(folder, { recursive: true, force: true })
})

/** The project's model with a projection at random, which keeps enough of the likeness to tell pictures apart. */
async function comparingModel(): Promise<string> {
  const head = readHeadFile(HEAD_FILE)
  const width = head.layer.weights[0]!.length
  const random = seededRandom(4)
  const rows = Array.from({ length: 32 }, () => Float32Array.from({ length: width }, () => random() - 0.5))
  const headFile = path.join(folder, 'head.json')
  const projection = { mean: new Float32Array(width), rows }
  await writeFile(headFile, JSON.stringify(headFileOf({ ...head, projection })))
  const modelDir = path.join(folder, 'reuse-materials')
  buildModel({ headFile, folder: modelDir })
  return modelDir
}

/** A picture with stripes of so many pixels; `shade` sets its brightness. */
async function picture(stripe: number, shade = 200): Promise<Uint8Array> {
  const [width, height] = [400, 300]
  const data = Buffer.alloc(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const isDark = Math.floor((pixel % width) / stripe) % 2 === 0
    data.fill(isDark ? 40 : shade, pixel * 3, pixel * 3 + 3)
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer()
}

async function lotPhoto(lotId: string, stripe: number): Promise<string> {
  const photoId = newId()
  const added = await addPhoto({ actor: giver, photoId, bytes: await picture(stripe), name: 'photo.jpg' })
  expect(added.ok).toBe(true)
  open.writer.prepare('update photos set lot_id = ? where id = ?').run(lotId, photoId)
  return photoId
}

/** A visitor's post of a file, as a browser without JavaScript sends it. */
function post(bytes: Uint8Array | null, name = 'photo.jpg'): Request {
  const form = new FormData()
  if (bytes) form.append('photo', new File([new Uint8Array(bytes)], name))
  const headers = { 'Accept-Language': 'fr' }
  return new Request(`http://localhost${paths.lotsByPhoto()}`, { method: 'POST', body: form, headers })
}

type Page = { state: string; lots: { lot: { id: string } }[] }

async function pageAt(address: string): Promise<Page> {
  return (await loader(argsOf(await requestAs(null, address)))) as Page
}

/** Where a posted photo leads. */
async function sent(bytes: Uint8Array): Promise<string> {
  const reply = (await action(argsOf(post(bytes)))) as Response
  expect(reply.status).toBe(302)
  return reply.headers.get('Location')!
}

describe('searching by photo', () => {
  it('leads from a photo to the lots like it, keeps nothing of it and gives the same as a file', async () => {
    const before = open.writer.prepare('select count(*) from photos').pluck().get()
    const address = await sent(await picture(21, 190))
    const page = await pageAt(address)
    expect(page.state).toBe('found')
    expect(page.lots[0]?.lot.id).toBe(lots[0])
    expect(open.writer.prepare('select count(*) from photos').pluck().get()).toBe(before)
    const query = address.slice(address.indexOf('?'))
    const csv = await csvLoader(argsOf(await requestAs(null, paths.lotsByPhotoCsv(query))))
    expect((await csv.text()).trim().split('\n')).toHaveLength(page.lots.length + 1)
  })

  it('keeps to a material and a place', async () => {
    const address = await sent(await picture(21))
    expect((await pageAt(`${address}&materiau=door`)).lots).toEqual([])
    expect((await pageAt(`${address}&materiau=brick&commune=93066`)).lots.length).toBeGreaterThan(0)
    expect((await pageAt(`${address}&commune=94028`)).lots).toEqual([])
  })

  it.each([
    ['no file', null, 400, 'Choisissez une photo'],
    ['a file that is no photo', new TextEncoder().encode('%PDF-1.4 plan'), 400, 'photo.jpg'],
  ])('refuses %s with a sentence', async (_name, bytes, status, sentence) => {
    const reply = (await action(argsOf(post(bytes)))) as { data: { message: string }; init: ResponseInit }
    expect(reply.data.message).toContain(sentence)
    expect(reply.init.status).toBeGreaterThanOrEqual(status)
  })

  it('says that an address of another model can no longer be read', async () => {
    const address = await sent(await picture(21))
    const other = address.replace(/modele=[^&]+/, 'modele=000000000000')
    expect((await pageAt(other)).state).toBe('stale')
    expect((await pageAt(`${paths.lotsByPhoto()}?modele=a&image=***`)).state).toBe('stale')
    expect((await pageAt(paths.lotsByPhoto())).state).toBe('ask')
  })

  it('is off without a model, and the page of a lot shows no similar ones', async () => {
    const { modelDir } = env()
    setEnv({ ...env(), modelDir: path.join(folder, 'nowhere') })
    expect((await pageAt(paths.lotsByPhoto())).state).toBe('off')
    const args = argsOf(await requestAs(null, paths.lot(lots[0])), { lotId: lots[0] })
    expect((await lotLoader(args)).data.similar).toEqual([])
    setEnv({ ...env(), modelDir })
  })
})

describe('comparing that is switched off', () => {
  it.each([
    ['by the operator', () => setEnv({ ...env(), isClassifierOff: true })],
    ['by the team of the Métropole', () => set(false)],
  ] as const)('%s shows no similar lots anywhere, then shows them again', async (_who, switchOff) => {
    const before = env()
    const address = await sent(await picture(21))
    const similar = async () => {
      const args = argsOf(await requestAs(null, paths.lot(lots[0])), { lotId: lots[0] })
      return (await lotLoader(args)).data.similar.map(({ lot }) => lot.id)
    }
    await switchOff()
    for (const where of [address, paths.lotsByPhoto(), paths.lotsByPhoto(`?lot=${lots[0]}`)])
      expect(await pageAt(where)).toMatchObject({ state: 'off', lots: [] })
    expect(await similar()).toEqual([])
    setEnv(before)
    await set(true)
    expect(await similar()).toEqual([lots[1]])
    expect((await pageAt(address)).state).toBe('found')
  })

  async function set(isOn: boolean): Promise<void> {
    const done = await setClassifierSettings({
      actor: await createActor('admin'),
      isOn,
      energy: DEFAULT_ENERGY,
    })
    expect(done.ok).toBe(true)
  }
})

describe('lots like a lot', () => {
  it('are on its page and behind its link, without itself', async () => {
    const args = argsOf(await requestAs(null, paths.lot(lots[0])), { lotId: lots[0] })
    const { similar } = (await lotLoader(args)).data
    expect(similar.map(({ lot }) => lot.id)).toEqual([lots[1]])
    const page = await pageAt(paths.lotsByPhoto(`?lot=${lots[0]}`))
    expect(page.lots.map(({ lot }) => lot.id)).toEqual([lots[1]])
  })

  it('are not told of a lot that the reader does not see', async () => {
    open.writer.prepare("update lots set public_from = '2030-01-01' where id = ?").run(lots[0])
    const reply = await answerOf(pageAt(paths.lotsByPhoto(`?lot=${lots[0]}`)))
    open.writer.prepare("update lots set public_from = '2020-01-01' where id = ?").run(lots[0])
    expect((reply as Response).status).toBe(404)
  })
})

describe('the vectors', () => {
  const vectors = () => open.writer.prepare('select count(*) from photo_embeddings').pluck().get()
  const jobs = () =>
    open.writer.prepare("select count(*) from jobs where kind = 'reclassify-photo'").pluck().get()

  it('are made again when the model changes, asked for once', async () => {
    await askForNewLooks()
    expect(jobs()).toBe(0)
    open.writer.exec("update classifications set model_version = '000000000000'")
    await askForNewLooks()
    await askForNewLooks()
    expect(jobs()).toBe(2)
    for (const photoId of photoIds) await classifyPhoto(photoId)
    expect(vectors()).toBe(2)
  })

  it('go with their photo', async () => {
    open.writer.prepare('update photos set lot_id = null where id = ?').run(photoIds[1])
    await withTx((tx) => removeUnattachedPhotos(tx, { beforeMs: nowMs() + 1, kept: new Set() }))
    expect(vectors()).toBe(1)
  })
})
