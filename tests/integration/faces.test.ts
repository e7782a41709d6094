import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq, isNotNull } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { overlapOf, type Zone } from '~/core/zone'
import { lookAtPhoto } from '~/features/faces/commands/look-at-photo.server'
import { stopDetector } from '~/features/faces/detector.server'
import { listSightings, spottingOf } from '~/features/faces/queries.server'
import { readDetectorRegister } from '~/features/faces/register.server'
import { setPhotoAnalysis } from '~/features/organisations/commands/set-photo-analysis.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { findPhotoOfPicture } from '~/features/photos/queries/installed-pictures.server'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import { findPictureFile } from '~/features/reservations/queries/papers.server'
import { readHandoverFile } from '~/features/reservations/read-handover-file.server'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import { blurPhoto } from '~/features/photos/commands/blur-photo.server'
import { askForRepeats, askForSightings } from '~/jobs/housekeeping.server'
import { HANDLERS } from '~/jobs/registry.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'
import { sha256 } from '~/platform/sha256.server'
import { withTx } from '~/platform/transaction.server'
import { loader as reinstallLoader } from '~/routes/reinstall/route'
import { loader as threadLoader } from '~/routes/reservation-messages/route'
import { action, loader } from '~/routes/photo-blur/route'
import { loader as spottingLoader } from '~/routes/photo-spotting/route'
import { classifications } from '~db/sqlite/classifier'
import { photos } from '~db/sqlite/photos'
import { jobs } from '~db/sqlite/platform'
import { photoSightings } from '~db/sqlite/sightings'
import { reinstallations } from '~db/sqlite/stories'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { contrastIn } from '~tests/support/contrast'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { makeLot, makeSite } from '~tests/support/deal'
import { buildDetector } from '../../scripts/model/build-model'
import { facesOfSheet, paste } from '../../scripts/faces/face-sheet'

let folder: string
let setup: TestSetup
let giver: Actor, stranger: Actor
let portrait: Uint8Array
let face: Zone

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gisement-people-'))
  buildDetector(path.join(folder, 'people'))
  setup = await setupDatabase()
  giver = await createActor('giver')
  stranger = await createActor('giver')
  // From the detector's own package, and kept nowhere.
  const sheet = await facesOfSheet()
  const pasted = await paste(sheet[15]!, { height: 240, background: null, index: 3 })
  portrait = await sharp(pasted.bytes).jpeg().toBuffer()
  face = pasted.zone
})
afterAll(async () => {
  await stopDetector()
  setup.cleanup()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  const detectorDir = path.join(folder, 'people')
  setEnv({ ...env(), isClassifierOff: true, isDetectorOff: false, detectorDir })
})

async function sent(bytes: Uint8Array, actor = giver): Promise<string> {
  const photoId = newId()
  expect(await addPhoto({ actor, photoId, bytes, name: 'a.jpg' })).toMatchObject({ ok: true })
  return photoId
}

async function runJobs(): Promise<void> {
  while (await runOnce('test')) continue
}

const spotting = (id: string) => spottingOf({ id, isSynthetic: false })

describe('a photo that is posted', () => {
  it('is looked at after it was sent, and who posts it is warned of the face, where it is', async () => {
    const photoId = await sent(portrait)
    expect(await spotting(photoId)).toEqual({ status: 'waiting' })
    await runJobs()
    const said = await spotting(photoId)
    expect(said).toMatchObject({ status: 'done', sightings: [{ kind: 'person' }] })
    if (said.status !== 'done') throw new Error('not looked at')
    expect(overlapOf(said.sightings[0]!.zone, face)).toBeGreaterThan(0.9)
    expect(await listSightings([photoId])).toEqual(new Map([[photoId, said.sightings]]))
    const page = await loader(argsOf(await requestAs(giver, paths.photoBlur(photoId)), { photoId }))
    expect(page.spotting).toEqual(said)
    const reply = await spottingLoader(
      argsOf(await requestAs(giver, paths.photoSpotting(photoId)), { photoId }),
    )
    expect(await reply.json()).toEqual(said)
    const stranged = spottingLoader(
      argsOf(await requestAs(stranger, paths.photoSpotting(photoId)), { photoId }),
    )
    expect(((await answerOf(stranged)) as Response).status).toBe(404)
  })

  it('warns of nothing where nobody is', async () => {
    const plain = sharp({ create: { width: 900, height: 700, channels: 3, background: '#7b6a55' } })
    const photoId = await sent(await plain.jpeg().toBuffer())
    await runJobs()
    expect(await spotting(photoId)).toEqual({ status: 'done', sightings: [] })
    expect(await listSightings([photoId])).toEqual(new Map())
  })

  it('is warned of no more once somebody said that nothing is to be blurred', async () => {
    const photoId = await sent(portrait)
    await runJobs()
    const post = await requestAs(giver, paths.photoBlur(photoId), { intent: 'nothing' })
    const answer = (await answerOf(action(argsOf(post, { photoId })))) as Response
    expect(answer.headers.get('Location')).toBe(paths.photoBlur(photoId, 'rien'))
    expect(await spotting(photoId)).toEqual({ status: 'done', sightings: [] })
    const [row] = await reader().select().from(photoSightings).where(eq(photoSightings.photoId, photoId))
    expect(row).toMatchObject({ dismissedByUserId: giver.userId })
    expect(row!.sightings).toHaveLength(1)
  })

  it('is warned of no more once it is blurred, by what was proposed', async () => {
    const photoId = await sent(portrait)
    await runJobs()
    const said = await spotting(photoId)
    const zones = said.status === 'done' ? said.sightings.map(({ zone }) => zone) : []
    expect(await blurPhoto({ actor: giver, id: newId(), photoId, zones })).toMatchObject({ ok: true })
    expect(await reader().select().from(photoSightings).where(eq(photoSightings.photoId, photoId))).toEqual(
      [],
    )
    await runJobs()
    await lookAtPhoto(photoId)
    expect(await spotting(photoId)).toEqual({ status: 'done', sightings: [] })
  })
})

