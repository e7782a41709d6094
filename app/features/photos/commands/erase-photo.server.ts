import { removeFile } from '~/platform/storage.server'
import { renditionKeys } from '../model/limits'
import { isPhotoStored } from '../queries.server'

/** Erases the files of a removed photo, unless another photo shows the same ones. */
export async function erasePhoto(storageKey: string): Promise<void> {
  if (await isPhotoStored(storageKey)) return
  for (const key of renditionKeys(storageKey)) await removeFile('photos', key)
}
