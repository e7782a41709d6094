import { readStoredFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { renditionKey } from '../model/limits'
import { findPhotoFiles } from '../queries.server'
import { makeAvifRenditions } from '../renditions.server'
import { markAvif } from '../repo.server'
import { storeRenditions } from '../store-renditions.server'
import { erasePhoto } from './erase-photo.server'

/**
 * Makes the AVIF renditions of a photo from its largest WebP, and says so once all are on disk: a page never names a
 * file that is not there. Doing it again changes nothing; a photo that is gone needs none.
 * @throws Error when the photo's row is there and its file is not
 */
export async function makeAvif(photoId: string): Promise<void> {
  const photo = await findPhotoFiles(photoId)
  if (!photo || photo.hasAvif) return
  const { storageKey } = photo
  const largest = await readStoredFile('photos', renditionKey(storageKey, 1600))
  if (!largest) throw new Error(`The largest rendition of photo ${photoId} is missing`)
  const hashes = await storeRenditions(storageKey, await makeAvifRenditions(largest))
  await withTx((tx) => markAvif(tx, storageKey, hashes))
  // The photo may have gone, or been blurred, while they were made: then nothing of the former picture stays.
  await erasePhoto(storageKey)
}
