import { sha256 } from '~/platform/sha256.server'
import { storeFile } from '~/platform/storage.server'
import { renditionEnding, renditionKey } from './model/limits'
import type { Rendition } from './renditions.server'

/** The SHA-256 of each file of a photo, by how its name ends. */
export type FilesSha256 = Record<string, string>

/** Stores the files of a photo, each complete or absent; gives what its row keeps of them. */
export async function storeRenditions(storageKey: string, files: readonly Rendition[]): Promise<FilesSha256> {
  const hashes: FilesSha256 = {}
  for (const { width, format, bytes } of files) {
    await storeFile('photos', renditionKey(storageKey, width, format), bytes)
    hashes[renditionEnding(width, format)] = sha256(bytes)
  }
  return hashes
}
