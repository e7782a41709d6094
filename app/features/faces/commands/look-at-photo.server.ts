import { nowMs } from '~/core/clock'
import { mayAnalyse } from '~/features/classifier/queries.server'
import { renditionKey } from '~/features/photos/model/limits'
import { findPhotoToBlur } from '~/features/photos/queries/blurs.server'
import { startCpuClock } from '~/platform/cpu-time'
import { readStoredFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { detectorInUse } from '../card.server'
import { lookAtPicture } from '../look-at-picture.server'
import { findSightingsOfFile, isSettled } from '../queries.server'
import { keepSightings } from '../repo.server'

/**
 * Looks for people and vehicles in a stored photo and keeps what was spotted, for who posts it to decide upon. Nothing
 * without a detector, for a drawn picture, where the organisation wants no photo analysed, for a photo that is gone or
 * that somebody has decided of, and for one that this detector has seen. A file that several photos show is looked at
 * once. Idempotent.
 * @throws Error when the file is missing or the detector gives no answer, so that the job is tried again
 */
export async function lookAtPhoto(photoId: string): Promise<void> {
  const card = detectorInUse()
  const photo = await findPhotoToBlur(photoId)
  if (!card || !photo || photo.isSynthetic || !(await mayAnalyse(photoId))) return
  if (await isSettled(photoId, card.version)) return
  const known = await findSightingsOfFile(photo.storageKey, card.version)
  const { sightings, tookMs } = known ? { sightings: known, tookMs: 0 } : await lookAtFile(photoId, photo)
  await withTx(async (tx) => {
    if (!(await mayAnalyse(photoId, tx))) return
    const row = { photoId, detectorVersion: card.version, sightings, tookMs, lookedAtMs: nowMs() }
    await keepSightings(tx, { id: photoId, storageKey: photo.storageKey }, row)
  })
}

async function lookAtFile(photoId: string, photo: { storageKey: string; width: number; height: number }) {
  const bytes = await readStoredFile('photos', renditionKey(photo.storageKey, 1600))
  if (!bytes) throw new Error(`The file of photo ${photoId} is missing`)
  const clock = startCpuClock()
  const { sightings } = await lookAtPicture(bytes, photo)
  return { sightings, tookMs: Math.round(clock().cpuMs) }
}
