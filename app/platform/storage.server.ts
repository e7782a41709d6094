import { randomBytes } from 'node:crypto'
import { diskStore } from './disk-store.server'
import { onceForEnv } from './env.server'
import { refused, type Result } from '~/core/result'
import { logger } from './logger.server'
import { DamagedFileError, StoreError, type ObjectStore, type Place } from './object-store'
import { s3Store } from './s3-store.server'
import { sha256 as sha256Of } from './sha256.server'

const KEY = /^[a-z0-9]{2}\/[a-z0-9]{30}-[a-z0-9]+\.(webp|jpg|avif|pdf|xlsx)$/

/** A new unguessable key stem: two characters of folder, thirty of name. */
export function newStorageKey(): string {
  const hex = randomBytes(16).toString('hex')
  return `${hex.slice(0, 2)}/${hex.slice(2)}`
}

/** The store that the operator configured. */
export const fileStore = onceForEnv(({ storage, dataDir }): ObjectStore =>
  storage ? s3Store(storage) : diskStore(dataDir),
)

/** Stores a file so that it is complete or absent, for good once this settles. */
export async function storeFile(place: Place, key: string, bytes: Uint8Array): Promise<void> {
  await fileStore().put(pathOf(place, key), bytes)
}

/**
 * The bytes of a stored file, or null when the key is unknown or none.
 * @param sha256 what the row that names the file knows of it
 * @throws DamagedFileError when it is another file than that
 */
export async function readStoredFile(
  place: Place,
  key: string,
  sha256?: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!KEY.test(key)) return null
  const bytes = await fileStore().get(pathOf(place, key))
  if (bytes && sha256 !== undefined && sha256Of(bytes) !== sha256)
    throw new DamagedFileError(pathOf(place, key))
  return bytes
}

/** Removes a stored file; one that is not there counts as removed. */
export async function removeFile(place: Place, key: string): Promise<void> {
  await fileStore().remove(pathOf(place, key))
}

/**
 * What a command answers that keeps a file which a person sent: its own result, or `store-down` while the store cannot,
 * for the operator to read why.
 */
export async function unlessStoreDown<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    logger().error({ err: error }, 'a file was not stored')
    return refused('store-down')
  }
}

/** Only file keys ever reach the store. */
function pathOf(place: Place, key: string): string {
  if (!KEY.test(key)) throw new Error(`Not a storage key: ${key}`)
  return `${place}/${key}`
}
