import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase, openDatabase, openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres, postgresState } from '~/platform/postgres/migrate.server'
import { connectPostgres, type PostgresDatabase } from '~/platform/postgres/open.server'
import { BEGUN } from '~/platform/upkeep/copy/half-copied.server'
import { postgresTarget } from '~/platform/upkeep/copy/postgres-side.server'
import { sqliteSource } from '~/platform/upkeep/copy/sqlite-side.server'
import { POSTGRES_MIGRATIONS } from '~/platform/upkeep/migrations-folder'
import { inFillingOrder, type CopiedTable } from '~/platform/upkeep/rows/copied-tables'
import { dropTriggers, triggersOf } from '~/platform/upkeep/rows/file-rows.server'
import { emptyTables, fillTables } from '~/platform/upkeep/rows/server-rows.server'
import { copiedTables } from '~/platform/upkeep/rows/table-catalogue.server'
import { fillEveryTable, tablesOf } from '~tests/support/any-rows'
import { gisement } from '~tests/support/cli'
import { askAt } from '~tests/support/postgres/ask-at'
import { startRelay, type Relay } from '~tests/support/postgres/relay'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

/** The last migration of PostgreSQL before the tables of webhooks. */
const EARLIER = 1
/** What is only waited for, and never comes, fails by then. */
const SETTLES_MS = 40_000

let server: LocalServer
let relay: Relay
let room: string
let file: string
let url: string
/** The same database over a line that can be broken. */
let breakable: string

/** A database of this version with rows in every table, whose truths are 1 or 0. */
function makeSource(tables: readonly CopiedTable[]): void {
  const open = openDatabase(file)
  migrateDatabase(open)
  open.close()
  const connection = new Sqlite(file)
  fillEveryTable(connection)
  const triggers = triggersOf(connection)
  dropTriggers(connection)
  for (const { name, columns } of tables)
    for (const column of columns.filter(({ type }) => type === 'bool'))
      connection.exec(`update "${name}" set "${column.name}" = "${column.name}" % 2`)
  for (const { sql } of triggers) connection.exec(sql)
  connection.close()
}

/** How many rows each table has, of those that the source has. */
async function rowsAt(at: string): Promise<Record<string, number>> {
  const connection = new Sqlite(file, { readonly: true })
  const counts: Record<string, number> = {}
  for (const table of tablesOf(connection)) {
    const [counted] = await askAt<{ n: string }>(at, `select count(*) as n from "${table}"`)
    counts[table] = Number(counted!.n)
  }
  connection.close()
  return counts
}

function rowsInSource(): Record<string, number> {
  const connection = new Sqlite(file, { readonly: true })
  const counts = tablesOf(connection).map((table) => [
    table,
    connection.prepare(`select count(*) from "${table}"`).pluck().get(),
  ])
  connection.close()
  return Object.fromEntries(counts) as Record<string, number>
}

/** The migrations of PostgreSQL up to a number, as a version of then had them. */
function migrationsUntil(last: number): string {
  const folder = path.join(room, 'earlier')
  fs.cpSync(POSTGRES_MIGRATIONS, folder, { recursive: true })
  const journalFile = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(fs.readFileSync(journalFile, 'utf8')) as { entries: { idx: number }[] }
  const entries = journal.entries.filter(({ idx }) => idx <= last)
  fs.writeFileSync(journalFile, JSON.stringify({ ...journal, entries }))
  return folder
}

async function withConnected<T>(work: (open: PostgresDatabase) => Promise<T>): Promise<T> {
  const open = await connectPostgres(url)
  return work(open).finally(() => open.close())
}

const mark = () => askAt(url, `create table ${BEGUN} (begun_at timestamptz not null default now())`)
const copyTo = (to: string, ...more: string[]) => gisement('copy', '--from', 'sqlite:', '--to', to, ...more)

/** A copy that an earlier version began: every table that it knew is filled. */
async function beginEarlier(): Promise<void> {
  await withConnected(async (open) => {
    await migratePostgres(open, migrationsUntil(EARLIER))
    await mark()
    const source = sqliteSource(file)
    const client = await open.connections.writers.connect()
    try {
      const tables = inFillingOrder(await copiedTables(client)).flat()
      await client.query('begin')
      await emptyTables(client, [...tables].reverse())
      await fillTables(client, tables, (table) => source.read(table))
      await client.query('commit')
    } finally {
      client.release(true)
      await source.close()
    }
  })
}

