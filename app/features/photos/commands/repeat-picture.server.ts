import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { tell } from '~/platform/outbox.server'
import { sha256 } from '~/platform/sha256.server'
import { newStorageKey, readStoredFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { findInstalledPicture, findPhotoOfPicture } from '../queries/installed-pictures.server'
import { makeRenditions } from '../renditions.server'
import { insertPhoto } from '../repo.server'
import { storeRenditions } from '../store-renditions.server'
import { erasePhoto } from './erase-photo.server'

/**
 * Makes the photo that repeats a picture of what was put back to work, so that people and vehicles are looked for in it
 * and its sender can blur it as any other photo. Idempotent; nothing for a picture that is gone or was drawn.
 * @throws Error when the file is missing or does not decode: the job fails, and a person sees it
 */
export async function repeatPicture(fileId: string): Promise<void> {
  const picture = await findInstalledPicture(fileId)
  if (!picture || (await findPhotoOfPicture(fileId))) return
  const bytes = await readStoredFile('documents', picture.storageKey)
  if (!bytes) throw new Error(`The file of picture ${fileId} is missing`)
  const made = await makeRenditions(bytes, fileId)
  if (!made.ok) throw new Error(`The file of picture ${fileId} does not decode: ${made.error.code}`)
  const storageKey = newStorageKey()
  let isNew = false
  try {
    const { files, width, height } = made.value
    const filesSha256 = await storeRenditions(storageKey, files)
    const { organisationId } = picture
    const photo = { id: newId(), organisationId, handoverFileId: fileId, sha256: sha256(bytes) }
    isNew = await withTx(async (tx) => {
      // Its organisation may have closed while the sizes were made.
      if (!(await findInstalledPicture(fileId))) return false
      const row = { ...photo, storageKey, filesSha256, width, height, createdAtMs: nowMs() }
      const inserted = await insertPhoto(tx, row)
      if (inserted) await tell(tx, 'photo.kept', { photoId: photo.id, organisationId })
      return inserted
    })
  } finally {
    if (!isNew) await erasePhoto(storageKey)
  }
}
