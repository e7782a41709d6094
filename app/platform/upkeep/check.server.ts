import fs from 'node:fs/promises'
import path from 'node:path'
import { DamagedFileError, type ObjectStore, type StoredObject } from '../object-store'
import { sha256 as sha256Of } from '../sha256.server'
import { readManifest } from './backup.server'
import { freeBytes, isThere, listFilesBelow } from './files.server'
import type { KeptDatabase } from './kept-database.server'
import type { NamedFile, RowFiles } from './row-files.server'
import type { SchemaState } from './schema-state.server'
import { severalAtOnce } from './several-at-once'

export type Finding = {
  check: string
  /** A fault needs a person; a warning can wait. */
  level: 'ok' | 'warning' | 'fault'
  said: string
  /** The single things found, at most fifty. */
  items: readonly string[]
}

export type CheckOrder = {
  database: KeptDatabase
  dataDir: string
  /** Where photos and documents are. */
  store: ObjectStore
  sources: readonly RowFiles[]
  /** A backup whose hashes the stored files are held against; null holds them against those of rows alone. */
  against: string | null
  atMs: number
}

const MOST = 50
/** An upload's files are there before its row. */
const YOUNG_MS = 24 * 3_600_000
const LEAST_FREE = 1024 ** 3

/** Checks a database, a data folder and the store while the server runs or not, and changes nothing. */
export async function checkData(order: CheckOrder): Promise<Finding[]> {
  const { database, dataDir, store, sources, against, atMs } = order
  const { faults, state, named, bytes } = await database.look(sources)
  const stored = await listStored(store)
  return [
    finding(
      'database',
      faults.length ? 'fault' : 'ok',
      `${faults.length} faults of structure or reference`,
      faults,
    ),
    schemaFinding(state),
    await filesFinding(store, stored, named),
    ...(against === null ? [] : [await againstBackup(store, stored, against)]),
    orphansFinding(stored, named, atMs),
    await leftFinding(dataDir, atMs),
    await diskFinding(dataDir, database.isFile ? bytes : null),
  ]
}

/** Files that no row names and that are older than a day: what `check --remove-orphans` removes. */
export async function oldOrphans(
  store: ObjectStore,
  named: readonly NamedFile[],
  atMs: number,
): Promise<string[]> {
  return orphansIn(await listStored(store), named, atMs)
}

type Stored = ReadonlyMap<string, StoredObject>

async function listStored(store: ObjectStore): Promise<Stored> {
  const stored = new Map<string, StoredObject>()
  for await (const object of store.list('')) stored.set(object.path, object)
  return stored
}

function orphansIn(stored: Stored, named: readonly NamedFile[], atMs: number): string[] {
  const known = new Set(named.map((one) => one.path))
  return [...stored.values()]
    .filter((object) => !known.has(object.path) && object.changedAtMs < atMs - YOUNG_MS)
    .map((object) => object.path)
    .sort()
}

export function finding(
  check: string,
  level: Finding['level'],
  said: string,
  items: readonly string[] = [],
): Finding {
  return { check, level, said, items: items.slice(0, MOST) }
}

function schemaFinding({ kind, applied, known, pending, faults }: SchemaState): Finding {
  const said = `${applied} of ${known} migrations applied`
  if (kind === 'newer') return finding('schema', 'fault', 'a newer version of Gisement wrote this database')
  if (faults.length > 0) return finding('schema', 'fault', said, faults)
  if (pending.length > 0) return finding('schema', 'warning', `${said}; run gisement migrate`, pending)
  return finding('schema', 'ok', said)
}

