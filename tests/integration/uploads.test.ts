import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { attachAttachments } from '~/features/attachments/commands/attach-attachments.server'
import { findAttachment } from '~/features/attachments/queries.server'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { attachPhotos } from '~/features/photos/commands/attach-photos.server'
import { makeAvif } from '~/features/photos/commands/make-avif.server'
import { RENDITION_WIDTHS, renditionKey } from '~/features/photos/model/limits'
import { findPhotoOf, listPhotosWithoutAvif } from '~/features/photos/queries.server'
import { readRendition } from '~/features/photos/read-rendition.server'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { jobsFor } from '~/jobs/jobs-of-messages.server'
import { HANDLERS } from '~/jobs/registry.server'
import { runOnce } from '~/jobs/worker.server'
import { claimJob } from '~/platform/jobs.server'
import { dispatchOutbox } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { classifications } from '~db/sqlite/classifier'
import { lotDrafts } from '~db/sqlite/lots'
import { makeActor, makeLot, makeSite } from '~tests/support/deal'
import { setupDatabase } from '~tests/support/database'

const START = Date.parse('2026-09-15T10:00:00Z')
const DAY_MS = 86_400_000
let dir: string
let cleanup: () => void
let giver: Actor
let lotId: string

beforeEach(async () => {
  setClock({ now: () => START })
  const setup = await setupDatabase()
  dir = setup.dir
  cleanup = setup.cleanup
  giver = await makeActor('giver')
  lotId = await makeLot(giver, await makeSite(giver), 10)
})
afterEach(() => {
  cleanup()
  setClock()
})

/** A photo with soft shapes, as a lens gives them. */
async function sentPhoto(width = 330): Promise<string> {
  const photoId = newId()
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = sharp({ create: { width: 33, height: 22, channels: 3, background: 'red', noise } })
  const image = sharp(await grain.png().toBuffer()).resize({ width, kernel: 'cubic' })
  const bytes = await image.jpeg().toBuffer()
  expect((await addPhoto({ actor: giver, photoId, bytes, name: 'a.jpg' })).ok).toBe(true)
  return photoId
}

