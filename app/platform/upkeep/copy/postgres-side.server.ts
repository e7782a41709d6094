import type { PoolClient } from 'pg'
import { migratePostgres, postgresState } from '../../postgres/migrate.server'
import type { PostgresDatabase } from '../../postgres/open.server'
import type { CopiedTable } from '../rows/copied-tables'
import { quoted } from '../rows/quoted-names'
import type { RowBatches } from '../rows/row-batches'
import { continueNumbers, emptyTables, fillTables, numbersOf, rowsOfServer } from '../rows/server-rows.server'
import { copiedTables } from '../rows/table-catalogue.server'
import { refuseStrange } from '../schema-state.server'
import type { CopySource, CopyTarget } from './copy-side'
import { BEGUN, isHalfCopied, refuseHalfCopied } from './half-copied.server'

/** A PostgreSQL database to copy from, as it is at this moment. @throws Error unless it is of this version */
export async function postgresSource(open: PostgresDatabase): Promise<CopySource> {
  await refuseHalfCopied(open.connections, open.name)
  const { kind } = await postgresState(open)
  if (kind !== 'current') throw new Error(`${open.name} is not of this version: start the server on it once.`)
  const written = await writesOf(open)
  const client = await open.connections.readers.connect()
  await client.query('begin isolation level repeatable read read only')
  return {
    name: open.name,
    read: (table) => rowsOfServer(client, table),
    counts: async () => {
      const counts = []
      for (const { name } of await copiedTables(client)) {
        const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${quoted(name)}`)
        counts.push({ table: name, rows: rows[0]!.n })
      }
      return counts
    },
    numbers: () => numbersOf(client),
    wasWritten: async () => (await writesOf(open)) !== written,
    close: async () => {
      // The transaction ends with its session, which may be gone.
      client.release(true)
      await open.close()
    },
  }
}

/**
 * A PostgreSQL database to fill: an empty one, or one that a copy was broken off in, maybe by an earlier version. It is
 * migrated, so that it has every table and column of this version, and marked as half copied from then on.
 * @throws Error when it holds people, or is of a newer version
 */
export async function postgresTarget(open: PostgresDatabase): Promise<CopyTarget> {
  await refuseFilled(open)
  await migratePostgres(open)
  await begin(open)
  const { writers } = open.connections
  return {
    name: open.name,
    read: (table) => readCommitted(open, table),
    empty: (tables) => inTransaction(open, (client) => emptyTables(client, tables)),
    fill: (group, from) => inTransaction(open, (client) => fillTables(client, group, from)),
    finish: async (numbers) => {
      await inTransaction(open, async (client) => {
        await continueNumbers(client, numbers)
        await client.query(`drop table ${quoted(BEGUN)}`)
      })
      await writers.query('analyze')
    },
    close: () => open.close(),
  }
}

/**
 * @throws Error where a database holds people or what they did, and no copy was begun in it, or the copy was begun by a
 * version that this one cannot go on after
 */
export async function refuseFilled(open: PostgresDatabase): Promise<void> {
  const state = await postgresState(open)
  if (await isHalfCopied(open.connections)) return refuseStrange(state, open.name)
  if (state.kind === 'empty') return
  const { rows } = await open.connections.readers.query(
    'select 1 from users union all select 1 from changes limit 1',
  )
  if (rows.length > 0) throw new Error(`${open.name} holds data already. Name an empty database.`)
}

async function begin(open: PostgresDatabase): Promise<void> {
  await open.connections.writers.query(
    `create table if not exists ${BEGUN} (begun_at timestamptz not null default now())`,
  )
}

async function inTransaction(
  { connections }: PostgresDatabase,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const client = await connections.writers.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
    client.release()
  } catch (error) {
    // Its session goes, and with it what the transaction did.
    client.release(true)
    throw error
  }
}

async function* readCommitted({ connections }: PostgresDatabase, table: CopiedTable): RowBatches {
  const client = await connections.readers.connect()
  let isOver = false
  try {
    await client.query('begin isolation level repeatable read read only')
    yield* rowsOfServer(client, table)
    await client.query('commit')
    isOver = true
  } finally {
    // A transaction that did not come to its end goes with its session, which may be gone.
    client.release(!isOver)
  }
}

/** How many rows anyone has ever written, as the server counts them, some time later. */
async function writesOf({ connections }: PostgresDatabase): Promise<number> {
  const { rows } = await connections.readers.query<{ n: number }>(
    `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as n from pg_stat_user_tables where schemaname = 'public'`,
  )
  return rows[0]!.n
}
