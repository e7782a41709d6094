import { argsOf, requestAs } from '~tests/support/requests'
import { eq, isNotNull } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import {
  findPhotoOfPicture,
  listPicturesWithoutPhoto,
} from '~/features/photos/queries/installed-pictures.server'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import { findPictureFile } from '~/features/reservations/queries/papers.server'
import { readHandoverFile } from '~/features/reservations/read-handover-file.server'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import { blurPhoto } from '~/features/photos/commands/blur-photo.server'
import { askForRepeats } from '~/jobs/housekeeping.server'
import { HANDLERS } from '~/jobs/registry.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { sha256 } from '~/platform/sha256.server'
import { noteChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { loader as reinstallLoader } from '~/routes/reinstall/route'
import { loader as threadLoader } from '~/routes/reservation-messages/route'
import { loader } from '~/routes/photo-blur/route'
import { classifications } from '~db/sqlite/classifier'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import { jobs } from '~db/sqlite/platform'
import { reinstallations } from '~db/sqlite/stories'
import { createActor } from '~tests/support/actors'
import { withDetector } from '~tests/support/detector-bench'
import { granted } from '~tests/support/answers'
import { contrastIn } from '~tests/support/contrast'
import { makeLot, makeSite } from '~tests/support/deal'

const bench = withDetector()
let giver: Actor

beforeAll(async () => {
  giver = await createActor('giver')
})

async function runJobs(): Promise<void> {
  while (await runOnce('test')) continue
}

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
    granted(await addHandoverFile({ ...picture, bytes: bench.portrait }))
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

  it('makes no photo again for an organisation that has closed', async () => {
    const [story] = await reader().select().from(reinstallations)
    const fileId = story!.fileId
    const closedAt = (atMs: number | null) =>
      withTx(async (tx) => {
        await tx
          .update(organisations)
          .set({ suspendedAtMs: atMs })
          .where(eq(organisations.id, taker.organisationId))
        await noteChange(tx, 'organisation', taker.organisationId)
      })
    await withTx((tx) => tx.delete(photos).where(isNotNull(photos.handoverFileId)))
    expect(await listPicturesWithoutPhoto('', 10)).toEqual([fileId])
    await closedAt(1)
    expect(await listPicturesWithoutPhoto('', 10)).toEqual([])
    await HANDLERS['repeat-picture']!({ fileId })
    expect(await findPhotoOfPicture(fileId)).toBeNull()
    await closedAt(null)
    await HANDLERS['repeat-picture']!({ fileId })
    expect(await findPhotoOfPicture(fileId)).not.toBeNull()
  })

  it('warns who sent a photo with a message, and not the other side', async () => {
    const photoId = newId()
    const sentAlone = { actor: giver, photoId, bytes: bench.portrait, name: 'a.jpg', isPrivate: true }
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
