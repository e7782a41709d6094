import fs from 'node:fs/promises'
import path from 'node:path'
import { readManifest } from './backup.server'
import { freeBytes, isThere, listFilesBelow, sha256OfFile } from './files.server'
import { DATABASE } from './manifest'
import { listOrphans } from './restore.server'
import { listNamedFiles, type NamedFile, type RowFiles } from './row-files.server'
import { schemaStateOf, type SchemaState } from './schema-state.server'
import { databaseFaults, readStill } from './snapshot.server'

export type Finding = {
  check: string
  /** A fault needs a person; a warning can wait. */
  level: 'ok' | 'warning' | 'fault'
  said: string
  /** The single things found, at most fifty. */
  items: readonly string[]
}

export type CheckOrder = {
  dataDir: string
  sources: readonly RowFiles[]
  /** A backup whose hashes the stored files are held against; null holds them against those of rows alone. */
  against: string | null
  atMs: number
}

const MOST = 50
/** An upload's files are there before its row. */
const YOUNG_MS = 24 * 3_600_000
const LEAST_FREE = 1024 ** 3

/** Checks a data folder while the server runs or not, and changes nothing. */
export async function checkData({ dataDir, sources, against, atMs }: CheckOrder): Promise<Finding[]> {
  const file = path.join(dataDir, DATABASE)
  const { faults, state, named } = readStill(file, (connection) => ({
    faults: databaseFaults(connection),
    state: schemaStateOf(connection),
    named: listNamedFiles(connection, sources),
  }))
  return [
    finding(
      'database',
      faults.length ? 'fault' : 'ok',
      `${faults.length} faults of structure or reference`,
      faults,
    ),
    schemaFinding(state),
    await filesFinding(dataDir, named),
    ...(against === null ? [] : [await againstBackup(dataDir, against)]),
    await orphansFinding(dataDir, named, atMs),
    await leftFinding(dataDir, atMs),
    await diskFinding(dataDir, file),
  ]
}

/** Files that no row names and that are older than a day: what `check --remove-orphans` removes. */
export async function oldOrphans(
  dataDir: string,
  named: readonly NamedFile[],
  atMs: number,
): Promise<string[]> {
  const orphans = await listOrphans(dataDir, new Set(named.map((one) => one.path)))
  const old: string[] = []
  for (const orphan of orphans) if (await isOlder(path.join(dataDir, orphan), atMs)) old.push(orphan)
  return old
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

async function filesFinding(dataDir: string, named: readonly NamedFile[]): Promise<Finding> {
  const items: string[] = []
  let hashed = 0
  let unhashed = 0
  // Rows that show the same file say the same of it: it is read once.
  const files = new Map(named.map((one) => [`${one.path} ${one.sha256 ?? ''}`, one]))
  for (const { path: relative, sha256, table, isOptional } of files.values()) {
    const file = path.join(dataDir, relative)
    const stat = await fs.stat(file).catch(() => null)
    if (!stat && isOptional) continue
    if (!stat) items.push(`${relative}, which ${table} names, is missing`)
    else if (stat.size === 0) items.push(`${relative} is empty`)
    else if (sha256 !== undefined) {
      hashed += 1
      if ((await sha256OfFile(file)) !== sha256) items.push(`${relative} was altered: it has another SHA-256`)
    } else unhashed += 1
  }
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
async function againstBackup(dataDir: string, folder: string): Promise<Finding> {
  const items: string[] = []
  let compared = 0
  for (const { path: relative, sha256 } of (await readManifest(folder)).files) {
    const file = path.join(dataDir, relative)
    if (!/^(photos|documents)\//.test(relative) || !(await isThere(file))) continue
    compared += 1
    if ((await sha256OfFile(file)) !== sha256) items.push(`${relative} is not what the backup holds`)
  }
  const said = `${compared} files held against ${path.basename(folder)}, ${items.length} differ`
  return finding('against-backup', items.length ? 'fault' : 'ok', said, items)
}

async function orphansFinding(dataDir: string, named: readonly NamedFile[], atMs: number): Promise<Finding> {
  const orphans = await oldOrphans(dataDir, named, atMs)
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

async function diskFinding(dataDir: string, file: string): Promise<Finding> {
  const free = await freeBytes(dataDir)
  const { size } = await fs.stat(file)
  const needed = Math.max(LEAST_FREE, 2 * size)
  const said = `${mebibytes(free)} MiB free, the database takes ${mebibytes(size)} MiB`
  return finding('disk', free < needed ? 'warning' : 'ok', said)
}

async function isOlder(file: string, atMs: number): Promise<boolean> {
  const stat = await fs.stat(file).catch(() => null)
  return stat !== null && stat.mtimeMs < atMs - YOUNG_MS
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 ** 2)
}
