import fs from 'node:fs'
import path from 'node:path'
import type { PoolClient } from 'pg'
import { POSTGRES_MIGRATIONS } from '../upkeep/migrations-folder'
import {
  knownMigrations,
  refuseNewerState,
  stateOf,
  type AppliedMigration,
  type SchemaState,
} from '../upkeep/schema-state.server'
import { askOver, type Ask } from './connection.server'
import type { PostgresDatabase } from './open.server'
import { prepareSearch } from './search-extensions.server'

/** Whoever migrates holds this lock of its session: «migrates» in eight bytes. */
const MIGRATING = 7_883_946_363_647_714_675n
const BREAK = '--> statement-breakpoint'

/** Where a PostgreSQL database stands against the migrations of this version. */
export async function postgresState(
  { connections }: Pick<PostgresDatabase, 'connections'>,
  folder = POSTGRES_MIGRATIONS,
): Promise<SchemaState> {
  return stateOf(await appliedMigrations(askOver(connections.readers)), folder)
}

/** The same for who asks through a connection of their own. */
export async function stateIn(ask: Ask, folder = POSTGRES_MIGRATIONS): Promise<SchemaState> {
  return stateOf(await appliedMigrations(ask), folder)
}

/**
 * Applies the migrations that are missing, all in one transaction. Nodes that start together wait for the one that is
 * at it, and find nothing left to do. Then what its searches use is made, as far as extensions are there.
 * @returns the extensions that searches do without, as nobody may create them or they are not installed
 * @throws Error when a newer version of the product wrote the database, or one of its migrations was passed over
 */
export async function migratePostgres(
  { connections, name }: Pick<PostgresDatabase, 'connections' | 'name'>,
  folder = POSTGRES_MIGRATIONS,
): Promise<{ before: SchemaState; applied: readonly string[]; missing: readonly string[] }> {
  const client = await connections.writers.connect()
  try {
    await client.query(`select pg_advisory_lock(${MIGRATING})`)
    const before = await stateIn(askOver(client), folder)
    refuseNewerState(before, name)
    const passed = before.faults.filter((fault) => fault.endsWith('was passed over'))
    if (passed.length > 0)
      throw new Error(`${name} lacks a migration of its past: ${passed.join('; ')}. Restore a backup.`)
    const ask = askOver(client)
    await inTransaction(client, () => applyMigrations(ask, before.pending, folder))
    const missing = await inTransaction(client, () => prepareSearch(ask))
    return { before, applied: before.pending, missing }
  } finally {
    // The lock ends with its session.
    client.release(true)
  }
}

async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Applies migrations by their names, in the caller's transaction. */
export async function applyMigrations(
  ask: Ask,
  pending: readonly string[],
  folder = POSTGRES_MIGRATIONS,
): Promise<void> {
  if (pending.length === 0) return
  await ask(
    `create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
  )
  for (const { tag, when, hash } of knownMigrations(folder)) {
    if (!pending.includes(tag)) continue
    const text = fs.readFileSync(path.join(folder, `${tag}.sql`), 'utf8')
    for (const statement of text.split(BREAK)) await ask(statement)
    await ask('insert into __drizzle_migrations (hash, created_at) values ($1, $2)', [hash, when])
  }
}

async function appliedMigrations(ask: Ask): Promise<AppliedMigration[]> {
  const rows = await ask<{ isThere: number }>(
    `select to_regclass('public.__drizzle_migrations') is not null as "isThere"`,
  )
  if (rows[0]?.isThere !== 1) return []
  return ask<AppliedMigration>(
    'select hash, created_at as "when" from __drizzle_migrations order by created_at',
  )
}
