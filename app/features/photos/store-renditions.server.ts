import { sha256 } from '~/platform/sha256.server'
import { storeFile } from '~/platform/storage.server'
import { renditionEnding, renditionKey } from './model/limits'
import type { Rendition } from './renditions.server'

/** The SHA-256 of each file of a photo, by how its name ends. */
export type FilesSha256 = Record<string, string>

/**
 * Stores the files of a photo, each complete or absent; gives what its row keeps of them. All together, so that they wait
 * for the disk once and not one after the other.
 * @throws StoreError or Error of the first that failed, once the others are there or have failed too
 */
export async function storeRenditions(storageKey: string, files: readonly Rendition[]): Promise<FilesSha256> {
  const stored = await Promise.allSettled(
    files.map(({ width, format, bytes }) =>
      storeFile('photos', renditionKey(storageKey, width, format), bytes),
    ),
  )
  const failed = stored.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return Object.fromEntries(
    files.map(({ width, format, bytes }) => [renditionEnding(width, format), sha256(bytes)]),
  )
}
