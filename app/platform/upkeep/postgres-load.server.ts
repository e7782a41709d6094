import { setTimeout as wait } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { askOver, connectionsTo, endConnections, type Ask } from '../postgres/connection.server'
import { connectionFault } from '../postgres/faults'
import { applyMigrations, stateIn } from '../postgres/migrate.server'
import { prepareSearch } from '../postgres/search-extensions.server'
import { rowsOfFile, sequencesOf } from './rows/file-rows.server'
import { quoted } from './rows/quoted-names'
import { continueNumbers, emptyTables, fillTables, type Through } from './rows/server-rows.server'
import { copiedTables } from './rows/table-catalogue.server'

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
    const kept = await load(client, file, aside)
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

async function load(client: Through, file: Sqlite.Database, aside: string | null): Promise<string | null> {
  const ask = askOver(client)
  await refuseOthers(ask)
  const hadData = await isUsed(ask)
  if (hadData && aside === null)
    throw new Error(
      'The database is not empty. Name another one, or say --force: what is there is kept aside.',
    )
  if (hadData) {
    await ask(`alter schema public rename to ${quoted(aside!)}`)
    await ask('create schema public')
    await keepExtensions(ask, aside!)
  }
  const { pending } = await stateIn(ask)
  await applyMigrations(ask, pending)
  await prepareSearch(ask)
  await fill(client, file)
  return hadData ? aside : null
}

/** What is no data of the product stays where it is: whoever removes the former schema must not take it away. */
async function keepExtensions(ask: Ask, aside: string): Promise<void> {
  const rows = await ask<{ name: string }>(
    `select extname as name from pg_extension where extrelocatable and extnamespace = $1::regnamespace`,
    [quoted(aside)],
  )
  for (const { name } of rows) await ask(`alter extension ${quoted(name)} set schema public`)
}

/** Whether anybody's data is there: migrations and the reference data alone are none. */
async function isUsed(ask: Ask): Promise<boolean> {
  const [there] = await ask<{ tables: number; isKnown: number }>(
    `select (select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')) as tables,
       to_regclass('public.users') is not null as "isKnown"`,
  )
  if (there!.tables === 0) return false
  if (there!.isKnown !== 1) return true
  return (
    (await ask('select 1 from public.organisations union all select 1 from public.users limit 1')).length > 0
  )
}

/** Rows as they are, in place of those that the migrations wrote. */
async function fill(client: Through, file: Sqlite.Database): Promise<void> {
  const tables = await copiedTables(client)
  await emptyTables(client, tables)
  await fillTables(client, tables, (table) => rowsOfFile(file, table))
  await continueNumbers(client, sequencesOf(file))
  await client.query('analyze')
}
