import { env } from '~/platform/env.server'
import { readStoredFile } from '~/platform/storage.server'

/** The JPEG of a picture of `handover_files` by its key, or null when the file is gone. */
export async function readHandoverFile(storageKey: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await readStoredFile(env().documentsDir, storageKey)
  return bytes && new Uint8Array(bytes)
}
