import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { migrateDatabase, openDatabase, openPostgres, type Database } from '~/platform/db.server'
import { env, readEnv, setEnv } from '~/platform/env.server'
import { runnerOver, type Connections } from '~/platform/postgres/connection.server'
import type { PostgresDatabase } from '~/platform/postgres/open.server'
import { postgresDb } from '~/platform/postgres/session'
import {
  dropDatabase,
  makeDatabase,
  nameIn,
  renameDatabase,
  urlOf,
  type PostgresRun,
} from './postgres/server'
import { SyncWriter } from './postgres/sync-writer'
import { untoldWrites, watchWrites } from './untold-writes'

/** Whether the tests of this run work on PostgreSQL. */
export const isOnPostgres = process.env.TEST_POSTGRES !== undefined

export type TestSetup = {
  /** The open database. Its `file` is an address on PostgreSQL: whoever opens it again does so by `openAddress`. */
  database: Database
  /** The temporary data folder: database, photos and mails. */
  dir: string
  /** Closes the database and removes the folder. */
  cleanup: () => void
}

/**
 * Opens a database of its own for a test file, migrated and with the 130 communes, in a temporary data folder that
 * becomes this process's environment. The file is a copy of a base made once per version of the migrations, or of what
 * another test kept.
 */
export async function setupDatabase(from?: Kept): Promise<TestSetup> {
  if (process.env.TEST_POSTGRES !== undefined) return setupPostgres(process.env.TEST_POSTGRES, from)
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-test-'))
  const file = path.join(dir, 'gisement.sqlite')
  if (from) fs.cpSync(from.dir, dir, { recursive: true })
  else fs.copyFileSync(await baseFile(), file)
  setEnv(testEnv(dir))
  const database = openDatabase(file)
  watchWrites(database)
  return {
    database,
    dir,
    cleanup: () => {
      const untold = untoldWrites(database)
      database.close()
      fs.rmSync(dir, { recursive: true, force: true })
      if (untold.length > 0) throw new Error(`Written without a row of «changes»: ${untold.join(', ')}`)
    },
  }
}

