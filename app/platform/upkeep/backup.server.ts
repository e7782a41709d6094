import fs from 'node:fs/promises'
import path from 'node:path'
import { STORES, type ObjectStore } from '../object-store'
import {
  copyOut,
  copySynced,
  type Copied,
  isThere,
  listFilesBelow,
  sha256OfFile,
  syncFolders,
  syncPath,
  writeSynced,
} from './files.server'
import type { KeptDatabase } from './kept-database.server'
import {
  backupName,
  DATABASE,
  isBackupName,
  MANIFEST,
  manifestSchema,
  pathBelow,
  type Manifest,
  type ManifestFile,
} from './manifest'
import { listNamedFiles, type RowFiles } from './row-files.server'
import { schemaStateOf } from './schema-state.server'
import { databaseFaults, readStill } from './snapshot.server'

/** What a data folder holds that is not copied: made anew, or of a moment. */
const LEFT_OUT = /^(models|before-migration)(\/|$)|^manifest\.json$|^gisement\.sqlite|\.tmp$|(^|\/)\./
/** Stores whose files never change once they have their name, which nobody can guess. */
const FIXED = /^(photos|documents)\//

export type BackupOrder = {
  database: KeptDatabase
  dataDir: string
  /** Where photos and documents are. */
  store: ObjectStore
  /** The folder that holds the backups, one folder each. */
  to: string
  sources: readonly RowFiles[]
  atMs: number
  /** How many whole backups stay; null keeps all. */
  keep: number | null
}

export type BackupReport = {
  folder: string
  files: number
  bytes: number
  /** Files that the backup before already held: they take no room twice. */
  linked: number
  missing: readonly string[]
  removed: readonly string[]
}

/**
 * Backs up the database, every file of the data folder and of the store while the server runs. Files are read before and
 * after the database, so that each file of a row that the snapshot holds is there. The folder has its name only once all of it
 * is on disk; until then it is hidden, and what a run that ended left is removed by a later one.
 * @throws Error when there is no database, or the snapshot is not sound
 */
