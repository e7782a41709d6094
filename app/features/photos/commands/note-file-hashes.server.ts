import { sha256 } from '~/platform/sha256.server'
import { readStoredFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { storedEndings } from '../model/limits'
import { findPhotoFiles } from '../queries.server'
import { decodeWhole } from '../renditions.server'
import { keepFileHashes } from '../repo.server'
import type { FilesSha256 } from '../store-renditions.server'

/**
 * Notes the SHA-256 of the files of a photo whose row knows none: it was stored before rows kept them. Each is decoded
 * first, so that what was cut off by then is not sealed as if it were whole. Idempotent; a photo that is gone needs none.
 * @throws Error when a file is missing or does not decode, for a person to see, and when others came meanwhile: the job is
 *   tried again
 */
export async function noteFileHashes(photoId: string): Promise<void> {
  const photo = await findPhotoFiles(photoId)
  if (!photo || photo.filesSha256) return
  const hashes: FilesSha256 = {}
  for (const ending of storedEndings(photo.hasAvif)) {
    const key = `${photo.storageKey}-${ending}`
    const bytes = await readStoredFile('photos', key)
    if (!bytes) throw new Error(`The file ${key} of photo ${photoId} is missing`)
    await decodeWhole(bytes)
    hashes[ending] = sha256(bytes)
  }
  if (await withTx((tx) => keepFileHashes(tx, photo, hashes))) return
  const now = await findPhotoFiles(photoId)
  if (now && !now.filesSha256) throw new Error(`The files of photo ${photoId} changed meanwhile`)
}
