import { DamagedFileError, type ObjectStore, type StoredObject } from '../object-store'
import { sha256 } from '../sha256.server'
import type { NamedFile } from './row-files.server'
import { severalAtOnce } from './several-at-once'

export type CopyOrder = {
  from: ObjectStore
  to: ObjectStore
  /** The files that rows name, with the hashes that these know. */
  named: readonly NamedFile[]
  /** Say what would be copied, and copy nothing. */
  isDry: boolean
}
export type CopyReport = {
  copied: number
  bytes: number
  /** Files that the target held already, the same to the byte. */
  already: number
  /** Files that are not what their row or their store knows: they were left where they are. */
  damaged: readonly string[]
  /** Files that rows name and that neither store has. */
  missing: readonly string[]
}

/**
 * Copies every file of a store to another and removes none. What the target holds already is left, so that a run that
 * broke off is begun again. Each file is held against the hash of its row, then against what the target says it has.
 */
export async function copyFiles({ from, to, named, isDry }: CopyOrder): Promise<CopyReport> {
  const hashes = new Map(named.map((file) => [file.path, file.sha256]))
  const files: StoredObject[] = []
  for await (const file of from.list('')) if (!file.path.endsWith('.tmp')) files.push(file)
  const [damaged, done] = [[] as string[], { copied: 0, bytes: 0, already: 0 }]
  await severalAtOnce(files, async ({ path }) => {
    const bytes = await wholeFile(from, path)
    const expected = hashes.get(path)
    if (!bytes || (expected !== undefined && sha256(bytes) !== expected)) return void damaged.push(path)
    const digest = sha256(bytes)
    if ((await to.find(path))?.sha256 === digest) return void (done.already += 1)
    if (!isDry) {
      await to.put(path, bytes)
      if ((await to.find(path))?.sha256 !== digest)
        throw new Error(`${to.name} does not hold ${path} as it was given`)
    }
    done.copied += 1
    done.bytes += bytes.byteLength
  })
  const there = new Set(files.map(({ path }) => path))
  const missing: string[] = []
  await severalAtOnce(named, async ({ path, isOptional }) => {
    if (!isOptional && !there.has(path) && !(await to.find(path))) missing.push(path)
  })
  return { ...done, damaged: damaged.sort(), missing: [...new Set(missing)].sort() }
}

/** The bytes of a file that was listed; null when it is damaged, or was removed since. */
async function wholeFile(store: ObjectStore, path: string): Promise<Uint8Array | null> {
  return store.get(path).catch((error: unknown) => {
    if (error instanceof DamagedFileError) return null
    throw error
  })
}
