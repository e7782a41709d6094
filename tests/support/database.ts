import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { migrateDatabase, openDatabase, openPostgres, type Database } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { makeDatabase } from './postgres/server'
import { SyncWriter } from './postgres/sync-writer'
import { untoldWrites, watchWrites } from './untold-writes'

export type TestSetup = {
  database: Database
  /** The temporary data folder: database, photos and mails. */
  dir: string
  /** Closes the database and removes the folder. */
  cleanup: () => void
}

/**
 * Opens a database of its own for a test file, migrated and with the 130 communes, in a temporary data folder that
 * becomes this process's environment. The file is a copy of a base made once per version of the migrations.
 */
export async function setupDatabase(): Promise<TestSetup> {
  if (process.env.TEST_POSTGRES !== undefined) return setupPostgres(process.env.TEST_POSTGRES)
  const base = await baseFile()
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-test-'))
  setEnv(testEnv(dir))
  const file = path.join(dir, 'gisement.sqlite')
  fs.copyFileSync(base, file)
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
async function setupPostgres(run: string): Promise<TestSetup> {
  const { host, user, base } = JSON.parse(run) as { host: string; user: string; base: string }
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-test-'))
  setEnv(testEnv(dir))
  const name = await makeDatabase({ host, user }, base)
  const url = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`
  const open = await openPostgres(url)
  const writer = new SyncWriter(url)
  return {
    // The parts of it that tests use are there; those of the file alone are not.
    database: Object.assign(open, { writer }) as unknown as Database,
    dir,
    cleanup: () => {
      writer.close()
      void open.close()
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}

function testEnv(dir: string) {
  return readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' })
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
