import { createHash } from 'node:crypto'
import fs from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { STORES, type ObjectStore } from '../object-store'
import { copyOut, copySynced, listFilesBelow, syncFolders, writeSynced } from './files.server'
import type { KeptDatabase } from './kept-database.server'
import { pathBelow } from './manifest'
import { sequencesOf, tablesOf } from './rows/file-rows.server'
import { quoted } from './rows/quoted-names'
import { schemaStateOf } from './schema-state.server'
import { readStill } from './snapshot.server'

export const EXPORT = 'export.json'

/**
 * A column whose name says so holds what opens an account or a page: left out unless asked for, since an export is made
 * to be passed on. A table that cannot do without it keeps its rows to itself.
 */
const SECRET_COLUMN =
  /(^|_)(secret|password|token|credential|recovery)(_|$)|(^|_)(secret|token|code|link|id|challenge)_hash$/

const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const exportSchema = z.object({
  format: z.literal(1),
  product: z.literal('gisement'),
  createdAt: z.iso.datetime(),
  lastMigration: z.string().nullable(),
  /** The last number that each growing sequence gave. */
  sequences: z.record(z.string(), z.number().int().min(0)),
  hasSecrets: z.boolean(),
  tables: z.array(
    z.object({
      name: z.string().regex(/^\w+$/),
      rows: z.number().int().min(0),
      columns: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          isKey: z.boolean(),
          isNeeded: z.boolean(),
          leftOut: z.boolean(),
        }),
      ),
      sha256: hash,
    }),
  ),
  files: z.array(z.object({ path: pathBelow, bytes: z.number().int().min(0), sha256: hash })),
})
export type ExportManifest = z.infer<typeof exportSchema>

export type ExportOrder = {
  database: KeptDatabase
  dataDir: string
  /** Where photos and documents are. */
  store: ObjectStore
  to: string
  withSecrets: boolean
  withCsv: boolean
  atMs: number
}

/**
 * Writes everything as JSON lines, one file a table, and as CSV on request, with every stored file, into a new folder:
 * what another product, or another Gisement, can read without SQLite. Binary values are `{"$base64": "…"}`.
 * @throws Error when the folder exists, or there is no database
 */
export async function exportData(order: ExportOrder): Promise<ExportManifest> {
  const { database, dataDir, store, to, atMs } = order
  await fsp.mkdir(path.dirname(to), { recursive: true })
  await fsp.mkdir(to)
  await fsp.mkdir(path.join(to, 'tables'))
  const snapshot = path.join(to, '.snapshot.sqlite')
  await database.snapshot(snapshot)
  const { tables, lastMigration, sequences } = readStill(snapshot, (connection) => ({
    tables: tablesOf(connection).map((name) => writeTable(connection, name, order)),
    lastMigration: schemaStateOf(connection).last,
    sequences: Object.fromEntries(sequencesOf(connection)),
  }))
  await fsp.rm(snapshot)
  const files = await exportFiles(dataDir, store, path.join(to, 'files'))
  const manifest: ExportManifest = {
    ...{ format: 1, product: 'gisement', createdAt: new Date(atMs).toISOString(), lastMigration, sequences },
    ...{ hasSecrets: order.withSecrets, tables, files },
  }
  await writeSynced(path.join(to, EXPORT), `${JSON.stringify(manifest, null, 1)}\n`)
  await syncFolders(to)
  return manifest
}

/** Every stored file, and the heads of the ledger. */
async function exportFiles(
  dataDir: string,
  store: ObjectStore,
  to: string,
): Promise<ExportManifest['files']> {
  const files: ExportManifest['files'] = []
  const folders = ['ledger-heads', ...(store.kind === 'disk' ? STORES : [])]
  const isLeftOut = (name: string) => !folders.includes(name.split('/')[0]!) || name.endsWith('.tmp')
  for (const relative of await listFilesBelow(dataDir, isLeftOut)) {
    const copied = await copySynced(path.join(dataDir, relative), path.join(to, relative))
    if (copied) files.push({ path: relative, ...copied })
  }
  if (store.kind === 'disk') return files
  for await (const { path: relative } of store.list('')) {
    const copied = await copyOut(store, relative, path.join(to, relative))
    if (copied) files.push({ path: relative, ...copied })
  }
  return files
}

type Column = { name: string; type: string; isKey: boolean; isNeeded: boolean; leftOut: boolean }

function writeTable(
  connection: Sqlite.Database,
  name: string,
  order: ExportOrder,
): ExportManifest['tables'][number] {
  const columns = columnsOf(connection, name, order.withSecrets)
  const kept = columns.filter(({ leftOut }) => !leftOut).map((column) => column.name)
  const isTold = columns.every(({ leftOut, isNeeded }) => !leftOut || !isNeeded)
  const lines = fs.openSync(path.join(order.to, 'tables', `${name}.jsonl`), 'wx')
  const sheet = order.withCsv ? fs.openSync(path.join(order.to, 'tables', `${name}.csv`), 'wx') : null
  const hash = createHash('sha256')
  let rows = 0
  if (sheet !== null) fs.writeSync(sheet, stringify([kept]))
  // Where every column is a secret, nothing is left to read.
  const read = isTold ? connection.prepare(`select ${kept.map(quoted).join()} from ${quoted(name)}`) : null
  for (const row of (read?.iterate() ?? []) as Iterable<Record<string, unknown>>) {
    const line = `${JSON.stringify(Object.fromEntries(kept.map((key) => [key, portable(row[key])])))}\n`
    hash.update(line)
    fs.writeSync(lines, line)
    if (sheet !== null)
      fs.writeSync(sheet, stringify([kept.map((key) => cell(row[key]))], { escape_formulas: true }))
    rows += 1
  }
  fs.fsyncSync(lines)
  fs.closeSync(lines)
  if (sheet !== null) fs.closeSync(sheet)
  return { name, rows, columns, sha256: hash.digest('hex') }
}

function columnsOf(connection: Sqlite.Database, table: string, withSecrets: boolean): Column[] {
  const info = connection
    .prepare('select name, type, pk, "notnull" from pragma_table_info(?)')
    .all(table) as {
    name: string
    type: string
    pk: number
    notnull: number
  }[]
  return info.map(({ name, type, pk, notnull }) => ({
    ...{ name, type, isKey: pk > 0, isNeeded: pk > 0 || notnull === 1 },
    leftOut: !withSecrets && SECRET_COLUMN.test(name),
  }))
}

function portable(value: unknown): unknown {
  return Buffer.isBuffer(value) ? { $base64: value.toString('base64') } : value
}

function cell(value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString('base64') : value
}