async function sentDocument(): Promise<string> {
  const attachmentId = newId()
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${attachmentId}\n%%EOF`)
  const sent = await addAttachment({ actor: giver, attachmentId, kind: 'other', bytes, name: 'a.pdf' })
  expect(sent.ok).toBe(true)
  return attachmentId
}

const photoOf = (id: string) => findPhotoOf(giver.organisationId, id)

function filesIn(folder: string): string[] {
  const root = path.join(dir, folder)
  if (!fs.existsSync(root)) return []
  const entries = fs.readdirSync(root, { recursive: true, withFileTypes: true })
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : []))
}

describe('AVIF renditions', () => {
  it('are made once, at every width, and offered first', async () => {
    const photoId = await sentPhoto(1000)
    expect(photoSourceOf((await photoOf(photoId))!, '').avifSrcSet).toBeUndefined()
    await makeAvif(photoId)
    const photo = (await photoOf(photoId))!
    expect(photo.hasAvif).toBe(true)
    for (const width of RENDITION_WIDTHS) {
      const file = (await readRendition(renditionKey(photo.storageKey, width, 'avif')))!
      expect(file.type).toBe('image/avif')
      expect(await sharp(file.bytes).metadata()).toMatchObject({
        format: 'heif',
        width: Math.min(width, 1000),
      })
    }
    expect(photoSourceOf(photo, '').avifSrcSet).toContain(`${photo.storageKey}-1600.avif 1000w`)
    const before = filesIn('photos').length
    await makeAvif(photoId)
    await makeAvif(newId())
    expect(filesIn('photos')).toHaveLength(before)
  })

  it('wait for photos that are still to be classified, and these come before people are looked for', async () => {
    await sentPhoto()
    await sentPhoto()
    await dispatchOutbox(jobsFor)
    const unhurried = ['make-avif', 'erase-photo', 'erase-attachment']
    const hurried = Object.keys(HANDLERS).filter((kind) => !unhurried.includes(kind))
    const kinds = ['classify-photo', 'classify-photo', 'look-at-photo', 'look-at-photo']
    for (const kind of kinds) expect((await claimJob('test', hurried))?.kind).toBe(kind)
    await runOnce('test')
    expect(filesIn('photos').filter((name) => name.endsWith('.avif'))).toHaveLength(RENDITION_WIDTHS.length)
  })

  it('are asked for where shown photos lack them', async () => {
    const [shown] = [await sentPhoto(), await sentPhoto()]
    const { organisationId } = giver
    await withTx((tx) => attachPhotos(tx, { organisationId, lotId, photoIds: [shown] }))
    expect(await listPhotosWithoutAvif(10)).toEqual([shown])
    await makeAvif(shown)
    expect(await listPhotosWithoutAvif(10)).toEqual([])
  })

  it('say so when the file they are made from is gone', async () => {
    const photoId = await sentPhoto()
    fs.rmSync(path.join(dir, 'photos'), { recursive: true })
    await expect(makeAvif(photoId)).rejects.toThrow('missing')
    expect((await photoOf(photoId))!.hasAvif).toBe(false)
  })
})

describe('the sweep of uploads', () => {
  const organisationId = () => giver.organisationId

  it('removes what no lot took and no draft names after a week, rows then files', async () => {
    const photos = { free: await sentPhoto(), drafted: await sentPhoto(), attached: await sentPhoto() }
    const documents = {
      free: await sentDocument(),
      drafted: await sentDocument(),
      attached: await sentDocument(),
    }
    await withTx(async (tx) => {
      const said = { modelVersion: 'test', verdict: 'sure' as const, candidates: [], inferenceMs: 1 }
      await tx.insert(classifications).values({ ...said, photoId: photos.free, classifiedAtMs: START })
      await tx.insert(lotDrafts).values({
        id: newId(),
        organisationId: organisationId(),
        authorUserId: giver.userId,
        answers: { photoIds: photos.drafted, attachmentIds: [documents.drafted], title: 'Portes' },
        createdAtMs: START,
        updatedAtMs: START,
      })
      const lot = { organisationId: organisationId(), lotId }
      await attachPhotos(tx, { ...lot, photoIds: [photos.attached] })
      await attachAttachments(tx, { ...lot, attachmentIds: [documents.attached] })
    })
    await makeAvif(photos.free)
    const before = { photos: filesIn('photos').length, documents: filesIn('documents').length }

    setClock({ now: () => START + 7 * DAY_MS })
    expect(await sweepUploads()).toEqual({ photos: 0, attachments: 0 })
    setClock({ now: () => START + 7 * DAY_MS + 1 })
    expect(await sweepUploads()).toEqual({ photos: 1, attachments: 1 })
    expect(await photoOf(photos.free)).toBeNull()
    expect(await findAttachment(documents.free)).toBeNull()
    for (const id of [photos.drafted, photos.attached]) expect(await photoOf(id)).not.toBeNull()
    for (const id of [documents.drafted, documents.attached]) expect(await findAttachment(id)).not.toBeNull()
    expect(filesIn('documents')).toHaveLength(before.documents)
    await HANDLERS['erase-photo']!({ storageKey: (await photoOf(photos.attached))!.storageKey })
    await dispatchOutbox(jobsFor)
    for (;;) {
      const job = await claimJob('sweep-test', ['erase-photo', 'erase-attachment'])
      if (!job) break
      await HANDLERS[job.kind]!(job.payload)
    }
    expect(filesIn('documents')).toHaveLength(before.documents - 1)
    // Three widths in two formats and a JPEG; the files of a photo still shown are left alone.
    expect(filesIn('photos')).toHaveLength(before.photos - 7)
  })

  it('gives a photo either to its lot or to the sweep, never to both', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => sentPhoto()))
    setClock({ now: () => START + 8 * DAY_MS })
    const siteId = await makeSite(giver)
    const lots = await Promise.all(ids.map(() => makeLot(giver, siteId, 10)))
    const attach = (id: string) => {
      const lot = { organisationId: organisationId(), lotId: lots[ids.indexOf(id)]! }
      return withTx((tx) => attachPhotos(tx, { ...lot, photoIds: [id] }))
    }
    const [first, second, , third, fourth] = await Promise.all([
      attach(ids[0]!),
      attach(ids[1]!),
      sweepUploads(),
      attach(ids[2]!),
      attach(ids[3]!),
    ])
    expect([first, second, third, fourth]).toEqual([true, true, false, false])
    const left = await Promise.all(ids.map(photoOf))
    expect(left.map((photo) => photo?.lotId ?? null)).toEqual([lots[0], lots[1], null, null])
  })
})
