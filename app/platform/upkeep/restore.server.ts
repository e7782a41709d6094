import fs from 'node:fs/promises'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { DatabasePlace } from '../database-place'
import { isStoredPath, type ObjectStore } from '../object-store'
import { sha256 } from '../sha256.server'
import { backupName, DATABASE, type Manifest, type ManifestFile } from './manifest'
import { readManifest } from './backup.server'
import { copySynced, freeBytes, isThere, sha256OfFile, syncFolders, syncPath } from './files.server'
import { MIGRATIONS } from './migrations-folder'
import { loadPostgres, refuseInUse } from './postgres-load.server'
import { listNamedFiles, type RowFiles } from './row-files.server'
import { schemaStateOf } from './schema-state.server'
import { databaseFaults, isInUse, readStill } from './snapshot.server'

const RESTORING = '.restoring'
const ASIDE = '.before-restore-'

export type BackupCheck = { manifest: Manifest; faults: readonly string[] }

/**
 * Checks a backup whole: every file is there with its size and SHA-256, no other is, the database is sound, no newer
 * version wrote it, and every file that its rows name is among them.
 * @throws Error when the folder is no backup
 */
export async function checkBackup(folder: string, sources: readonly RowFiles[]): Promise<BackupCheck> {
  const manifest = await readManifest(folder)
  const faults: string[] = []
  const listed = new Map([manifest.database, ...manifest.files].map((file) => [file.path, file]))
  for (const file of listed.values()) {
    const stat = await fs.stat(path.join(folder, file.path)).catch(() => null)
    if (!stat) faults.push(`${file.path} is missing`)
    else if (stat.size !== file.bytes) faults.push(`${file.path} has ${stat.size} bytes, not ${file.bytes}`)
    else if ((await sha256OfFile(path.join(folder, file.path))) !== file.sha256) {
      faults.push(`${file.path} was altered: it has another SHA-256`)
    }
  }
  if (faults.some((fault) => fault.startsWith(DATABASE))) return { manifest, faults }
  const { found, kind, named } = readStill(path.join(folder, DATABASE), (connection) => ({
    found: databaseFaults(connection),
    kind: schemaStateOf(connection).kind,
    named: listNamedFiles(connection, sources),
  }))
  faults.push(...found)
  if (kind === 'newer') faults.push('a newer version of Gisement made it: restore it with that version')
  const excused = new Set(manifest.missing)
  for (const { path: file, table, isOptional } of named) {
    if (!isOptional && !listed.has(file) && !excused.has(file))
      faults.push(`${file}, which ${table} names, is not in it`)
  }
  return { manifest, faults }
}

export type RestoreOrder = {
  from: string
  /** Where the database goes: the file of the data folder, or a PostgreSQL database. */
  place: DatabasePlace
  dataDir: string
  /** Where photos and documents go. */
  store: ObjectStore
  sources: readonly RowFiles[]
  /** Restore over data that is there; it is kept aside. */
  force: boolean
  atMs: number
}
export type RestoreReport = {
  manifest: Manifest
  aside: string | null
  /** The schema of PostgreSQL in which the rows are that were there; null when there were none. */
  asideSchema: string | null
}

/**
 * Puts a backup in place of a data folder: checks it, copies all of it beside, then moves the former out of the way
 * and the new in. A store elsewhere is given the files that it lacks before anything moves, and loses none: their names are
 * never used twice. Until the last move a mark stays, with which the server refuses to start. What was there is kept.
 * @throws Error with what to do when the backup is not whole, the folder is not empty, in use, or room is short
 */
