import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { POSTGRES_MIGRATIONS, MIGRATIONS } from './migrations-folder'
import { stateIn } from '../postgres/migrate.server'
import type { Asked } from '../postgres/open.server'
import { syncPath } from './files.server'
import type { Look } from './look'
import type { NamedFile, RowFiles } from './row-files.server'
import { fillFile, putIntoFile } from './rows/file-rows.server'
import { quoted } from './rows/quoted-names'
import { numbersOf, rowsOfServer } from './rows/server-rows.server'
import { copiedTables } from './rows/table-catalogue.server'

/** What is wrong with a database that PostgreSQL itself can tell, and what commands want to know of it. */
export async function lookAtPostgres({ ask }: Asked, sources: readonly RowFiles[]): Promise<Look> {
  const state = await stateIn(ask, POSTGRES_MIGRATIONS)
  const sizes = await ask<{ bytes: number }>('select pg_database_size(current_database()) as bytes')
  const named: NamedFile[] = []
  for (const source of sources) named.push(...(await namedFilesOf(ask, source)))
  return { faults: await faultsOf(ask), state, named, bytes: sizes[0]!.bytes }
}

type Ask = Asked['ask']

/** Whatever was switched off or broke off, and rows that lead nowhere: at most twenty of each. */
async function faultsOf(ask: Ask): Promise<string[]> {
  const rows = await ask<{ said: string }>(
    `select format('the index %s is not valid: reindex it', indexrelid::regclass) as said
       from pg_index where not indisvalid and indrelid::regclass::text not like 'pg_%'
     union all
     select format('%s of %s was not held against its rows', conname, conrelid::regclass)
       from pg_constraint where not convalidated and connamespace = 'public'::regnamespace
     union all
     select format('the trigger %s of %s is switched off', tgname, tgrelid::regclass)
       from pg_trigger join pg_class on pg_class.oid = tgrelid
       where tgenabled = 'D' and relnamespace = 'public'::regnamespace
     union all
     select format('%s pages are not what was written (checksum)', checksum_failures)
       from pg_stat_database where datname = current_database() and checksum_failures > 0
     limit 20`,
  )
  return [...rows.map(({ said }) => said), ...(await lostRows(ask))]
}

/**
 * Rows whose references lead to no row. The server checks each commit, and nothing of what is written past its checks:
 * by a replica, by whoever switched them off, on a broken disk. It writes the statements itself, of its own names.
 */
async function lostRows(ask: Ask): Promise<string[]> {
  const statements = await ask<{ statement: string }>(
    `select format(
       'select format(''row %%s of %%s has no %%s'', c.ctid, %L, %L) as said from %s c
        where %s and not exists (select 1 from %s p where %s) limit 20',
       child.relname, parent.relname, k.conrelid::regclass,
       string_agg(format('c.%I is not null', here.attname), ' and '), k.confrelid::regclass,
       string_agg(format('p.%I = c.%I', there.attname, here.attname), ' and ')) as statement
     from pg_constraint k
       join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
       cross join lateral unnest(k.conkey, k.confkey) as pair (here, there)
       join pg_attribute here on here.attrelid = k.conrelid and here.attnum = pair.here
       join pg_attribute there on there.attrelid = k.confrelid and there.attnum = pair.there
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace
     group by k.oid, k.conrelid, k.confrelid, child.relname, parent.relname order by child.relname, k.oid`,
  )
  const found: string[] = []
  for (const { statement } of statements)
    found.push(...(await ask<{ said: string }>(statement)).map(({ said }) => said))
  return found.slice(0, 20)
}

async function namedFilesOf(
  ask: Ask,
  { store, table, columns, filesOf }: RowFiles,
): Promise<readonly NamedFile[]> {
  const known = await columnsOf(ask, table)
  if (!known.includes('storage_key')) return []
  const read = columns.filter((column) => known.includes(column))
  const rows = await ask<Record<string, unknown>>(
    `select ${read.map(quoted).join()} from ${quoted(table)} where storage_key is not null`,
  )
  return rows.flatMap((row) =>
    filesOf(row).map(({ key, ...more }) => ({ path: `${store}/${key}`, table, ...more })),
  )
}

/** The columns of a table; none where there is no such table. */
async function columnsOf(ask: Ask, table: string): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/**
 * Writes the rows of a PostgreSQL database, as they are at one instant, into a new database file of the same version:
 * what backups and exports are made of is the same on both engines.
 * @throws Error when the versions of program and database differ
 */
export async function snapshotPostgres({ ask, through, name }: Asked, target: string): Promise<void> {
  const { kind } = await stateIn(ask, POSTGRES_MIGRATIONS)
  if (kind !== 'current')
    throw new Error(`${name} is not of this version of the product (${kind}): gisement migrate, then again.`)
  const connection = new Sqlite(target)
  try {
    // Nobody reads it before it is whole: it is written without waiting for the disk, and synced at the end.
    connection.pragma('journal_mode = MEMORY')
    connection.pragma('synchronous = OFF')
    migrate(drizzle(connection), { migrationsFolder: MIGRATIONS })
    const tables = await copiedTables(through)
    await fillFile(connection, await numbersOf(through), async () => {
      for (const table of tables)
        for await (const rows of rowsOfServer(through, table)) putIntoFile(connection, table, rows)
    })
    connection.pragma('journal_mode = WAL')
  } finally {
    connection.close()
  }
  await syncPath(target)
}
