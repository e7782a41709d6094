import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { cellZone, gridOf, zoneText, type Zone } from '~/core/zone'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { blurPhoto } from '~/features/photos/commands/blur-photo.server'
import { makeAvif } from '~/features/photos/commands/make-avif.server'
import { renditionKey, renditionKeys } from '~/features/photos/model/limits'
import { findPhotoFiles } from '~/features/photos/queries.server'
import { findBlursOf, findPhotoToBlur } from '~/features/photos/queries/blurs.server'
import { HANDLERS } from '~/jobs/registry.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'
import { sha256 } from '~/platform/sha256.server'
import { withTx } from '~/platform/transaction.server'
import { action, loader } from '~/routes/photo-blur/route'
import { loader as fileLoader } from '~/routes/photo-file/route'
import { auditRows } from '~db/sqlite/audit'
import { classifications, photoEmbeddings } from '~db/sqlite/classifier'
import { photoBlurs, photos } from '~db/sqlite/photos'
import { jobs } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { bundleWorkers } from '~tests/support/bundle'
import { reopen, setupDatabase, type TestSetup } from '~tests/support/database'
import { makeLot, makeSite } from '~tests/support/deal'
import type { FallOrder } from '~tests/support/fall-worker'

let setup: TestSetup
let giver: Actor, stranger: Actor, admin: Actor
let fallWorker: string
/** The middle of the photo, where the face is. */
const FACE: Zone = { x: 400, y: 400, width: 200, height: 200 }

beforeAll(async () => {
  fallWorker = (await bundleWorkers('fall-worker'))['fall-worker']
  setup = await setupDatabase()
  setEnv({ ...env(), isClassifierOff: true })
  giver = await createActor('giver')
  stranger = await createActor('giver')
  admin = await createActor('admin')
})
afterAll(() => {
  setup.cleanup()
  fs.rmSync(path.dirname(fallWorker), { recursive: true, force: true })
})

/** A grey photo with a chessboard of black and white in its middle, which stands for a face. */
async function face(): Promise<Buffer> {
  const side = 160
  const board = Buffer.alloc(side * side, 0)
  for (let at = 0; at < board.length; at++) {
    if ((Math.floor(at / side / 10) + Math.floor((at % side) / 10)) % 2) board[at] = 255
  }
  const middle = await sharp(board, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 800, height: 800, channels: 3, background: '#808080' } })
    .composite([{ input: middle, left: 320, top: 320 }])
    .jpeg({ quality: 95 })
    .toBuffer()
}

async function posted(actor = giver, lot = false): Promise<string> {
  const photoId = newId()
  expect(await addPhoto({ actor, photoId, bytes: await face(), name: 'a.jpg' })).toMatchObject({ ok: true })
  if (lot) {
    const lotId = await makeLot(actor, await makeSite(actor), 10)
    await withTx((tx) => tx.update(photos).set({ lotId }).where(eq(photos.id, photoId)))
  }
  return photoId
}

const keyOf = async (photoId: string) => (await findPhotoToBlur(photoId))!.storageKey
const blur = (photoId: string, actor = giver, id = newId(), zones: Zone[] = [FACE]) =>
  blurPhoto({ actor, id, photoId, zones })

/** How far apart the lightest and darkest are in the middle of a stored file: 255 with the face, little without. */
async function contrast(key: string): Promise<number> {
  const bytes = fs.readFileSync(path.join(setup.dir, 'photos', key))
  const { width = 0 } = await sharp(bytes).metadata()
  const part = Math.round(width * 0.42)
  const side = Math.round(width * 0.16)
  const { channels } = await sharp(bytes)
    .extract({ left: part, top: part, width: side, height: side })
    .greyscale()
    .stats()
  return channels[0]!.max - channels[0]!.min
}

async function statusOf(key: string): Promise<number> {
  const [folder = '', file = ''] = key.split('/')
  const answer = await answerOf(
    fileLoader(argsOf(new Request(`http://localhost${paths.photoFile(key)}`), { folder, file })),
  )
  return (answer as Response).status
}

async function runJobs(): Promise<void> {
  while (await runOnce('test')) continue
}

