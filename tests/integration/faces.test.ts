import path from 'node:path'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { overlapOf } from '~/core/zone'
import { lookAtPhoto } from '~/features/faces/commands/look-at-photo.server'
import { listSightings, spottingOf } from '~/features/faces/queries.server'
import { readDetectorRegister } from '~/features/faces/register.server'
import { setPhotoAnalysis } from '~/features/organisations/commands/set-photo-analysis.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { blurPhoto } from '~/features/photos/commands/blur-photo.server'
import { askForSightings } from '~/jobs/housekeeping.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { action, loader } from '~/routes/photo-blur/route'
import { loader as spottingLoader } from '~/routes/photo-spotting/route'
import { photos } from '~db/sqlite/photos'
import { jobs } from '~db/sqlite/platform'
import { photoSightings } from '~db/sqlite/sightings'
import { createActor } from '~tests/support/actors'
import { withDetector } from '~tests/support/detector-bench'
import { makeLot, makeSite } from '~tests/support/deal'

const bench = withDetector()
let giver: Actor, stranger: Actor

beforeAll(async () => {
  giver = await createActor('giver')
  stranger = await createActor('giver')
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
    const photoId = await sent(bench.portrait)
    expect(await spotting(photoId)).toEqual({ status: 'waiting' })
    await runJobs()
    const said = await spotting(photoId)
    expect(said).toMatchObject({ status: 'done', sightings: [{ kind: 'person' }] })
    if (said.status !== 'done') throw new Error('not looked at')
    expect(overlapOf(said.sightings[0]!.zone, bench.face)).toBeGreaterThan(0.9)
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
    const photoId = await sent(bench.portrait)
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
    const photoId = await sent(bench.portrait)
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
    const seen = await sent(bench.portrait, owner)
    await runJobs()
    expect(await listSightings([seen])).not.toEqual(new Map())
    await setPhotoAnalysis({ actor: owner, analyses: false })
    await runJobs()
    expect(await listSightings([seen])).toEqual(new Map())
    const photoId = await sent(bench.portrait, owner)
    await runJobs()
    expect(await spotting(photoId)).toEqual({ status: 'off' })
  })

  it('where the operator switched it off, or nothing is built', async () => {
    setEnv({ ...env(), isDetectorOff: true })
    const photoId = await sent(bench.portrait)
    await runJobs()
    expect(await spotting(photoId)).toEqual({ status: 'off' })
    expect(await readDetectorRegister()).toMatchObject({
      inService: false,
      environment: 'off',
      figures: null,
    })
    setEnv({ ...env(), isDetectorOff: false, detectorDir: path.join(bench.folder, 'nowhere') })
    expect(await spotting(photoId)).toEqual({ status: 'off' })
    expect(await readDetectorRegister()).toMatchObject({ inService: false, environment: 'on', version: null })
  })
})

describe('photos of before', () => {
  it('are looked at when nobody waits, each once, those of lots alone', async () => {
    setEnv({ ...env(), isDetectorOff: true })
    const shown = await sent(bench.portrait)
    const free = await sent(bench.portrait)
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
  const first = await sent(bench.portrait)
  await runJobs()
  const [file] = await reader().select().from(photos).where(eq(photos.id, first))
  const { storageKey } = file!
  setEnv({ ...env(), isDetectorOff: true })
  const second = await sent(bench.portrait)
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