describe('nobody looks', () => {
  it('at photos of an organisation that wants none analysed, and what was spotted in them goes', async () => {
    const owner = { ...(await createActor('giver')), membership: 'owner' as const }
    const seen = await sent(portrait, owner)
    await runJobs()
    expect(await listSightings([seen])).not.toEqual(new Map())
    await setPhotoAnalysis({ actor: owner, analyses: false })
    await runJobs()
    expect(await listSightings([seen])).toEqual(new Map())
    const photoId = await sent(portrait, owner)
    await runJobs()
    expect(await spotting(photoId)).toEqual({ status: 'off' })
  })

  it('where the operator switched it off, or nothing is built', async () => {
    setEnv({ ...env(), isDetectorOff: true })
    const photoId = await sent(portrait)
    await runJobs()
    expect(await spotting(photoId)).toEqual({ status: 'off' })
    expect(await readDetectorRegister()).toMatchObject({
      inService: false,
      environment: 'off',
      figures: null,
    })
    setEnv({ ...env(), isDetectorOff: false, detectorDir: path.join(folder, 'nowhere') })
    expect(await spotting(photoId)).toEqual({ status: 'off' })
    expect(await readDetectorRegister()).toMatchObject({ inService: false, environment: 'on', version: null })
  })
})

describe('photos of before', () => {
  it('are looked at when nobody waits, each once, those of lots alone', async () => {
    setEnv({ ...env(), isDetectorOff: true })
    const shown = await sent(portrait)
    const free = await sent(portrait)
    const lotId = await makeLot(giver, await makeSite(giver), 3)
    await withTx((tx) => tx.update(photos).set({ lotId }).where(eq(photos.id, shown)))
    await runJobs()
    setEnv({ ...env(), isDetectorOff: false })
    await askForSightings()
    await askForSightings()
    const asked = await reader().select().from(jobs).where(eq(jobs.kind, 'look-again-at-photo'))
    expect(asked.map(({ payload }) => payload.photoId)).toEqual([shown])
    await runJobs()
    expect(await listSightings([shown, free])).toMatchObject({ size: 1 })
    await lookAtPhoto(newId())
  })
})

it('looks once at a file that several photos show', async () => {
  const first = await sent(portrait)
  await runJobs()
  const [file] = await reader().select().from(photos).where(eq(photos.id, first))
  const { storageKey } = file!
  setEnv({ ...env(), isDetectorOff: true })
  const second = await sent(portrait)
  await runJobs()
  await withTx((tx) => tx.update(photos).set({ storageKey }).where(eq(photos.id, second)))
  setEnv({ ...env(), isDetectorOff: false })
  await lookAtPhoto(second)
  const seen = await listSightings([first, second])
  expect(seen.get(first)).toBeDefined()
  expect(seen.get(second)).toEqual(seen.get(first))
  const [row] = await reader().select().from(photoSightings).where(eq(photoSightings.photoId, second))
  expect(row).toMatchObject({ tookMs: 0 })
})

describe('the register', () => {
  it('tells what runs, its weights, and what people decided', async () => {
    const told = await readDetectorRegister()
    expect(told).toMatchObject({ inService: true, environment: 'on' })
    expect(told.sources.map(({ name }) => name)).toEqual([
      '@vladmandic/human, models/blazeface',
      '@vladmandic/human, models/centernet',
    ])
    expect(told.use).toMatchObject({ dismissed: 1, blurred: 1 })
    expect(told.use.photos).toBeGreaterThan(2)
  })
})

