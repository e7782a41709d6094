import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Db } from './db-type'
import { keepingStatements } from './kept-statements.server'
import { watchStatements } from './slow-queries.server'
import type { DatabasePlace } from './database-place'
import { connectMoment, connectPostgres, type PostgresDatabase } from './postgres/open.server'
import { refuseHalfCopied } from './upkeep/copy/half-copied.server'
import { MIGRATIONS } from './upkeep/migrations-folder'
import { refuseNewer } from './upkeep/schema-state.server'

export type { Db }

/** The embedded database, a file of this machine. */
export type Database = {
  engine: 'sqlite'
  file: string
  /** Where another thread finds it. */
  place: { file: string }
  writer: Sqlite.Database
  write: Db
  read: Db
  /** How often each counted table was written, as the reader sees it. */
  tableVersions: () => ReadonlyMap<string, number>
  close: () => void
}

/** This process's database: the embedded one, or one that several nodes share. */
export type AnyDatabase = Database | PostgresDatabase

/** WAL frames could be lost on reset before this version. */
const OLDEST_SQLITE = [3, 51, 3] as const

/** Kept on the process, not in the module: live reload in development makes a new module, not a new database. */
const holder = globalThis as { gisementDatabase?: AnyDatabase | null }

/**
 * Opens the database with one writer and one read-only reader, and makes them this process's database.
 * Writes are durable when acknowledged: `synchronous=FULL` syncs the WAL at each commit.
 * @throws Error when SQLite is too old or the pragma did not take
 */
export function openDatabase(file: string): Database {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const writer = new Sqlite(file)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  // What is deleted or replaced is overwritten with zeros, so that erased people are not left in free space.
  writer.pragma('secure_delete = ON')
  // Waiting for another process's lock is done asynchronously by `withTx`, not inside SQLite.
  writer.pragma('busy_timeout = 0')
  assertVersion(writer)
  watchStatements(writer)
  if (writer.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite refused synchronous=FULL')
  const reader = openReader(file)
  return hold({
    engine: 'sqlite',
    file,
    place: { file },
    writer,
    write: drizzleOver(writer),
    read: drizzleOver(reader),
    tableVersions: versionsReadBy(reader),
    close: () => {
      reader.close()
      if (writer.open) takeInLog(writer)
      writer.close()
    },
  })
}

/** Opens a database wherever it is, and makes it this process's, or this thread's. @throws Error as its engine's does */
export async function openPlace(place: DatabasePlace): Promise<AnyDatabase> {
  return 'url' in place ? openPostgres(place.url) : openDatabase(place.file)
}

/**
 * Opens the database for a thread of its own that only reads: until it is closed, everything that is read is of the one
 * moment of the first statement, whatever is written meanwhile. What is replaced meanwhile is kept until then, so read
 * and close.
 */
export async function openMoment(place: DatabasePlace): Promise<AnyDatabase> {
  return 'url' in place ? holdShared(await connectMoment(place.url)) : openFileMoment(place.file)
}

function openFileMoment(file: string): Database {
  const reader = openReader(file)
  reader.exec('BEGIN')
  const read = drizzleOver(reader)
  return hold({
    engine: 'sqlite',
    file,
    place: { file },
    writer: reader,
    write: read,
    read,
    tableVersions: versionsReadBy(reader),
    close: () => reader.close(),
  })
}

function openReader(file: string): Sqlite.Database {
  const reader = new Sqlite(file)
  reader.pragma('foreign_keys = ON')
  reader.pragma('busy_timeout = 2000')
  reader.pragma('query_only = ON')
  // 64 MB of pages: with SQLite's usual 2 MB, a search reads most of them from the system again.
  reader.pragma('cache_size = -65536')
  return reader
}

function versionsReadBy(reader: Sqlite.Database): Database['tableVersions'] {
  let versions: Sqlite.Statement<[], [string, number]> | undefined
  return () => {
    versions ??= reader.prepare<[], [string, number]>('select name, version from table_versions').raw()
    return new Map(versions.all())
  }
}

/** Makes it the database of this process, or of this thread, until it is closed. */
function hold(open: Database): Database {
  const database: Database = {
    ...open,
    close: () => {
      open.close()
      if (holder.gisementDatabase === database) holder.gisementDatabase = null
    },
  }
  holder.gisementDatabase = database
  return database
}

/** What answers at once may be waited for as well: to `await`, a value and the promise of one are the same. */
function drizzleOver(connection: Sqlite.Database): Db {
  return drizzle(keepingStatements(connection)) as unknown as Db
}

/**
 * Connects to PostgreSQL and makes it this process's database.
 * @throws Error when the server cannot be reached, is too old or does not keep what it acknowledges, or holds part of a copy
 */
export async function openPostgres(url: string): Promise<PostgresDatabase> {
  const connected = await connectPostgres(url)
  try {
    await refuseHalfCopied(connected.connections, connected.name)
  } catch (error) {
    await connected.close()
    throw error
  }
  return holdShared(connected)
}

function holdShared(open: PostgresDatabase): PostgresDatabase {
  const database: PostgresDatabase = {
    ...open,
    close: async () => {
      await open.close()
      if (holder.gisementDatabase === database) holder.gisementDatabase = null
    },
  }
  holder.gisementDatabase = database
  return database
}

/** On a full disk the log stays beside the database, whole, and is taken in when there is room again. */
function takeInLog(writer: Sqlite.Database): void {
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError && error.code === 'SQLITE_FULL')) throw error
  }
}

/** This process's open database. @throws Error before `openDatabase` */
export function database(): AnyDatabase {
  if (!holder.gisementDatabase) throw new Error('The database is not open yet')
  return holder.gisementDatabase
}

/** Whether the database answers. */
export async function isDatabaseReached(): Promise<boolean> {
  const rows = await reader().all<{ one: number }>(sql`select 1 as one`)
  return rows[0]?.one === 1
}

/**
 * Empties the write-ahead log into the database, so that it holds nothing of what was replaced. Says whether it could:
 * not while somebody reads an older state.
 */
export function emptyWriteAheadLog(): boolean {
  const open = database()
  // PostgreSQL's log is its operator's: `wal_level` and archives say how long it holds what was replaced.
  if (open.engine === 'postgres') return true
  const [state] = open.writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return state?.busy === 0
}

/** Read-only access for queries. It never sees a transaction before its commit. */
export function reader(): Db {
  return database().read
}

/**
 * Applies the migrations that are missing; safe to call at every start.
 * @throws Error when a newer version of the product wrote the database
 */
export function migrateDatabase(open: Database, folder = MIGRATIONS): void {
  open.writer.pragma('busy_timeout = 10000')
  refuseNewer(open.writer, folder)
  try {
    migrate(drizzle(open.writer), { migrationsFolder: folder })
  } finally {
    open.writer.pragma('busy_timeout = 0')
  }
}

function assertVersion(connection: Sqlite.Database): void {
  const version = connection.prepare('select sqlite_version() as v').pluck().get() as string
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least)
      throw new Error(`SQLite ${version} is too old: ${OLDEST_SQLITE.join('.')} or newer is needed`)
  }
}
