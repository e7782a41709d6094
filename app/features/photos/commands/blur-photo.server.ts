import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { MAX_ZONES, type Zone } from '~/core/zone'
import type { Actor } from '~/features/organisations/model/permissions'
import { noteChange, recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { newStorageKey, readStoredFile, removeFile, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { renditionEnding, renditionKey } from '../model/limits'
import { blurRightOf } from '../model/blur-right'
import { findPhotoToBlur, type PhotoToBlur } from '../queries/blurs.server'
import { blurredRenditions, type Rendition } from '../renditions.server'
import { insertBlur, isBlurKnown, moveToFiles, showOtherPicture } from '../repo/blurs.server'
import { storeRenditions } from '../store-renditions.server'
import { erasePhoto } from './erase-photo.server'

type BlurPhoto = {
  actor: Actor
  /** Made by the client: sending twice blurs once. */
  id: string
  photoId: string
  zones: readonly Zone[]
}

/**
 * Makes zones of a photo unrecognisable for good: every size is made again from a picture without them, under addresses
 * that nobody knows yet, and the files of before are erased. What the model said of the former picture goes with it, and
 * it looks again. Files are on disk before a row names them; a crash leaves the photo as it was or blurred, and a job
 * erases what it left. A picture of what was put back to work that the photo repeats is made anew with it. For who posted
 * the photo, and for the Métropole's team where it shows a lot (else `not-found`); `conflict` when the photo changed
 * meanwhile, `invalid` without a zone.
 */
export async function blurPhoto(input: BlurPhoto): Promise<Result<null>> {
  const { actor, id, photoId, zones } = input
  const photo = await findPhotoToBlur(photoId)
  const right = photo && blurRightOf(actor, photo)
  if (!photo || !right) return refused('not-found')
  if (await isBlurKnown(id, photoId)) return ok(null)
  if (zones.length === 0 || zones.length > MAX_ZONES) return refused('invalid', { field: 'zones' })
  const storageKey = newStorageKey()
  const { handoverFileId } = photo
  const picture = handoverFileId ? `${newStorageKey()}-960.jpg` : null
  let former: string | null = null
  let isMoved = false
  try {
    const files = await blurred(photo, zones)
    const filesSha256 = await storeRenditions(storageKey, files)
    if (picture) await storePicture(picture, files)
    isMoved = await withTx(async (tx) => {
      const photoIds = await moveToFiles(tx, { photo, storageKey, filesSha256 })
      if (!photoIds.includes(photoId)) return false
      const blur = { id, photoId, zones: [...zones], isByTeam: right === 'team' }
      await insertBlur(tx, { ...blur, userId: actor.userId, atMs: nowMs() })
      const { organisationId, lotId } = photo
      await recordChange(tx, {
        ...{ entity: 'photo', entityId: photoId, kind: 'blurred', actorUserId: actor.userId },
        detail: { organisationId },
      })
      if (lotId) await noteChange(tx, 'lot', lotId)
      if (picture && handoverFileId) {
        const fileSha256 = filesSha256[renditionEnding(960, 'jpg')]!
        former = await showOtherPicture(tx, handoverFileId, { storageKey: picture, fileSha256 })
        if (former) await tell(tx, 'attachment.removed', { storageKey: former })
      }
      // The classifier looks at photos of lots, and at those that are still to be of one.
      if (!handoverFileId && !photo.messageId)
        for (const moved of photoIds) await tell(tx, 'photo.blurred', { photoId: moved })
      await tell(tx, 'photo.removed', { storageKey: photo.storageKey })
      return true
    })
  } finally {
    // Files that no row came to name are not left behind.
    if (!isMoved) await erasePhoto(storageKey)
    if (picture && !(isMoved && former)) await removeFile('documents', picture)
  }
  if (!isMoved) return (await isBlurKnown(id, photoId)) ? ok(null) : refused('conflict')
  // At once; the message sees to it when this process does not live to do so.
  await erasePhoto(photo.storageKey)
  if (former) await removeFile('documents', former)
  return ok(null)
}

async function blurred(photo: PhotoToBlur, zones: readonly Zone[]): Promise<Rendition[]> {
  const largest = await readStoredFile('photos', renditionKey(photo.storageKey, 1600))
  if (!largest) throw new Error(`The largest rendition of photo ${photo.id} is missing`)
  return (await blurredRenditions(largest, zones)).files
}

/** Stores the file of a picture of a handover: the JPEG of the photo that repeats it. */
async function storePicture(key: string, files: readonly Rendition[]): Promise<void> {
  const jpeg = files.find(({ format }) => format === 'jpg')
  if (!jpeg) throw new Error('A photo has no JPEG rendition')
  await storeFile('documents', key, jpeg.bytes)
}
