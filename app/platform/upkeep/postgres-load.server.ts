import { setTimeout as wait } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { askOver, connectionsTo, endConnections, type Ask } from '../postgres/connection.server'
import { connectionFault } from '../postgres/faults'
import { applyMigrations, stateIn } from '../postgres/migrate.server'
import { quoted, sequencesOf, tablesOf } from './filled-file.server'

/** Values of one statement at most: PostgreSQL counts them in 16 bits. */
const MOST_VALUES = 30_000
/** How long a connection that was closed may still be told of. */
const LEAVING_MS = 2000

export type LoadOrder = {
  url: string
  /** A database file of this version of the product. */
  file: Sqlite.Database
  /** Load over data that is there; it is kept aside under this name of a schema. Null refuses it. */
  aside: string | null
}

/**
 * Puts the rows of a database file into a PostgreSQL database, in one transaction: all of it is there afterwards, or
 * nothing changed. What was there becomes a schema of its own beside it.
 * @returns the schema in which the former data is kept; null when there was none
 * @throws Error with what to do when it holds data or a server uses it
 */
export async function loadPostgres({ url, file, aside }: LoadOrder): Promise<string | null> {
  const connections = connectionsTo(url)
  const { writers } = connections
  const client = await writers.connect().catch(async (error: unknown) => {
    await endConnections(connections)
    throw connectionFault(error, url)
  })
  try {
    await client.query('begin')
    const kept = await load(askOver(client), file, aside)
    await client.query('commit')
    return kept
  } finally {
    // What was not committed ends with its connection.
    client.release(true)
    await endConnections(connections)
  }
}

/** @throws Error when a server of this product is connected to the database: it would write into what is put aside */
export async function refuseInUse(url: string): Promise<void> {
  const connections = connectionsTo(url)
  const { writers } = connections
  try {
    await refuseOthers(askOver(writers))
  } catch (error) {
    throw 'code' in (error as object) ? connectionFault(error, url) : error
  } finally {
    await endConnections(connections)
  }
}

async function refuseOthers(ask: Ask): Promise<void> {
  const deadline = performance.now() + LEAVING_MS
  const others = async () => {
    // Within a transaction, what was seen first is told again.
    await ask('select pg_stat_clear_snapshot()')
    return ask(
      `select 1 from pg_stat_activity where datname = current_database() and application_name = 'gisement'
         and pid <> pg_backend_pid()`,
    )
  }
  while ((await others()).length > 0) {
    if (performance.now() > deadline)
      throw new Error('A process uses the database. Stop the server, then restore.')
    await wait(100)
  }
}

async function load(ask: Ask, file: Sqlite.Database, aside: string | null): Promise<string | null> {
  await refuseOthers(ask)
  const hadData = await isUsed(ask)
  if (hadData && aside === null)
    throw new Error(
      'The database is not empty. Name another one, or say --force: what is there is kept aside.',
    )
  if (hadData) {
    await ask(`alter schema public rename to ${quoted(aside!)}`)
    await ask('create schema public')
  }
  const { pending } = await stateIn(ask)
  await applyMigrations(ask, pending)
  await fill(ask, file)
  return hadData ? aside : null
}

/** Whether anybody's data is there: migrations and the reference data alone are none. */
async function isUsed(ask: Ask): Promise<boolean> {
  const [there] = await ask<{ tables: number; isKnown: number }>(
    `select (select count(*) from information_schema.tables where table_schema = 'public') as tables,
       to_regclass('public.users') is not null as "isKnown"`,
  )
  if (there!.tables === 0) return false
  if (there!.isKnown !== 1) return true
  return (
    (await ask('select 1 from public.organisations union all select 1 from public.users limit 1')).length > 0
  )
}

/** Rows as they are: the triggers of the product are away meanwhile, and references are checked at the end. */
async function fill(ask: Ask, file: Sqlite.Database): Promise<void> {
  const tables = tablesOf(file)
  for (const table of tables) await ask(`alter table ${quoted(table)} disable trigger user`)
  await ask('set constraints all deferred')
  for (const table of tables) await ask(`delete from ${quoted(table)}`)
  for (const table of tables) await copyTable(ask, file, table)
  await ask('set constraints all immediate')
  for (const table of tables) await ask(`alter table ${quoted(table)} enable trigger user`)
  for (const [name, seq] of Object.entries(sequencesOf(file)))
    await ask('update row_numbers set seq = $2 where name = $1', [name, seq])
  await ask('analyze')
}

async function copyTable(ask: Ask, file: Sqlite.Database, table: string): Promise<void> {
  const columns = file.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
  const most = Math.floor(MOST_VALUES / columns.length)
  let values: unknown[] = []
  const send = async () => {
    if (values.length === 0) return
    const places = Array.from({ length: values.length / columns.length }, (_, row) => {
      const own = columns.map((_name, at) => `$${row * columns.length + at + 1}`)
      return `(${own.join()})`
    })
    await ask(`insert into ${quoted(table)} (${columns.map(quoted).join()}) values ${places.join()}`, values)
    values = []
  }
  const read = file.prepare(
    `select ${columns.map(quoted).join()} from ${quoted(table)} ${orderOf(file, table)}`,
  )
  for (const row of read.raw().iterate() as Iterable<unknown[]>) {
    values.push(...row)
    if (values.length >= most * columns.length) await send()
  }
  await send()
}

/** Rows in the order in which they were written, which some tables are asked for. */
function orderOf(file: Sqlite.Database, table: string): string {
  const text = file.prepare(`select sql from sqlite_master where name = ?`).pluck().get(table) as string
  return /without rowid/i.test(text) ? '' : 'order by rowid'
}