describe('a photo that is blurred', () => {
  it('has the face in no stored size and answers at no former address, at once and after every job', async () => {
    const photoId = await posted()
    await makeAvif(photoId)
    const before = await keyOf(photoId)
    for (const key of renditionKeys(before)) {
      expect(await statusOf(key), key).toBe(200)
      expect(await contrast(key), key).toBeGreaterThan(200)
    }
    expect(await blur(photoId)).toEqual({ ok: true, value: null })
    const after = await keyOf(photoId)
    expect(after).not.toBe(before)
    for (const key of renditionKeys(before)) expect(await statusOf(key), key).toBe(404)
    await runJobs()
    for (const key of renditionKeys(before)) expect(await statusOf(key), key).toBe(404)
    for (const key of renditionKeys(after)) expect(await contrast(key), key).toBeLessThan(60)
    expect(await findPhotoToBlur(photoId)).toMatchObject({ hasAvif: true, width: 800, height: 800 })
    const { filesSha256 } = (await findPhotoFiles(photoId))!
    const hashOf = (key: string) => sha256(fs.readFileSync(path.join(setup.dir, 'photos', key)))
    expect(filesSha256).toEqual(
      Object.fromEntries(renditionKeys(after).map((key) => [key.slice(after.length + 1), hashOf(key)])),
    )
  })

  it('is blurred once under one id, also at the same time, and says by whom in the audit log', async () => {
    const photoId = await posted()
    const id = newId()
    const answers = await Promise.all([blur(photoId, giver, id), blur(photoId, giver, id)])
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: null })))
    const key = await keyOf(photoId)
    expect(await blur(photoId, giver, id)).toEqual({ ok: true, value: null })
    expect(await keyOf(photoId)).toBe(key)
    expect(await reader().select().from(photoBlurs).where(eq(photoBlurs.photoId, photoId))).toEqual([
      expect.objectContaining({ id, zones: [FACE], userId: giver.userId, isByTeam: false }),
    ])
    const audited = await reader().select().from(auditRows).where(eq(auditRows.objectId, photoId))
    expect(audited).toEqual([
      expect.objectContaining({ action: 'photo.blurred', actorUserId: giver.userId, outcome: 'done' }),
    ])
    const folder = path.join(setup.dir, 'photos', key.split('/')[0]!)
    expect(fs.readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('loses what the model said of the former picture, and is looked at again', async () => {
    const photoId = await posted()
    await withTx(async (tx) => {
      const said = { photoId, modelVersion: 'm', verdict: 'unsure', candidates: [] } as const
      await tx.insert(classifications).values({ ...said, candidates: [], inferenceMs: 1, classifiedAtMs: 1 })
      await tx.insert(photoEmbeddings).values({ photoId, modelVersion: 'm', vector: Buffer.alloc(4) })
    })
    await blur(photoId)
    const said = await reader().select().from(classifications).where(eq(classifications.photoId, photoId))
    const vector = await reader().select().from(photoEmbeddings).where(eq(photoEmbeddings.photoId, photoId))
    expect([said, vector]).toEqual([[], []])
    await runJobs()
    const asked = await reader().select().from(jobs).where(eq(jobs.kind, 'reclassify-photo'))
    expect(asked.map(({ payload }) => payload.photoId)).toContain(photoId)
  })

  it('keeps the address that its sender knows: sent again from a device, it stays blurred', async () => {
    const photoId = await posted()
    await blur(photoId)
    const key = await keyOf(photoId)
    expect(await addPhoto({ actor: giver, photoId, bytes: await face(), name: 'a.jpg' })).toMatchObject({
      ok: true,
    })
    expect(await keyOf(photoId)).toBe(key)
    expect(await contrast(renditionKey(key, 960))).toBeLessThan(60)
  })

  it('leaves no AVIF of the former picture when one was being made meanwhile', async () => {
    const photoId = await posted()
    const before = await keyOf(photoId)
    await Promise.all([makeAvif(photoId), blur(photoId)])
    expect(renditionKeys(before).filter((key) => fs.existsSync(path.join(setup.dir, 'photos', key)))).toEqual(
      [],
    )
  })

  it('is changed for every copy of it that its organisation has, and for no other organisation', async () => {
    const photoId = await posted()
    const [row] = await reader().select().from(photos).where(eq(photos.id, photoId))
    const copy = newId()
    const elsewhere = newId()
    await withTx((tx) =>
      tx.insert(photos).values([
        { ...row!, id: copy },
        { ...row!, id: elsewhere, organisationId: stranger.organisationId },
      ]),
    )
    await blur(photoId)
    expect(await keyOf(copy)).toBe(await keyOf(photoId))
    expect(await keyOf(elsewhere)).toBe(row!.storageKey)
    expect(await statusOf(renditionKey(row!.storageKey, 960))).toBe(200)
  })
})

