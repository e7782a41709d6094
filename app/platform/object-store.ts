/** A stored file: its path (`photos/ab/….webp`), its size, and when it was last written. */
export type StoredObject = { path: string; bytes: number; changedAtMs: number }

/**
 * Where files are kept by their path. Each is complete or absent whatever ends the process; what was put is what is got.
 */
export type ObjectStore = {
  kind: 'disk' | 's3'
  /** What the operator knows it by: a folder, or a bucket with its address. */
  name: string
  /** Settles once the file is kept for good; one of the same path is replaced. */
  put: (path: string, bytes: Uint8Array) => Promise<void>
  /** Null when there is none. @throws DamagedFileError when it is not what was put, as far as the store can tell */
  get: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** One that is not there counts as removed. */
  remove: (path: string) => Promise<void>
  /** Size and SHA-256 of a file, as the store has them; null when there is none. */
  find: (path: string) => Promise<{ bytes: number; sha256: string } | null>
  /** Every file whose path begins so, in no promised order; of `''` all. */
  list: (prefix: string) => AsyncIterable<StoredObject>
}

/** A stored file is not the one that was kept: its SHA-256 is another. */
export class DamagedFileError extends Error {
  constructor(path: string) {
    super(`${path} was altered: it has another SHA-256`)
  }
}

/** The folders of the store. */
export const STORES = ['photos', 'documents'] as const
export type Place = (typeof STORES)[number]

const PATH = /^(photos|documents)(\/[A-Za-z0-9_@+-][\w.@+-]*)+$/

/** A path of a stored file: below one of the folders, without a step out of it. @throws Error for any other text */
export function storedPath(path: string): string {
  if (!isStoredPath(path)) throw new Error(`Not a path of the store: ${path}`)
  return path
}

export function isStoredPath(path: string): boolean {
  return path.length <= 400 && PATH.test(path)
}
