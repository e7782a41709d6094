import { env } from '~/platform/env.server'
import { isFileKey, readStoredFile } from '~/platform/storage.server'

export type RenditionFile = { bytes: Uint8Array<ArrayBuffer>; type: 'image/webp' | 'image/jpeg' }

/** The file of a rendition by its key; null for a key that is unknown or none. Keys are unguessable and never reused. */
export async function readRendition(key: string): Promise<RenditionFile | null> {
  if (!isFileKey(key)) return null
  const bytes = await readStoredFile(env().photosDir, key)
  return bytes && { bytes: new Uint8Array(bytes), type: key.endsWith('.webp') ? 'image/webp' : 'image/jpeg' }
}