describe('who may blur', () => {
  it('ASVS 8.2.2: its organisation; the team where it shows a lot; nobody else', async () => {
    const free = await posted()
    const shown = await posted(giver, true)
    const before = [await keyOf(free), await keyOf(shown)]
    expect(await blur(free, stranger)).toMatchObject({ error: { code: 'not-found' } })
    expect(await blur(shown, stranger)).toMatchObject({ error: { code: 'not-found' } })
    expect(await blur(free, admin)).toMatchObject({ error: { code: 'not-found' } })
    expect(await blur(newId(), admin)).toMatchObject({ error: { code: 'not-found' } })
    expect([await keyOf(free), await keyOf(shown)]).toEqual(before)
    expect(await blur(shown, admin)).toMatchObject({ ok: true })
    expect(await findBlursOf(shown)).toMatchObject({ times: 1, isByTeam: true })
    expect(await blur(shown)).toMatchObject({ ok: true })
    expect(await findBlursOf(shown)).toMatchObject({ times: 2, isByTeam: false })
  })

  it('answers 404 to others on the page, for reading and for posting', async () => {
    const photoId = await posted(giver, true)
    const page = paths.photoBlur(photoId)
    const form = { id: newId(), cells: '18' }
    const asStranger = argsOf(await requestAs(stranger, page), { photoId })
    expect(((await answerOf(loader(asStranger))) as Response).status).toBe(404)
    const posts = argsOf(await requestAs(stranger, page, form), { photoId })
    expect(((await answerOf(action(posts))) as Response).status).toBe(404)
    expect(await findBlursOf(photoId)).toBeNull()
  })
})

describe('the page', () => {
  it('blurs the cells that were ticked, without a script', async () => {
    const photoId = await posted(giver, true)
    const grid = gridOf({ width: 800, height: 800 })
    // The face is within four cells of the square photo: two columns, two rows and what they touch.
    const middle = Array.from({ length: grid.columns * grid.rows }, (_, cell) => cell).filter((cell) => {
      const { x, y, width, height } = cellZone(grid, cell)
      return x < 600 && x + width > 400 && y < 600 && y + height > 400
    })
    const request = await requestAs(giver, paths.photoBlur(photoId), { id: newId() })
    const body = new URLSearchParams([
      ['id', newId()],
      ...middle.map((cell): [string, string] => ['cells', String(cell)]),
    ])
    const post = new Request(request.url, { method: 'POST', headers: request.headers, body })
    const answer = (await answerOf(action(argsOf(post, { photoId })))) as Response
    expect(answer.headers.get('Location')).toBe(paths.photoBlur(photoId, 'floute'))
    expect(await contrast(renditionKey(await keyOf(photoId), 1600))).toBeLessThan(60)
  })

  it.each([
    ['nothing', {}],
    ['a zone out of the photo', { zones: '900,0,200,10' }],
    ['a cell that is not there', { cells: '48' }],
    ['another field', { cells: '1', organisationId: 'x' }],
  ])('refuses %s and changes nothing', async (_, fields) => {
    const photoId = await posted()
    const key = await keyOf(photoId)
    const request = await requestAs(giver, paths.photoBlur(photoId), { id: newId(), ...fields })
    const answer = await answerOf(action(argsOf(request, { photoId })))
    expect(answer).toMatchObject({ init: { status: 400 } })
    expect(await keyOf(photoId)).toBe(key)
  })

  it('takes zones as the page writes them', async () => {
    const photoId = await posted()
    const form = { id: newId(), zones: zoneText(FACE) }
    const request = await requestAs(giver, paths.photoBlur(photoId), form)
    expect(((await answerOf(action(argsOf(request, { photoId })))) as Response).status).toBe(302)
    expect(await contrast(renditionKey(await keyOf(photoId), 320))).toBeLessThan(60)
  })
})

describe('a process that dies while it blurs', () => {
  it('ASVS 2.3.3: leaves the photo as it was or blurred, whole, and nothing of the former one once jobs ran', async () => {
    const steps: Pick<FallOrder, 'step' | 'nth'>[] = [
      { step: 'open', nth: 1 },
      { step: 'sync', nth: 3 },
      { step: 'rename', nth: 4 },
      { step: 'commit', nth: 1 },
      { step: 'remove', nth: 1 },
      { step: 'remove', nth: 3 },
    ]
    const photoIds = await Promise.all(steps.map(() => posted()))
    const before = await Promise.all(photoIds.map(keyOf))
    await Promise.all(
      steps.map(async (at, index) => {
        const child = fork(fallWorker)
        const blurring = { id: newId(), zones: [FACE] }
        const order: FallOrder = {
          ...{ dataDir: setup.dir, file: setup.database.file, actor: giver },
          ...{ photoId: photoIds[index]!, base64: '', blur: blurring },
          ...at,
        }
        child.send(order)
        const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
        expect(signal).toBe('SIGKILL')
      }),
    )
    await reopen(setup)
    const after = await Promise.all(photoIds.map(keyOf))
    expect(after.map((key, at) => key === before[at])).toEqual([true, true, true, true, false, false])
    for (const key of after.slice(0, 4)) expect(await contrast(renditionKey(key, 960))).toBeGreaterThan(200)
    for (const key of after.slice(4)) expect(await contrast(renditionKey(key, 960))).toBeLessThan(60)
    await runJobs()
    for (const key of before.slice(4)) {
      for (const file of renditionKeys(key)) expect(await statusOf(file), file).toBe(404)
    }
    expect(Object.keys(HANDLERS)).toContain('erase-photo')
  })
})