describe('photos of a deal', () => {
  let taker: Actor
  let reservationId: string

  beforeAll(async () => {
    taker = await createActor('taker')
    const lotId = await makeLot(giver, await makeSite(giver), 3)
    reservationId = newId()
    const asked = { actor: taker, lotId, id: reservationId, quantity: 1000, message: '' }
    granted(await requestReservation(asked))
    const yes = { actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' } as const
    granted(await decideReservation(yes))
  })

  /** The picture of what was put back to work, with the story that it tells. */
  async function told(): Promise<string> {
    const fileId = newId()
    const picture = { actor: taker, fileId, reservationId, kind: 'installed', name: 'a.jpg' } as const
    granted(await addHandoverFile({ ...picture, bytes: portrait }))
    await withTx((tx) =>
      tx.insert(reinstallations).values({
        ...{ id: newId(), reservationId, reinstalledOn: '2026-09-15', communeCode: '93066', words: 'Posé' },
        ...{ fileId, userId: taker.userId, createdAtMs: 0 },
      }),
    )
    return fileId
  }

  const pageOf = async (actor: Actor) =>
    reinstallLoader(argsOf(await requestAs(actor, paths.reinstall(reservationId)), { reservationId }))

  it('warns who tells a story of the face in its picture, and blurs that picture for good', async () => {
    const fileId = await told()
    expect((await pageOf(taker)).toBlur).toEqual({ photoId: null, spotting: { status: 'waiting' } })
    await runJobs()
    const { id: photoId } = (await findPhotoOfPicture(fileId))!
    const { toBlur } = await pageOf(taker)
    expect(toBlur).toMatchObject({ photoId, spotting: { status: 'done', sightings: [{ kind: 'person' }] } })
    expect((await pageOf(giver)).toBlur).toBeNull()
    const former = (await findPictureFile(fileId))!.storageKey
    const before = await readHandoverFile(former)
    const zones = toBlur!.spotting.status === 'done' ? toBlur!.spotting.sightings.map(({ zone }) => zone) : []
    const blur = { actor: giver, id: newId(), photoId, zones }
    expect(await blurPhoto(blur)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await blurPhoto({ ...blur, actor: taker })).toMatchObject({ ok: true })
    const shown = (await findPictureFile(fileId))!
    const blurred = (await readHandoverFile(shown.storageKey))!
    expect(sha256(blurred)).toBe(shown.fileSha256)
    expect(await contrastIn(before!, zones[0]!)).toBeGreaterThan(1.2 * (await contrastIn(blurred, zones[0]!)))
    expect(await readHandoverFile(former)).toBeNull()
    await runJobs()
    expect(await readHandoverFile(shown.storageKey)).not.toBeNull()
    expect((await pageOf(taker)).toBlur).toEqual({ photoId, spotting: { status: 'done', sightings: [] } })
    const page = await loader(argsOf(await requestAs(taker, paths.photoBlur(photoId)), { photoId }))
    expect(page.deal).toEqual({ reservationId, isStory: true })
    expect(await reader().select().from(classifications)).toEqual([])
    await sweepUploads()
    expect(await findPhotoOfPicture(fileId)).not.toBeNull()
  })

  it('looks at pictures of before, once', async () => {
    await withTx((tx) => tx.delete(photos).where(isNotNull(photos.handoverFileId)))
    await askForRepeats()
    await askForRepeats()
    const [story] = await reader().select().from(reinstallations)
    const asked = await reader()
      .select()
      .from(jobs)
      .where(eq(jobs.dedupeKey, `${story!.fileId}:before`))
    expect(asked).toHaveLength(1)
    await HANDLERS['repeat-picture']!(asked[0]!.payload)
    await HANDLERS['repeat-picture']!(asked[0]!.payload)
    const made = await reader().select().from(photos).where(isNotNull(photos.handoverFileId))
    expect(made).toMatchObject([{ organisationId: taker.organisationId, lotId: null, messageId: null }])
  })

  it('warns who sent a photo with a message, and not the other side', async () => {
    const photoId = newId()
    const sentAlone = { actor: giver, photoId, bytes: portrait, name: 'a.jpg', isPrivate: true }
    granted(await addPhoto(sentAlone))
    const message = { actor: giver, reservationId, id: newId(), text: 'Voici', photoIds: [photoId] }
    granted(await writeMessage(message))
    await runJobs()
    const threadOf = async (actor: Actor) =>
      threadLoader(
        argsOf(await requestAs(actor, paths.reservationMessages(reservationId)), { reservationId }),
      )
    expect((await threadOf(giver)).sightings).toMatchObject({ [photoId]: [{ kind: 'person' }] })
    expect((await threadOf(taker)).sightings).toEqual({})
    const page = await loader(argsOf(await requestAs(giver, paths.photoBlur(photoId)), { photoId }))
    expect(page.deal).toEqual({ reservationId, isStory: false })
    expect(await reader().select().from(classifications)).toEqual([])
  })
})
