import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Database } from '~/platform/db.server'
import { isOnPostgres, poolsOf } from '~tests/support/database'

/** What the transactions of commands become inside a trial. */
const NESTED: Record<string, string> = {
  'BEGIN IMMEDIATE': 'SAVEPOINT act',
  COMMIT: 'RELEASE act',
  ROLLBACK: 'ROLLBACK TO act; RELEASE act',
}

/** The connection of the trial that is going on, on PostgreSQL. */
let held: PoolClient | null = null

/**
 * Runs acts whose every write is taken back afterwards, so that each starts from the same rows. Reads that an act makes
 * after its own transaction see what was there before it.
 */
export async function inTrial<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (isOnPostgres) return inTrialOnPostgres(database, work)
  const { writer } = database
  noteWrittenTables(database)
  const exec = writer.exec.bind(writer)
  exec('BEGIN IMMEDIATE')
  writer.exec = (source) => exec(NESTED[source] ?? source)
  try {
    return await work()
  } finally {
    writer.exec = exec
    exec('ROLLBACK')
  }
}

async function inTrialOnPostgres<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const { writers, alone } = poolsOf(database)
  const client = await writers.connect()
  await client.query('begin')
  held = client
  writers.connect = () => Promise.resolve(nested(client))
  // What needs no other statement to hold, such as a counted try, is taken back as well.
  alone.query = client.query.bind(client)
  try {
    return await work()
  } finally {
    delete (writers as Partial<typeof writers>).connect
    delete (alone as Partial<typeof alone>).query
    held = null
    await client.query('rollback')
    client.release()
  }
}

/** A connection whose transactions are parts of the one that is open on it. */
function nested(client: PoolClient): PoolClient {
  const query = async (asked: unknown, values?: unknown[]) => {
    if (asked === 'commit') {
      try {
        await client.query('release act')
        return { command: 'COMMIT' }
      } catch {
        await client.query('rollback to act; release act')
        return { command: 'ROLLBACK' }
      }
    }
    if (asked === 'rollback') return client.query('rollback to act; release act')
    const isBegin = typeof asked === 'string' && asked.startsWith('begin;')
    return client.query(isBegin ? asked.replace('begin;', 'savepoint act;') : (asked as string), values)
  }
  return { query, release: () => undefined } as unknown as PoolClient
}

/** Rows of a query as lists, as the writer sees them: inside a trial, with what was written in it. */
export async function writerRows({ writer, ...database }: Database, text: string): Promise<unknown[][]> {
  if (!isOnPostgres) return writer.prepare(text).raw().all() as unknown[][]
  const through = held ?? poolsOf(database).writers
  return (await through.query<unknown[]>({ text, rowMode: 'array' })).rows
}

/** The names of all tables. */
export function tableNames({ writer }: Database): string[] {
  return writer
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
}

/** The writers whose tables are followed. */
const followed = new WeakSet<object>()

/** Has each trial on this writer note which tables it writes; the notes are taken back with it. */
function noteWrittenTables(database: Database): void {
  const { writer } = database
  if (followed.has(writer)) return
  followed.add(writer)
  writer.exec('create temp table written_tables (name text primary key)')
  for (const [index, name] of tableNames(database).entries()) {
    for (const act of ['insert', 'update', 'delete']) {
      writer.exec(
        `create temp trigger written_${act}_${index} after ${act} on main."${name}"
         begin insert or ignore into written_tables values ('${name}'); end`,
      )
    }
  }
}

export type Fingerprint = Readonly<Record<string, string>>

/** How many rows each table has, and a hash of them, as the writer sees them. */
export async function fingerprint(
  database: Database,
  tables: readonly string[] = tableNames(database),
): Promise<Fingerprint> {
  const marks: [string, string][] = []
  for (const name of tables) {
    const rows = (await writerRows(database, `select * from "${name}"`)).map((row) => JSON.stringify(row))
    const hash = createHash('sha256').update(rows.sort().join('\n'))
    marks.push([name, `${rows.length} ${hash.digest('hex').slice(0, 16)}`])
  }
  return Object.fromEntries(marks)
}

/** The tables whose rows differ, inside a trial, from those at its start; only what it wrote is looked at. */
export async function tablesChanged(database: Database, start: Fingerprint): Promise<string[]> {
  const noted = isOnPostgres
    ? `select relname from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`
    : 'select name from written_tables'
  const written = (await writerRows(database, noted)).map(([name]) => name as string)
  const names = written.filter((name) => name in start).sort()
  const now = await fingerprint(database, names)
  return names.filter((name) => now[name] !== start[name])
}

/** The tables whose rows differ. */
export function tablesThatDiffer(before: Fingerprint, after: Fingerprint): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  )
}

/** How many rows were written so far in this trial; stands still while nothing is written, even in vain. */
export async function rowsWritten(database: Database): Promise<number> {
  const written = isOnPostgres
    ? 'select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_xact_user_tables'
    : 'select total_changes()'
  const [row] = await writerRows(database, written)
  return row![0] as number
}
