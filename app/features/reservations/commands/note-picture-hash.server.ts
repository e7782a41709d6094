import { decodeWhole } from '~/features/photos/renditions.server'
import { withTx } from '~/platform/transaction.server'
import { sha256 } from '~/platform/sha256.server'
import { findPictureFile } from '../queries/papers.server'
import { readHandoverFile } from '../read-handover-file.server'
import { keepPictureHash } from '../repo/papers.server'

/**
 * Notes the SHA-256 of the stored picture of a handover whose row knows none, once it was decoded whole. Idempotent; a
 * picture that is gone needs none.
 * @throws Error when the file is missing or does not decode: the job fails, and a person sees it
 */
export async function notePictureHash(fileId: string): Promise<void> {
  const file = await findPictureFile(fileId)
  if (!file || file.fileSha256) return
  const bytes = await readHandoverFile(file.storageKey)
  if (!bytes) throw new Error(`The file of picture ${fileId} is missing`)
  await decodeWhole(bytes)
  await withTx((tx) => keepPictureHash(tx, { id: fileId, storageKey: file.storageKey }, sha256(bytes)))
}