export async function backUp(order: BackupOrder): Promise<BackupReport> {
  const { dataDir, store, to, atMs, sources } = order
  await fs.mkdir(to, { recursive: true })
  await removeUnfinished(to)
  const name = await freeName(to, atMs)
  const making = path.join(to, `.${name}.${process.pid}.partial`)
  await fs.mkdir(making)
  const before = await lastBackup(to)
  const copier = createCopier({ dataDir, store, making, before, skips: await skipsOf(order) })
  await copier.copyNew()
  const snapshot = path.join(making, DATABASE)
  await order.database.snapshot(snapshot)
  await copier.copyNew()
  const { state, named, faults } = readStill(snapshot, (connection) => ({
    state: schemaStateOf(connection),
    named: listNamedFiles(connection, sources),
    faults: databaseFaults(connection),
  }))
  if (faults.length > 0)
    throw new Error(`The database is damaged, nothing was backed up:\n${faults.join('\n')}`)
  const files = copier.files()
  const held = new Set(files.map((file) => file.path))
  const missing = named
    .filter(({ path: file, isOptional }) => !isOptional && !held.has(file))
    .map((file) => file.path)
  const { size: bytes } = await fs.stat(snapshot)
  const manifest: Manifest = {
    ...{ format: 1, product: 'gisement', createdAt: new Date(atMs).toISOString(), files, missing },
    database: {
      ...{ path: DATABASE, bytes, sha256: await sha256OfFile(snapshot) },
      ...{ migrations: state.applied, lastMigration: state.last },
    },
  }
  await writeSynced(path.join(making, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`)
  await syncFolders(making)
  await fs.rename(making, path.join(to, name))
  await syncPath(to)
  const total = files.reduce((sum, file) => sum + file.bytes, bytes)
  const removed = await removeOlder(to, order.keep)
  return {
    folder: path.join(to, name),
    files: files.length,
    bytes: total,
    linked: copier.linked(),
    missing,
    removed,
  }
}

/** Whole backups of a folder, the oldest first. */
export async function listBackups(to: string): Promise<string[]> {
  if (!(await isThere(to))) return []
  return (await fs.readdir(to)).filter(isBackupName).sort()
}

/** What a backup says of itself. @throws Error when it is none */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await fs.readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null) throw new Error(`${folder} is no backup: it has no ${MANIFEST}.`)
  const parsed = manifestSchema.safeParse(jsonOf(text))
  if (!parsed.success) throw new Error(`The ${MANIFEST} of ${folder} cannot be read: it is damaged.`)
  return parsed.data
}

type CopierParts = {
  dataDir: string
  store: ObjectStore
  making: string
  before: { folder: string; files: ReadonlyMap<string, ManifestFile> } | null
  skips: (relative: string) => boolean
}

function createCopier({ dataDir, store, making, before, skips }: CopierParts) {
  const done = new Map<string, ManifestFile>()
  let linked = 0
  const link = async (relative: string, bytes: number | undefined): Promise<ManifestFile | null> => {
    const former = before?.files.get(relative)
    if (!before || !former || bytes !== former.bytes) return null
    if (!FIXED.test(relative) && (await sha256OfFile(path.join(dataDir, relative))) !== former.sha256)
      return null
    const target = path.join(making, relative)
    await fs.mkdir(path.dirname(target), { recursive: true })
    // Another file system, or one without links: copied below.
    const isLinked = await fs.link(path.join(before.folder, relative), target).then(
      () => true,
      () => false,
    )
    if (isLinked) linked += 1
    return isLinked ? former : null
  }
  const keep = async (relative: string, bytes: number | undefined, copy: (to: string) => Promise<Copied>) => {
    if (done.has(relative) || !pathBelow.safeParse(relative).success) return
    const copied = (await link(relative, bytes)) ?? (await copy(path.join(making, relative)))
    if (copied) done.set(relative, { path: relative, bytes: copied.bytes, sha256: copied.sha256 })
  }
  return {
    copyNew: async () => {
      for (const relative of await listFilesBelow(dataDir, skips)) {
        const source = path.join(dataDir, relative)
        const stat = await fs.stat(source).catch(() => null)
        await keep(relative, stat?.size, (to) => copySynced(source, to))
      }
      if (store.kind === 'disk') return
      for await (const { path: relative, bytes } of store.list(''))
        await keep(relative, bytes, (to) => copyOut(store, relative, to))
    },
    files: () => [...done.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    linked: () => linked,
  }
}

async function lastBackup(to: string): Promise<CopierParts['before']> {
  const name = (await listBackups(to)).at(-1)
  if (name === undefined) return null
  const folder = path.join(to, name)
  const manifest = await readManifest(folder).catch(() => null)
  return manifest && { folder, files: new Map(manifest.files.map((file) => [file.path, file])) }
}

/**
 * What is not copied of a data folder; backups kept below it are among it, and photos and documents where another store
 * keeps them.
 */
async function skipsOf({ dataDir, store, to }: BackupOrder): Promise<(relative: string) => boolean> {
  const inside = path
    .relative(await fs.realpath(dataDir), await fs.realpath(to))
    .split(path.sep)
    .join('/')
  const elsewhere: readonly string[] = store.kind === 'disk' ? [] : STORES
  return (relative) => LEFT_OUT.test(relative) || relative === inside || elsewhere.includes(relative)
}

async function freeName(to: string, atMs: number): Promise<string> {
  const wanted = backupName(atMs)
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}-${count}`
    if (!(await isThere(path.join(to, name)))) return name
  }
}

async function removeUnfinished(to: string): Promise<void> {
  for (const name of await fs.readdir(to)) {
    if (!/^\.gisement-.*\.partial$/.test(name)) continue
    const [, pid] = /\.(\d+)\.partial$/.exec(name) ?? []
    // A container gives every run the same number: what this process has not begun yet is another's that ended.
    if (Number(pid) !== process.pid && isAlive(Number(pid))) continue
    await fs.rm(path.join(to, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function removeOlder(to: string, keep: number | null): Promise<string[]> {
  if (keep === null) return []
  const old = (await listBackups(to)).slice(0, -keep)
  for (const name of old) await fs.rm(path.join(to, name), { recursive: true, force: true })
  return old
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