describe.skipIf(!hasPostgres)('a copy that is broken off', () => {
  beforeAll(async () => {
    server = await startPostgres()
    relay = await startRelay(server)
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-interrupted-'))
    file = path.join(room, 'gisement.sqlite')
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    url = server.urlOf(await makeDatabase(server))
    makeSource(
      await withConnected(async (open) => {
        await migratePostgres(open)
        return copiedTables(open.connections.readers)
      }),
    )
  })
  beforeEach(async () => {
    const name = await makeDatabase(server)
    url = server.urlOf(name)
    breakable = `postgres://${server.user}@127.0.0.1:${relay.port}/${name}`
    relay.cutsAt = null
  })
  afterAll(async () => {
    await relay?.close()
    await server?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  describe('by a server that leaves', () => {
    it(
      'fails while what it fills is compared, and goes on the next time',
      async () => {
        relay.cutsAt = ['declare copied']
        const { exit, err } = await copyTo(breakable)
        expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining('terminated') as string })
        relay.cutsAt = null
        expect(await copyTo(breakable)).toMatchObject({ exit: 0, err: '' })
        expect(await rowsAt(url)).toEqual(rowsInSource())
      },
      SETTLES_MS,
    )

    it(
      'fails while it is read, and goes on the next time',
      async () => {
        expect((await copyTo(url)).exit).toBe(0)
        const back = ['copy', '--from', breakable, '--to', `sqlite:${path.join(room, 'back.sqlite')}`]
        relay.cutsAt = ['fetch', 'fetch', 'fetch']
        const { exit, err } = await gisement(...back)
        expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining('terminated') as string })
        relay.cutsAt = null
        expect(await gisement(...back)).toMatchObject({ exit: 0, err: '' })
      },
      SETTLES_MS,
    )

    it('has not succeeded where nothing ever answers', async () => {
      const silent = `import { createRequire } from 'node:module'
        createRequire(${JSON.stringify(`${process.cwd()}/`)})('pg').Pool.prototype.end = () => new Promise(() => {})`
      const preload = `data:text/javascript,${encodeURIComponent(silent)}`
      const command = ['copy', '--from', 'sqlite:', '--to', 'postgres://nobody@127.0.0.1:1/none']
      const child = spawn(
        process.execPath,
        ['--import', preload, '--import', 'tsx', 'app/cli/main.ts', ...command],
        {
          env: { ...process.env, DATA_DIR: room, NODE_ENV: 'development' },
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      )
      const ended = once(child, 'exit') as Promise<[number | null]>
      const [said, [exit]] = await Promise.all([textOf(child.stderr), ended])
      expect({ said, exit }).toEqual({ said: '', exit: 1 })
    })
  })

  describe('and gone on with by another version', () => {
    it('is brought up to this version first: every table is the same, those that it adds too', async () => {
      await beginEarlier()
      expect(await askAt(url, `select to_regclass('public.webhooks') as there`)).toEqual([{ there: null }])
      const { exit, out, err } = await copyTo(url, '--json')
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      const { tables } = JSON.parse(out) as { tables: { table: string; rows: number; isKept: boolean }[] }
      const expected = rowsInSource()
      expect(expected).toMatchObject({ webhooks: 2, webhook_deliveries: 2 })
      expect(Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))).toEqual(expected)
      expect(tables.find(({ table }) => table === 'users')!.isKept).toBe(true)
      expect(await rowsAt(url)).toEqual(expected)
      await (await openPostgres(url)).close()
      expect(await withConnected(postgresState)).toMatchObject({ kind: 'current' })
    })

    it('stays half copied when it is brought up to this version and no further', async () => {
      await beginEarlier()
      await (await postgresTarget(await connectPostgres(url))).close()
      expect(await withConnected(postgresState)).toMatchObject({ kind: 'current' })
      await expect(openPostgres(url)).rejects.toThrow('holds part of a copy')
    })

    it.each([
      [
        'a newer one began it',
        `insert into __drizzle_migrations (hash, created_at) values ('', 4000000000000)`,
        'was written by a newer version of Gisement',
      ],
      [
        'its schema is another one',
        `update __drizzle_migrations set hash = '' where id = 1`,
        'is not of this version: migration 0000_foundation is not the one that was applied',
      ],
    ])('is refused where %s', async (_, statement, said) => {
      await withConnected((open) => migratePostgres(open))
      await mark()
      await askAt(url, statement)
      for (const dry of [[], ['--dry-run']])
        expect(await copyTo(url, ...dry)).toMatchObject({
          exit: 1,
          out: '',
          err: expect.stringContaining(said) as string,
        })
    })
  })
})
