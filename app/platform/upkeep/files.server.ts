import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { ObjectStore } from '../object-store'
import { sha256 } from '../sha256.server'

/** Every file below a folder as paths with `/`, sorted; those for which `skips` says so are left out with what they hold. */
export async function listFilesBelow(root: string, skips: (relative: string) => boolean): Promise<string[]> {
  const found: string[] = []
  const visit = async (folder: string) => {
    const entries = await fs.readdir(path.join(root, folder), { withFileTypes: true }).catch(emptyIfGone)
    for (const entry of entries) {
      const relative = folder ? `${folder}/${entry.name}` : entry.name
      if (skips(relative)) continue
      if (entry.isDirectory()) await visit(relative)
      else if (entry.isFile()) found.push(relative)
    }
  }
  await visit('')
  return found.sort()
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Size and SHA-256 of what was read; null when the source is gone. */
export type Copied = { bytes: number; sha256: string } | null

/** Copies a file and has it on disk before it returns. */
export async function copySynced(from: string, to: string): Promise<Copied> {
  const source = await fs.open(from, 'r').catch(nullIfGone)
  if (!source) return null
  await fs.mkdir(path.dirname(to), { recursive: true })
  const target = await fs.open(to, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of source.createReadStream({ autoClose: false })) {
      hash.update(chunk as Buffer)
      await target.appendFile(chunk as Buffer)
      bytes += (chunk as Buffer).byteLength
    }
    await target.sync()
  } finally {
    await target.close()
    await source.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Copies a file of a store to the disk, and has it there before it returns. */
export async function copyOut(store: ObjectStore, from: string, to: string): Promise<Copied> {
  const bytes = await store.get(from)
  if (!bytes) return null
  await fs.mkdir(path.dirname(to), { recursive: true })
  await writeSynced(to, bytes)
  return { bytes: bytes.byteLength, sha256: sha256(bytes) }
}

/** Writes a file so that it is on disk when this returns. */
export async function writeSynced(file: string, content: string | Uint8Array): Promise<void> {
  await fs.writeFile(file, content, { flush: true })
}

/** Has a file's content, or a folder's list of names, on disk. */
export async function syncPath(target: string): Promise<void> {
  const handle = await fs.open(target, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Has the lists of names of a folder and of all folders below on disk. */
export async function syncFolders(root: string): Promise<void> {
  for (const entry of await fs.readdir(root, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(path.join(root, entry.name))
  }
  await syncPath(root)
}

/** Bytes that may still be written where a folder is, or will be. */
export async function freeBytes(folder: string): Promise<number> {
  let place = path.resolve(folder)
  for (;;) {
    const found = await fs.statfs(place).catch(nullIfGone)
    if (found) return found.bavail * found.bsize
    place = path.dirname(place)
  }
}

export async function isThere(file: string): Promise<boolean> {
  return (await fs.stat(file).catch(nullIfGone)) !== null
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

function nullIfGone(error: unknown): null {
  if (isGone(error)) return null
  throw error
}

function emptyIfGone(error: unknown): [] {
  if (isGone(error)) return []
  throw error
}
