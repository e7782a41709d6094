import { env } from '~/platform/env.server'
import { readStoredFile } from '~/platform/storage.server'

/** The bytes of a document by its key, or null when the file is gone. */
export async function readDocument(storageKey: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await readStoredFile(env().documentsDir, storageKey)
  return bytes && new Uint8Array(bytes)
}
