import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

const KEY = /^[a-z0-9]{2}\/[a-z0-9]{30}-[a-z0-9]+\.(webp|jpg|avif|pdf|xlsx)$/

/** A new unguessable key stem: two characters of folder, thirty of name. */
export function newStorageKey(): string {
  const hex = randomBytes(16).toString('hex')
  return `${hex.slice(0, 2)}/${hex.slice(2)}`
}

/** Whether a text is a file key of this store: nothing else ever reaches the file system. */
function isFileKey(key: string): boolean {
  return KEY.test(key)
}

/**
 * Stores a file so that it is complete or absent, even across a power cut:
 * temporary file, fsync, rename, fsync of the folder.
 */
export async function storeFile(root: string, key: string, bytes: Uint8Array): Promise<void> {
  if (!isFileKey(key)) throw new Error(`Not a storage key: ${key}`)
  const target = path.join(root, key)
  const folder = path.dirname(target)
  await fs.mkdir(folder, { recursive: true })
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const file = await fs.open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await fs.rename(temporary, target)
  } catch (error) {
    // A full disk is not filled further by what could not be finished.
    await fs.rm(temporary, { force: true })
    throw error
  }
  const directory = await fs.open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** The bytes of a stored file, or null when the key is unknown. */
export async function readStoredFile(root: string, key: string): Promise<Uint8Array | null> {
  if (!isFileKey(key)) return null
  try {
    return await fs.readFile(path.join(root, key))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Removes a stored file; one that is not there counts as removed. */
export async function removeFile(root: string, key: string): Promise<void> {
  if (!isFileKey(key)) throw new Error(`Not a storage key: ${key}`)
  await fs.rm(path.join(root, key), { force: true })
}