async function filesFinding(
  store: ObjectStore,
  stored: Stored,
  named: readonly NamedFile[],
): Promise<Finding> {
  const items: string[] = []
  let hashed = 0
  let unhashed = 0
  // Rows that show the same file say the same of it: it is read once.
  const files = new Map(named.map((one) => [`${one.path} ${one.sha256 ?? ''}`, one]))
  await severalAtOnce([...files.values()], async ({ path: relative, sha256, table, isOptional }) => {
    // A file that the list does not have may have come since.
    const size = stored.get(relative)?.bytes ?? (await store.find(relative))?.bytes
    if (size === undefined && isOptional) return
    if (size === undefined) items.push(`${relative}, which ${table} names, is missing`)
    else if (size === 0) items.push(`${relative} is empty`)
    else if (sha256 !== undefined) {
      hashed += 1
      if ((await hashIn(store, relative)) !== sha256)
        items.push(`${relative} was altered: it has another SHA-256`)
    } else unhashed += 1
  })
  items.sort()
  const said = `${files.size} files of rows, ${hashed} held against the SHA-256 of their row, ${items.length} faults`
  if (items.length > 0) return finding('files', 'fault', said, items)
  if (unhashed === 0) return finding('files', 'ok', said)
  return finding(
    'files',
    'warning',
    `${said}; ${unhashed} have no SHA-256 yet, which the server notes as it runs`,
  )
}

/** Stored files never change: each that a backup holds and that is still there must be the same to the byte. */
async function againstBackup(store: ObjectStore, stored: Stored, folder: string): Promise<Finding> {
  const items: string[] = []
  let compared = 0
  const { files } = await readManifest(folder)
  const there = files.filter((file) => stored.has(file.path))
  await severalAtOnce(there, async ({ path: relative, sha256 }) => {
    compared += 1
    if ((await hashIn(store, relative)) !== sha256) items.push(`${relative} is not what the backup holds`)
  })
  items.sort()
  const said = `${compared} files held against ${path.basename(folder)}, ${items.length} differ`
  return finding('against-backup', items.length ? 'fault' : 'ok', said, items)
}

/** The SHA-256 of the bytes as they are got, whatever the store says of them; null when they are damaged or gone. */
async function hashIn(store: ObjectStore, relative: string): Promise<string | null> {
  const bytes = await store.get(relative).catch((error: unknown) => {
    if (error instanceof DamagedFileError) return null
    throw error
  })
  return bytes && sha256Of(bytes)
}

function orphansFinding(stored: Stored, named: readonly NamedFile[], atMs: number): Finding {
  const orphans = orphansIn(stored, named, atMs)
  const said = `${orphans.length} files older than a day that no row names`
  return finding('orphans', orphans.length ? 'warning' : 'ok', said, orphans)
}

async function leftFinding(dataDir: string, atMs: number): Promise<Finding> {
  if (await isThere(path.join(dataDir, '.restoring'))) {
    return finding('unfinished', 'fault', 'a restore did not come to its end: run it again with --force')
  }
  const halves: string[] = []
  for (const name of await listFilesBelow(dataDir, (relative) =>
    /^(models|\.before-restore-)/.test(relative),
  )) {
    if (name.endsWith('.tmp') && (await isOlder(path.join(dataDir, name), atMs))) halves.push(name)
  }
  const said = `${halves.length} files that a write left unfinished`
  return finding('unfinished', halves.length ? 'warning' : 'ok', said, halves)
}

/** @param bytes what the database takes there; null where it is elsewhere, on a disk that its server's operator watches */
async function diskFinding(dataDir: string, bytes: number | null): Promise<Finding> {
  const free = await freeBytes(dataDir)
  const needed = Math.max(LEAST_FREE, 2 * (bytes ?? 0))
  const takes = bytes === null ? '' : `, the database takes ${mebibytes(bytes)} MiB`
  return finding('disk', free < needed ? 'warning' : 'ok', `${mebibytes(free)} MiB free${takes}`)
}

async function isOlder(file: string, atMs: number): Promise<boolean> {
  const stat = await fs.stat(file).catch(() => null)
  return stat !== null && stat.mtimeMs < atMs - YOUNG_MS
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2)
}
