import fs from 'node:fs/promises'
import path from 'node:path'
import { migrateDatabase, type AnyDatabase, type Database } from '../db.server'
import { migratePostgres, postgresState } from '../postgres/migrate.server'
import { backupName } from './manifest'
import { MIGRATIONS } from './migrations-folder'
import { schemaStateOf, type SchemaState } from './schema-state.server'
import { snapshotDatabase } from './snapshot.server'

/** Copies made before migrations that stay in the data folder. */
const KEPT = 3

export type Upgrade = {
  before: SchemaState
  applied: readonly string[]
  /** The copy of the database as it was; null when there was nothing to keep or to do. */
  copy: string | null
  /** Extensions of PostgreSQL that searches do without. */
  missing: readonly string[]
}

/**
 * Brings a database up to date. A file that holds data is copied into `before-migration` beside it first, where the last
 * three copies stay; what is missing on PostgreSQL is applied in one transaction, which a failure takes back. Migrations
 * never touch files.
 * @throws Error when a newer version wrote it, or a migration was passed over: nothing is changed then
 */
export async function upgradeDatabase(open: AnyDatabase, atMs: number, folder?: string): Promise<Upgrade> {
  if (open.engine === 'postgres') return { ...(await migratePostgres(open, folder)), copy: null }
  return upgradeFile(open, atMs, folder)
}

/** Where a database stands against the migrations of this version. */
export async function schemaStateIn(open: AnyDatabase): Promise<SchemaState> {
  return open.engine === 'postgres' ? postgresState(open) : schemaStateOf(open.writer)
}

async function upgradeFile(open: Database, atMs: number, folder = MIGRATIONS): Promise<Upgrade> {
  const before = schemaStateOf(open.writer, folder)
  const passed = before.faults.filter((fault) => fault.endsWith('was passed over'))
  if (passed.length > 0) {
    throw new Error(`${open.file} lacks a migration of its past: ${passed.join('; ')}. Restore a backup.`)
  }
  const copy = before.kind === 'behind' ? await copyBefore(open.file, before, atMs) : null
  migrateDatabase(open, folder)
  return { before, applied: before.pending, copy, missing: [] }
}

async function copyBefore(file: string, { last }: SchemaState, atMs: number): Promise<string> {
  const folder = path.join(path.dirname(file), 'before-migration')
  await fs.mkdir(folder, { recursive: true })
  const copy = path.join(folder, `${backupName(atMs)}-${last ?? 'unknown'}.sqlite`)
  await fs.rm(copy, { force: true })
  await snapshotDatabase(file, copy)
  const copies = (await fs.readdir(folder)).filter((name) => name.endsWith('.sqlite')).sort()
  for (const name of copies.slice(0, -KEPT)) await fs.rm(path.join(folder, name), { force: true })
  return copy
}
