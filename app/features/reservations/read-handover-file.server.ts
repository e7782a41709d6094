import { readStoredFile } from '~/platform/storage.server'

/** The JPEG of a picture of `handover_files` by its key, or null when the file is gone. */
export function readHandoverFile(storageKey: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return readStoredFile('documents', storageKey)
}
