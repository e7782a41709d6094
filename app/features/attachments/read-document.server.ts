import { readStoredFile } from '~/platform/storage.server'

/**
 * The bytes of a document by its key, or null when the file is gone.
 * @throws DamagedFileError when they are not those that its row knows
 */
export function readDocument(storageKey: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return readStoredFile('documents', storageKey, sha256)
}