export async function restore(order: RestoreOrder): Promise<RestoreReport> {
  const { from, place, dataDir, store, sources, force, atMs } = order
  const { manifest, faults } = await checkBackup(from, sources)
  if (faults.length > 0) {
    throw new Error(`The backup is not whole, nothing was changed:\n${faults.slice(0, 20).join('\n')}`)
  }
  await fs.mkdir(dataDir, { recursive: true })
  const there = (await fs.readdir(dataDir)).filter((name) => name !== RESTORING && !name.startsWith(ASIDE))
  if (there.length > 0 && !force) {
    throw new Error(
      `${dataDir} is not empty. Name another DATA_DIR, or say --force: what is there is kept aside.`,
    )
  }
  if ('url' in place) await refuseInUse(place.url)
  else if (isInUse(path.join(dataDir, DATABASE))) {
    throw new Error(`A process uses the database of ${dataDir}. Stop the server, then restore.`)
  }
  const isElsewhere = ({ path: file }: { path: string }) => store.kind !== 'disk' && isStoredPath(file)
  const here = [manifest.database, ...manifest.files.filter((file) => !isElsewhere(file))]
  const needed = here.reduce((sum, { bytes }) => sum + bytes, 0)
  const free = await freeBytes(dataDir)
  if (free < needed * 1.05) {
    throw new Error(
      `The backup takes ${needed} bytes and ${free} are free at ${dataDir}. Make room, then restore.`,
    )
  }
  const staged = path.join(dataDir, RESTORING)
  await fs.rm(staged, { recursive: true, force: true })
  await fs.mkdir(staged)
  for (const file of here) {
    const copied = await copySynced(path.join(from, file.path), path.join(staged, file.path))
    if (copied?.sha256 !== file.sha256) throw new Error(`${file.path} changed while it was copied.`)
  }
  for (const file of manifest.files.filter(isElsewhere))
    await putBack(store, path.join(from, file.path), file)
  const asideSchema = 'url' in place ? await loadStaged(staged, place.url, force ? atMs : null) : null
  await syncFolders(staged)
  return { manifest, aside: await swap(dataDir, staged, there, atMs), asideSchema }
}

/** Puts the rows of a backup into a PostgreSQL database, brought up to date before; its file is not needed then. */
async function loadStaged(staged: string, url: string, atMs: number | null): Promise<string | null> {
  const file = path.join(staged, DATABASE)
  const connection = new Sqlite(file)
  try {
    migrate(drizzle(connection), { migrationsFolder: MIGRATIONS })
    const aside = atMs === null ? null : schemaAside(atMs)
    return await loadPostgres({ url, file: connection, aside })
  } finally {
    connection.close()
    for (const end of ['', '-wal', '-shm']) await fs.rm(file + end, { force: true })
  }
}

/** The name of the schema in which rows are kept that a restore found. */
function schemaAside(atMs: number): string {
  return `before_restore_${backupName(atMs).replace('gisement-', '').replace(/\W/g, '').toLowerCase()}`
}

/** Gives a store a file of a backup, unless it holds the same already. */
export async function putBack(store: ObjectStore, source: string, file: ManifestFile): Promise<void> {
  if ((await store.find(file.path))?.sha256 === file.sha256) return
  const bytes = await fs.readFile(source)
  if (sha256(bytes) !== file.sha256) throw new Error(`${file.path} changed while it was copied.`)
  await store.put(file.path, bytes)
}

async function swap(dataDir: string, staged: string, there: string[], atMs: number): Promise<string | null> {
  let aside: string | null = null
  if (there.length > 0) {
    aside = path.join(dataDir, `${ASIDE}${backupName(atMs).replace('gisement-', '')}`)
    await fs.mkdir(aside, { recursive: true })
    for (const name of there) await fs.rename(path.join(dataDir, name), path.join(aside, name))
    await syncPath(aside)
  }
  for (const name of await fs.readdir(staged))
    await fs.rename(path.join(staged, name), path.join(dataDir, name))
  await syncPath(dataDir)
  await fs.rmdir(staged)
  await syncPath(dataDir)
  return aside
}

/** @throws Error when a restore into this data folder did not come to its end: part of the data may be elsewhere */
export async function refuseHalfRestored(dataDir: string): Promise<void> {
  if (!(await isThere(path.join(dataDir, RESTORING)))) return
  throw new Error(
    `A restore into ${dataDir} did not come to its end. Run it again: gisement restore --from BACKUP --force. What was there before is kept in ${dataDir}/${ASIDE}….`,
  )
}