/** A copy of the base of this run, with a writer that answers at once: in a run on PostgreSQL (`npm run test:postgres`). */
async function setupPostgres(run: string, from?: Kept): Promise<TestSetup> {
  const server = JSON.parse(run) as PostgresRun
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-test-'))
  if (from) fs.cpSync(from.dir, dir, { recursive: true })
  const name = await makeDatabase(server, from?.database ?? server.base)
  const url = urlOf(server, name)
  // Processes that the test starts: many of them wait for one another here, which they would all tell.
  process.env.LOG_LEVEL ??= 'silent'
  setEnv(testEnv(dir, { DATABASE_URL: url }))
  const database = await openTested(url)
  return {
    database,
    dir,
    cleanup: () => {
      database.close()
      dropDatabase(server, name)
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The parts of a database that tests use, answered by PostgreSQL; `file` is its address. */
async function openTested(url: string): Promise<Database> {
  const open = await openPostgres(url)
  const writer = new SyncWriter(url)
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    writer.close()
    void open.close()
  }
  const write = postgresDb(runnerOver(open.connections.writers))
  return { ...open, file: url, writer, write, close } as unknown as Database
}

/** A data folder and, on PostgreSQL, a database that others are copies of. */
export type Kept = { dir: string; database: string }

/** Puts what a test made where others of this run copy it from; the test's own setup ends with it. */
export function keepFor({ database, dir, cleanup }: TestSetup, { dir: kept, database: name }: Kept): void {
  database.close()
  if (process.env.TEST_POSTGRES !== undefined)
    renameDatabase(JSON.parse(process.env.TEST_POSTGRES) as PostgresRun, nameIn(database.file), name)
  fs.cpSync(dir, kept, { recursive: true })
  cleanup()
}

/** Closes the database of a test and opens it again, as a process that starts does: nothing of it is in memory. */
export async function reopen(setup: TestSetup): Promise<void> {
  const { file } = setup.database
  setup.database.close()
  setup.database = isOnPostgres ? await openTested(file) : openDatabase(file)
}

/** Opens the database that the environment names and makes it this process's, with the writer that tests use. */
export function openNamed(): Promise<Database> {
  const { databaseUrl, databaseFile } = env()
  return databaseUrl === null ? Promise.resolve(openDatabase(databaseFile)) : openTested(databaseUrl)
}

/**
 * A copy of the database of a test as it is now; its address, as `Database.file` is one. PostgreSQL copies what nobody is
 * connected to: there, the test's own is opened anew.
 */
export async function copyOf(setup: TestSetup): Promise<{ address: string; remove: () => void }> {
  const { file } = setup.database
  if (process.env.TEST_POSTGRES !== undefined) {
    const server = JSON.parse(process.env.TEST_POSTGRES) as PostgresRun
    setup.database.close()
    const name = await makeDatabase(server, nameIn(file))
    await reopen(setup)
    return { address: urlOf(server, name), remove: () => dropDatabase(server, name) }
  }
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-copy-'))
  const address = path.join(dir, 'gisement.sqlite')
  setup.database.writer.prepare('vacuum into ?').run(address)
  return { address, remove: () => fs.rmSync(dir, { recursive: true, force: true }) }
}

/**
 * What the environment says of another, empty database: nothing on SQLite, where it is a file of the data folder. On
 * PostgreSQL the database is made, and goes with the run.
 */
export async function emptyDatabase(): Promise<{ DATABASE_URL?: string }> {
  if (process.env.TEST_POSTGRES === undefined) return {}
  const server = JSON.parse(process.env.TEST_POSTGRES) as PostgresRun
  return { DATABASE_URL: urlOf(server, await makeDatabase(server)) }
}

/** A connection of its own to the database of a test, past the product, as another process has it. */
export function connectionTo(file: string): Sqlite.Database {
  return isOnPostgres ? (new SyncWriter(file) as unknown as Sqlite.Database) : new Sqlite(file)
}

/**
 * Sees to it that all that the database holds stands in files of the data folder, where a text can be looked for: SQLite's
 * log goes into its file, and PostgreSQL's rows are written out beside what else is kept.
 */
export function layOpen({ database: { writer }, dir }: TestSetup): void {
  if (!isOnPostgres) return void writer.pragma('wal_checkpoint(TRUNCATE)')
  const tables = writer
    .prepare(`select name from sqlite_master where type = 'table'`)
    .pluck()
    .all() as string[]
  const rows = tables.flatMap((name) => writer.prepare(`select t::text from "${name}" t`).pluck().all())
  fs.writeFileSync(path.join(dir, 'rows.txt'), rows.join('\n'))
}

/** The connections of a database that PostgreSQL answers. */
export function poolsOf(database: object): Connections {
  return (database as PostgresDatabase).connections
}

/** Whether what commands commit waits for the disk, on the connection that they write by. */
export async function waitsForDisk(database: Database): Promise<boolean> {
  if (!isOnPostgres) return database.writer.pragma('synchronous', { simple: true }) === 2
  const asked = await poolsOf(database).writers.query<{ said: string }>(
    `select current_setting('synchronous_commit') as said`,
  )
  return asked.rows[0]?.said === 'on'
}

/** How many rows commands have written so far, by what each engine counts itself. */
export async function rowsEverWritten(database: Database): Promise<number> {
  const ask = (text: string) => database.writer.prepare(text).pluck().get() as number
  if (!isOnPostgres) return ask('select total_changes()')
  await poolsOf(database).writers.query('select pg_stat_force_next_flush()')
  return ask('select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables')
}

/** Whether a command is writing at this moment. */
export function isWriting({ writer }: Database): boolean {
  if (!isOnPostgres) return writer.inTransaction
  const locks = `select count(*) from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`
  return writer.prepare(locks).pluck().get() !== 0
}

function testEnv(dir: string, more: Record<string, string> = {}) {
  return readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent', ...more })
}

/** The base file of these migrations and communes; complete or absent, whoever else is making it. */
async function baseFile(): Promise<string> {
  const base = path.join(os.tmpdir(), `gisement-base-${schemaHash()}.sqlite`)
  if (fs.existsSync(base)) return base
  const making = `${base}.${randomUUID()}`
  const database = openDatabase(making)
  try {
    migrateDatabase(database)
    await loadReferenceCommunes()
  } finally {
    database.close()
  }
  fs.renameSync(making, base)
  return base
}

function schemaHash(): string {
  const folder = path.resolve('db/migrations')
  const sources = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => path.join(folder, name))
  const hash = createHash('sha256')
  for (const source of [...sources, path.resolve('db/reference/communes.json')]) {
    hash.update(fs.readFileSync(source))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Tells the caches of rows that a test wrote past the commands: of every lot, need and organisation. */
export function noteRawWrites({ writer }: Database): void {
  writer.exec(`insert into changes (entity, entity_id, at_ms) select 'lot', id, 0 from lots
    union all select 'need', id, 0 from needs union all select 'organisation', id, 0 from organisations`)
}
