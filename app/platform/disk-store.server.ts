import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { isStoredPath, storedPath, STORES, type ObjectStore, type StoredObject } from './object-store'
import { listFilesBelow, sha256OfFile, syncPath } from './upkeep/files.server'

/** Files in a data folder, by their paths below it. */
export function diskStore(dataDir: string): ObjectStore {
  const placeOf = (file: string) => path.join(dataDir, storedPath(file))
  return {
    kind: 'disk',
    name: dataDir,
    put: (file, bytes) => writeWhole(placeOf(file), bytes),
    get: async (file) => {
      const bytes = await fs.readFile(placeOf(file)).catch(nullIfGone)
      return bytes && new Uint8Array(bytes)
    },
    remove: (file) => fs.rm(placeOf(file), { force: true }),
    find: async (file) => {
      const stat = await fs.stat(placeOf(file)).catch(nullIfGone)
      return stat && { bytes: stat.size, sha256: await sha256OfFile(placeOf(file)) }
    },
    list: (prefix) => filesOf(dataDir, prefix),
  }
}

/** Temporary file, fsync, rename, fsync of the folder: complete or absent, even across a power cut. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
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
  await syncPath(folder)
}

async function* filesOf(dataDir: string, prefix: string): AsyncIterable<StoredObject> {
  const isElsewhere = (relative: string) => !STORES.some((place) => `${relative}/`.startsWith(`${place}/`))
  for (const file of await listFilesBelow(dataDir, isElsewhere)) {
    if (!file.startsWith(prefix) || !isStoredPath(file)) continue
    const stat = await fs.stat(path.join(dataDir, file)).catch(nullIfGone)
    if (stat) yield { path: file, bytes: stat.size, changedAtMs: stat.mtimeMs }
  }
}

function nullIfGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
