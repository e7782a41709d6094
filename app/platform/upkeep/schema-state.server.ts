import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'
import { MIGRATIONS } from './migrations-folder'

export type SchemaState = {
  /**
   * `empty`: no migration was applied; `behind`: some are missing; `current`; `newer`: it holds migrations that this
   * version does not know; `broken`: one was passed over or is not the one of this version, which `faults` say.
   */
  kind: 'empty' | 'behind' | 'current' | 'newer' | 'broken'
  applied: number
  known: number
  /** The last migration of this version that was applied. */
  last: string | null
  /** Those that are missing, in their order. */
  pending: readonly string[]
  faults: readonly string[]
}

type Known = { tag: string; when: number; hash: string }
/** A migration that a database had: the hash of its file, and when it was made, ms. */
export type AppliedMigration = { hash: string; when: number }

/** Where a database stands against the migrations of this version. */
export function schemaStateOf(connection: Sqlite.Database, folder = MIGRATIONS): SchemaState {
  return stateOf(appliedMigrations(connection), folder)
}

/** The same from what was applied, oldest first. */
export function stateOf(applied: readonly AppliedMigration[], folder: string): SchemaState {
  const known = knownMigrations(folder)
  const whenApplied = new Map(applied.map((one) => [one.when, one.hash]))
  const lastWhen = Math.max(0, ...whenApplied.keys())
  const held = known.filter(({ when }) => whenApplied.has(when))
  const strange = applied.filter(({ when }) => !known.some((one) => one.when === when)).length
  const pending = known.filter(({ when }) => when > lastWhen).map(({ tag }) => tag)
  const faults = [
    ...known
      .filter(({ when }) => when < lastWhen && !whenApplied.has(when))
      .map(({ tag }) => `migration ${tag} was passed over`),
    ...held
      .filter(({ when, hash }) => whenApplied.get(when) !== hash)
      .map(({ tag }) => `migration ${tag} is not the one that was applied`),
  ]
  const state = {
    applied: applied.length,
    known: known.length,
    last: held.at(-1)?.tag ?? null,
    pending,
    faults,
  }
  if (strange > 0) return { kind: 'newer', ...state }
  if (faults.length > 0) return { kind: 'broken', ...state }
  if (applied.length === 0) return { kind: 'empty', ...state }
  return { kind: pending.length > 0 ? 'behind' : 'current', ...state }
}

/** @throws Error when a newer version of the product wrote the database: this one would damage it */
export function refuseNewer(connection: Sqlite.Database, folder = MIGRATIONS): void {
  refuseNewerState(schemaStateOf(connection, folder), connection.name)
}

/** @throws Error when the state of a database is that of a newer version, in the same words on every engine */
export function refuseNewerState({ kind }: SchemaState, name: string): void {
  if (kind !== 'newer') return
  throw new Error(
    `The database ${name} was written by a newer version of Gisement. Install that version, or restore a backup made by this one; nothing was changed.`,
  )
}

/** The migrations of a folder, in their order, with the hash of each file. */
export function knownMigrations(folder: string): Known[] {
  const journal = JSON.parse(fs.readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[]
  }
  return journal.entries.map(({ tag, when }) => {
    const sql = fs.readFileSync(path.join(folder, `${tag}.sql`))
    return { tag, when, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

function appliedMigrations(connection: Sqlite.Database): AppliedMigration[] {
  const isThere = connection
    .prepare(`select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'`)
    .get()
  if (!isThere) return []
  return connection
    .prepare('select hash, created_at as "when" from __drizzle_migrations order by created_at')
    .all() as AppliedMigration[]
}

/** @throws Error where the schema of what is to be filled has what this version does not know, or lacks what it counts on */
export function refuseStrange(state: SchemaState, name: string): void {
  refuseNewerState(state, name)
  if (state.kind === 'broken')
    throw new Error(`${name} is not of this version: ${state.faults.join('; ')}. Name an empty database.`)
}
