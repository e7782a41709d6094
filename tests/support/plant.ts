import fs from 'node:fs'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'
import { newId } from '~/core/ids'
import { newStorageKey } from '~/platform/storage.server'
import {
  INVENTORY,
  NOTED_TABLES,
  type KnownTable,
  type NotedTable,
} from '~/features/privacy/model/inventory/inventory'
import type { Owner, TableNote } from '~/features/privacy/model/inventory/note'
import { connectionTo, isOnPostgres } from './database'
import { pastTheProduct } from './past-the-product'

export type Canary = { userId: string; email: string; organisationId: string }
type Column = { name: string; type: string; notnull: number }

/** What erasing must remove, and that a person can type, send or leave: values, not ids and hashes. */
const PLANTED = ['identity', 'contact', 'place', 'words', 'activity', 'device']

/**
 * Puts a token of its own into every personal column that erasing deletes or clears, in a row of every table and of
 * every way in which its rows are a person's. The rows are made past the product, without its checks, so that no table
 * is left out because a journey does not reach it.
 * @returns the tokens, each with the column where it was put
 */
export function plantTokens(file: string, canary: Canary, mark: string): Map<string, string> {
  const database = connectionTo(file)
  if (!isOnPostgres) database.pragma('secure_delete = ON')
  const tokens = new Map<string, string>()
  const rows = new Map<string, Record<string, unknown>>()
  const plant = () => {
    for (const noted of NOTED_TABLES) {
      if (!noted.columns.some(({ fate }) => fate === 'deleted' || fate === 'cleared')) continue
      if (noted.table === 'users' || noted.table === 'organisations') continue
      for (const owner of noted.note.owners) {
        // A page where they wrote names nobody by itself: the journey of the test makes such a row.
        if ('about' in owner) continue
        // An address or a parent has one row; a row that a child has asked for already is that one.
        if (!(rows.has(noted.table) && noted.note.owners.length === 1)) {
          plantRow(database, { noted, owner, canary, mark, tokens, rows })
        }
      }
    }
  }
  pastTheProduct(database, plant, false)
  database.close()
  return tokens
}

type Planting = {
  noted: NotedTable
  owner: Owner
  canary: Canary
  mark: string
  tokens: Map<string, string>
  /** The first row of each table. */
  rows: Map<string, Record<string, unknown>>
}

/** Makes a row of the person's and returns it. */
function plantRow(database: Sqlite.Database, planting: Planting): Record<string, unknown> {
  const { noted, owner, canary } = planting
  const columns = database.prepare(`select name, type, "notnull" from pragma_table_info(?)`).all(noted.table)
  const row: Record<string, unknown> = {}
  for (const column of columns as Column[]) row[column.name] = valueOf(column, planting)
  if ('user' in owner) row[owner.user] = canary.userId
  else if ('email' in owner) row[owner.email] = canary.email
  else if ('organisation' in owner) row[owner.organisation] = canary.organisationId
  else if ('mentions' in owner)
    row[owner.mentions] = JSON.stringify({ to: canary.email, note: row[owner.mentions] })
  else if ('within' in owner) row[owner.within[0]] = parentKey(database, planting, owner.within)
  // What is on its way is not erased before it has arrived: these have.
  if (noted.table === 'jobs') row.status = 'done'
  if (noted.table === 'outbox') row.dispatched_at_ms = 1
  const names = Object.keys(row)
  const list = names.map((name) => `"${name}"`).join(', ')
  const marks = names.map(() => '?').join(', ')
  database.prepare(`insert into "${noted.table}" (${list}) values (${marks})`).run(Object.values(row))
  if (!planting.rows.has(noted.table)) planting.rows.set(noted.table, row)
  return row
}

function parentKey(
  database: Sqlite.Database,
  planting: Planting,
  [, table, key]: readonly [string, string, string],
): unknown {
  const note: TableNote = INVENTORY[table as KnownTable]
  const noted = NOTED_TABLES.find((one) => one.table === table)!
  const known = planting.rows.get(table)
  if (known) return known[key]
  return plantRow(database, { ...planting, noted, owner: note.owners[0]! })[key]
}

function valueOf({ name, type, notnull }: Column, { noted, owner, mark, tokens }: Planting): unknown {
  if (name === 'storage_key') return `${newStorageKey()}${noted.table === 'photos' ? '' : '-planted.pdf'}`
  const personal = noted.columns.find(({ column }) => column === name)
  const isPlanted =
    personal !== undefined &&
    ['deleted', 'cleared'].includes(personal.fate) &&
    PLANTED.includes(personal.category) &&
    type.toLowerCase() === 'text' &&
    !('email' in owner && owner.email === name)
  if (isPlanted) {
    const token = `${mark}${tokens.size}x`
    tokens.set(token, `${noted.table}.${name}`)
    return token
  }
  if (type.toLowerCase() === 'text') return notnull ? newId() : null
  if (type.toLowerCase() === 'blob') return Buffer.from('x')
  return notnull ? 1 : null
}

/** Which texts still stand in any file of a folder, each with the file. */
export function foundIn(folder: string, texts: readonly string[]): string[] {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return files.flatMap((file) => {
    const bytes = fs.readFileSync(file)
    return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${path.basename(file)}`)
  })
}
