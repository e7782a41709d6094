import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectPostgres, type PostgresDatabase } from '~/platform/postgres/open.server'
import { migratePostgres, postgresState } from '~/platform/postgres/migrate.server'
import { migrateDatabase, openDatabase, type Database } from '~/platform/db.server'
import { POSTGRES_MIGRATIONS } from '~/platform/upkeep/migrations-folder'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import { postgresSchema, sqliteSchema } from '~tests/support/postgres/schemas'
import type { LocalServer } from '../../scripts/postgres/local-server'

describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  let server: LocalServer
  let room: string
  const opened: PostgresDatabase[] = []

  const connect = async (name?: string) => {
    const database = await connectPostgres(server.urlOf(name ?? (await makeDatabase(server))))
    opened.push(database)
    return database
  }

  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-postgres-'))
    server = await startPostgres()
  })
  afterAll(async () => {
    await Promise.all(opened.map((one) => one.close()))
    await server?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  describe('its tables', () => {
    let sqlite: Database
    let postgres: PostgresDatabase

    beforeAll(async () => {
      sqlite = openDatabase(path.join(room, 'parity.sqlite'))
      migrateDatabase(sqlite)
      postgres = await connect()
      await migratePostgres(postgres)
    })
    afterAll(() => sqlite.close())

    it('are those of SQLite: columns, types, what may be empty, defaults, keys, indexes, checks', async () => {
      const embedded = sqliteSchema(sqlite.writer)
      expect(embedded.size).toBeGreaterThan(100)
      expect(Object.fromEntries(await postgresSchema(postgres.connections.readers))).toEqual(
        Object.fromEntries(embedded),
      )
    })

    it('refuse what is append-only in the words of SQLite', () => {
      const words = (text: string) => [
        ...new Set(text.match(/'[^']*(append-only|do not change|its hash|this anchor|for a year)'/g)),
      ]
      const folder = path.resolve('db/migrations')
      const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'))
      const embedded = files.flatMap((name) => words(fs.readFileSync(path.join(folder, name), 'utf8')))
      const own = words(fs.readFileSync(path.join(POSTGRES_MIGRATIONS, '0000_foundation.sql'), 'utf8'))
      expect(new Set(own)).toEqual(new Set(embedded))
    })

    it('keep what is append-only, by statement and as a whole', async () => {
      const run = (text: string) => postgres.connections.writers.query(text)
      await run(`insert into ledger_heads (day, seq, hash, published_at_ms) values ('2026-09-01', 1, 'a', 1)`)
      for (const text of [
        'update ledger_heads set seq = 2',
        'delete from ledger_heads',
        'truncate ledger_heads',
      ])
        await expect(run(text)).rejects.toThrow('the heads of the ledger are append-only')
    })

    it('are written by one connection only', async () => {
      await expect(postgres.connections.readers.query(`delete from communes`)).rejects.toThrow('read-only')
    })
  })

  describe('its migrations', () => {
    it('are applied once by nodes that start together', async () => {
      const name = await makeDatabase(server)
      const nodes = await Promise.all(Array.from({ length: 4 }, () => connect(name)))
      const done = await Promise.all(nodes.map((node) => migratePostgres(node)))
      expect(done.filter(({ applied }) => applied.length > 0)).toHaveLength(1)
      expect(await postgresState(nodes[0]!)).toMatchObject({ kind: 'current', pending: [], faults: [] })
    })

    it('leave nothing behind when one fails, and are all applied the next time', async () => {
      const database = await connect()
      const folder = path.join(room, 'failing')
      fs.cpSync(POSTGRES_MIGRATIONS, folder, { recursive: true })
      addMigration(folder, 'create table half (id text); select 1 / 0;')
      await expect(migratePostgres(database, folder)).rejects.toThrow('division by zero')
      expect(await postgresState(database)).toMatchObject({ kind: 'empty', applied: 0 })
      await migratePostgres(database)
      expect(await postgresState(database)).toMatchObject({ kind: 'current' })
    })

    it('are refused in the same words when a newer version wrote the database', async () => {
      const database = await connect()
      const folder = path.join(room, 'newer')
      fs.cpSync(POSTGRES_MIGRATIONS, folder, { recursive: true })
      addMigration(folder, 'create table of_tomorrow (id text);')
      await migratePostgres(database, folder)
      await expect(migratePostgres(database)).rejects.toThrow(
        /^The database \S+\/t_\w+ was written by a newer version of Gisement\. Install that version, or restore a backup made by this one; nothing was changed\.$/,
      )
    })
  })
})

function addMigration(folder: string, statements: string): void {
  const file = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(fs.readFileSync(file, 'utf8')) as { entries: object[] }
  const idx = journal.entries.length
  const tag = `${String(idx).padStart(4, '0')}_added`
  journal.entries.push({ idx, version: '7', when: 4_000_000_000_000, tag, breakpoints: true })
  fs.writeFileSync(file, JSON.stringify(journal))
  fs.writeFileSync(path.join(folder, `${tag}.sql`), statements)
}
