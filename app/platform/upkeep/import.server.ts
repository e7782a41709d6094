import { createHash } from 'node:crypto'
import fs from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { EXPORT, exportSchema, type ExportManifest } from './export.server'
import { copySynced, isThere, sha256OfFile, syncFolders, syncPath } from './files.server'
import type { DatabasePlace } from '../database-place'
import { isStoredPath, type ObjectStore } from '../object-store'
import { DATABASE } from './manifest'
import { MIGRATIONS } from './migrations-folder'
import { loadPostgres } from './postgres-load.server'
import { putBack } from './restore.server'
import { fillFile, tablesOf } from './rows/file-rows.server'
import { quoted } from './rows/quoted-names'
import { schemaStateOf } from './schema-state.server'
import { databaseFaults } from './snapshot.server'

export type ImportOrder = {
  from: string
  /** Where the database goes: the file of the data folder, or an empty PostgreSQL database. */
  place: DatabasePlace
  dataDir: string
  /** Where photos and documents go. */
  store: ObjectStore
}
export type ImportReport = { tables: number; rows: number; files: number; hasSecrets: boolean }

/**
 * Makes a data folder from an export: an empty database of the export's own version, its rows, then the migrations
 * that came since, and its files. Nothing has its final name before all of it was read and is sound.
 * @throws Error when the folder holds a database, or the export is damaged or of a newer version
 */
export async function importData({ from, place, dataDir, store }: ImportOrder): Promise<ImportReport> {
  const target = path.join(dataDir, DATABASE)
  if ('file' in place && (await isThere(target)))
    throw new Error(`${target} exists already. Import into an empty DATA_DIR.`)
  const manifest = await readExport(from)
  await checkExport(from, manifest)
  await fsp.mkdir(dataDir, { recursive: true })
  const making = path.join(dataDir, '.importing.sqlite')
  await fsp.rm(making, { force: true })
  const connection = new Sqlite(making)
  // Nobody reads it before it is whole: it is written without waiting for the disk, and synced at the end.
  connection.pragma('journal_mode = MEMORY')
  connection.pragma('synchronous = OFF')
  try {
    migrateUpTo(connection, manifest.lastMigration)
    await fill(connection, from, manifest)
    const faults = databaseFaults(connection)
    if (faults.length > 0) throw new Error(`The export does not hold together:\n${faults.join('\n')}`)
    migrate(drizzle(connection), { migrationsFolder: MIGRATIONS })
    if (schemaStateOf(connection).kind !== 'current')
      throw new Error('The migrations did not come to their end.')
  } catch (error) {
    connection.close()
    await fsp.rm(making, { force: true })
    throw error
  }
  connection.close()
  for (const file of manifest.files) {
    const source = path.join(from, 'files', file.path)
    if (store.kind !== 'disk' && isStoredPath(file.path)) {
      await putBack(store, source, file)
      continue
    }
    const to = path.join(dataDir, file.path)
    await fsp.rm(to, { force: true })
    await copySynced(source, to)
  }
  await syncFolders(dataDir)
  if ('url' in place) {
    const file = new Sqlite(making)
    await loadPostgres({ url: place.url, file, aside: null }).finally(() => file.close())
    await fsp.rm(making)
  } else {
    await syncPath(making)
    await fsp.rename(making, target)
  }
  await syncPath(dataDir)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return {
    tables: manifest.tables.length,
    rows,
    files: manifest.files.length,
    hasSecrets: manifest.hasSecrets,
  }
}

async function readExport(from: string): Promise<ExportManifest> {
  const text = await fsp.readFile(path.join(from, EXPORT), 'utf8').catch(() => null)
  if (text === null) throw new Error(`${from} is no export: it has no ${EXPORT}.`)
  let json: unknown = null
  try {
    json = JSON.parse(text)
  } catch {
    // Told below as one that cannot be read.
  }
  const parsed = exportSchema.safeParse(json)
  if (!parsed.success) throw new Error(`The ${EXPORT} of ${from} cannot be read: it is damaged.`)
  return parsed.data
}

async function checkExport(from: string, { tables, files }: ExportManifest): Promise<void> {
  const parts = [
    ...tables.map(({ name, sha256 }) => ({ file: `tables/${name}.jsonl`, sha256 })),
    ...files.map(({ path: file, sha256 }) => ({ file: `files/${file}`, sha256 })),
  ]
  for (const { file, sha256 } of parts) {
    const found = await sha256OfFile(path.join(from, file)).catch(() => null)
    if (found !== sha256)
      throw new Error(`${file} of the export is ${found === null ? 'missing' : 'altered'}.`)
  }
}

/** Applies the migrations up to the one of the export. */
function migrateUpTo(connection: Sqlite.Database, last: string | null): void {
  const journal = JSON.parse(fs.readFileSync(path.join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[]
  }
  const at = journal.entries.findIndex(({ tag }) => tag === last)
  if (at < 0) throw new Error('A newer version of Gisement made this export: import it with that version.')
  connection.exec(
    'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
  const note = connection.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
  for (const { tag, when } of journal.entries.slice(0, at + 1)) {
    const sql = fs.readFileSync(path.join(MIGRATIONS, `${tag}.sql`), 'utf8')
    connection.pragma('foreign_keys = OFF')
    for (const statement of sql.split('--> statement-breakpoint')) connection.exec(statement)
    note.run(createHash('sha256').update(sql).digest('hex'), when)
  }
}

/** Puts the rows in as they are. */
async function fill(connection: Sqlite.Database, from: string, manifest: ExportManifest): Promise<void> {
  const known = new Set(tablesOf(connection))
  await fillFile(connection, new Map(Object.entries(manifest.sequences)), async () => {
    for (const { name, columns, rows } of manifest.tables) {
      if (!known.has(name))
        throw new Error(`The export holds a table that this version does not know: ${name}.`)
      const kept = columns.filter(({ leftOut }) => !leftOut).map((column) => column.name)
      // A table of secrets alone was left out whole.
      if (kept.length === 0 && rows === 0) continue
      const insert = connection.prepare(
        `insert into ${quoted(name)} (${kept.map(quoted).join()}) values (${kept.map(() => '?').join()})`,
      )
      let read = 0
      for await (const line of createInterface({
        input: fs.createReadStream(path.join(from, 'tables', `${name}.jsonl`)),
      })) {
        const row = JSON.parse(line) as Record<string, unknown>
        insert.run(...kept.map((column) => bound(row[column])))
        read += 1
      }
      if (read !== rows) throw new Error(`Table ${name} has ${read} rows, not ${rows}.`)
    }
  })
}

function bound(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && '$base64' in value) {
    return Buffer.from(String(value.$base64), 'base64')
  }
  return value
}
