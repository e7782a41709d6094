import { removeFile } from '~/platform/storage.server'
import { isAttachmentStored } from '../queries.server'

/** Erases the file of a removed document, unless another document has the same one. */
export async function eraseAttachment(storageKey: string): Promise<void> {
  if (await isAttachmentStored(storageKey)) return
  await removeFile('documents', storageKey)
}
