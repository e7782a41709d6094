import type { PoolClient } from 'pg'
import { migratePostgres, postgresState } from '../../postgres/migrate.server'
import type { PostgresDatabase } from '../../postgres/open.server'
import { quoted } from '../filled-file.server'
import type { CopiedTable } from './copied-tables'
import { ROWS_AT_ONCE, type CopySource, type CopyTarget, type RowBatches } from './copy-side'
import { BEGUN, isHalfCopied, refuseHalfCopied } from './half-copied.server'
import { copiedTables, quotedNames } from './catalogue.server'
import type { CopiedRow, CopiedValue } from './row-digest'

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
    read: (table) => rowsOf(client, table),
    counts: async () => {
      const counts = []
      for (const { name } of await copiedTables(client)) {
        const { rows } = await client.query<{ n: number }>(`select count(*) as n from ${quoted(name)}`)
        counts.push({ table: name, rows: rows[0]!.n })
      }
      return counts
    },
    numbers: async () => {
      const { rows } = await client.query<{ name: string; seq: number }>('select name, seq from row_numbers')
      return new Map(rows.map(({ name, seq }) => [name, seq]))
    },
    wasWritten: async () => (await writesOf(open)) !== written,
    close: async () => {
      await client.query('rollback')
      client.release()
      await open.close()
    },
  }
}

/**
 * A PostgreSQL database to fill: an empty one, which is migrated, or one that a copy was broken off in.
 * @throws Error when it holds people, or is of another version
 */
export async function postgresTarget(open: PostgresDatabase): Promise<CopyTarget> {
  if (!(await isHalfCopied(open.connections))) {
    await refuseFilled(open)
    await migratePostgres(open)
    await begin(open)
  }
  const { writers } = open.connections
  return {
    name: open.name,
    read: (table) => readCommitted(open, table),
    empty: (tables) =>
      inTransaction(open, async (client) => {
        await withoutTriggers(client, tables, async () => {
          for (const { name } of tables) await client.query(`delete from ${quoted(name)}`)
        })
      }),
    fill: (group, from) =>
      inTransaction(open, async (client) => {
        await withoutTriggers(client, group, async () => {
          for (const table of group) for await (const rows of from(table)) await insert(client, table, rows)
        })
      }),
    finish: (numbers) =>
      inTransaction(open, async (client) => {
        for (const [name, seq] of numbers)
          await client.query('update row_numbers set seq = $2 where name = $1', [name, seq])
        await setOrders(client)
        await client.query(`drop table ${quoted(BEGUN)}`)
      }).then(async () => void (await writers.query('analyze'))),
    close: () => open.close(),
  }
}

/** @throws Error where a database holds people or what they did, and no copy was begun in it */
export async function refuseFilled(open: PostgresDatabase): Promise<void> {
  if (await isHalfCopied(open.connections)) return
  if ((await postgresState(open)).kind === 'empty') return
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
    // References are looked at once a group is whole: its rows may point at each other.
    await client.query('set constraints all deferred')
    await work(client)
    await client.query('commit')
    client.release()
  } catch (error) {
    // Its session goes, and with it what the transaction did.
    client.release(true)
    throw error
  }
}

/** Triggers number rows, tell caches of changes and refuse them: the rows of a copy are as they were. */
async function withoutTriggers(
  client: PoolClient,
  tables: readonly CopiedTable[],
  work: () => Promise<void>,
): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
  await work()
  // No table is altered while references to its rows wait to be looked at.
  await client.query('set constraints all immediate')
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
}

async function insert(client: PoolClient, table: CopiedTable, rows: readonly CopiedRow[]): Promise<void> {
  if (rows.length === 0) return
  const { columns } = table
  const lists = columns.map(({ type }, at) => {
    const values = rows.map((row) => row[at]!)
    return type === 'bool' ? values.map(truth) : values
  })
  const quotedLists = columns.map(({ type }, at) => `$${at + 1}::${quoted(type)}[]`).join()
  await client.query(
    `insert into ${quoted(table.name)} (${quotedNames(columns)}) overriding system value select * from unnest(${quotedLists})`,
    lists,
  )
}

function truth(value: CopiedValue): boolean | null {
  if (value !== null && value !== 0 && value !== 1) throw new Error(`${String(value)} is neither 1 nor 0`)
  return value === null ? null : value === 1
}

/** The order of writing goes on after what was written last, where PostgreSQL keeps it, under SQLite's name of it. */
async function setOrders(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'rowid'`,
  )
  for (const { name } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, 'rowid'), coalesce(max(rowid), 1), max(rowid) is not null) from ${quoted(name)}`,
      [name],
    )
}

async function* readCommitted({ connections }: PostgresDatabase, table: CopiedTable): RowBatches {
  const client = await connections.readers.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    yield* rowsOf(client, table)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function* rowsOf(client: PoolClient, { name, columns, key }: CopiedTable): RowBatches {
  await client.query(
    `declare copied no scroll cursor for select ${quotedNames(columns)} from ${quoted(name)} order by ${key.map(quoted).join()}`,
  )
  for (;;) {
    const asked = { text: `fetch ${ROWS_AT_ONCE} from copied`, rowMode: 'array' } as const
    const { rows } = await client.query<CopiedValue[]>(asked)
    if (rows.length > 0) yield rows
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('close copied')
}

/** How many rows anyone has ever written, as the server counts them, some time later. */
async function writesOf({ connections }: PostgresDatabase): Promise<number> {
  const { rows } = await connections.readers.query<{ n: number }>(
    `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as n from pg_stat_user_tables where schemaname = 'public'`,
  )
  return rows[0]!.n
}
