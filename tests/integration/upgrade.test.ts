import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemaStateOf } from '~/platform/upkeep/schema-state.server'
import { upgradeDatabase } from '~/platform/upkeep/upgrade.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { startServices } from '~/server/services'
import { fillEveryTable, tablesOf } from '~tests/support/any-rows'
import { gisement } from '~tests/support/cli'

type Journal = { entries: { idx: number; tag: string; when: number }[] }
const JOURNAL = JSON.parse(fs.readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal
const TAGS = JOURNAL.entries.map(({ tag }) => tag)
const NOON = Date.parse('2026-09-15T12:00:00Z')

let room: string

beforeAll(() => {
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-upgrade-'))
})
afterAll(() => fs.rmSync(room, { recursive: true, force: true }))

/** The migrations up to a number, as a version of then had them. */
function migrationsUntil(count: number): string {
  const folder = path.join(room, `migrations-${count}`)
  fs.mkdirSync(path.join(folder, 'meta'), { recursive: true })
  for (const tag of TAGS.slice(0, count))
    fs.copyFileSync(`db/migrations/${tag}.sql`, path.join(folder, `${tag}.sql`))
  const journal = { ...JOURNAL, entries: JOURNAL.entries.slice(0, count) }
  fs.writeFileSync(path.join(folder, 'meta/_journal.json'), JSON.stringify(journal))
  return folder
}

type Contents = Map<string, Record<string, unknown>[]>

function contentsOf(connection: Sqlite.Database): Contents {
  return new Map(
    tablesOf(connection).map((name) => [
      name,
      connection.prepare(`select * from "${name}" order by rowid`).all() as Record<string, unknown>[],
    ]),
  )
}

/** What migrations renamed, or wrote anew on purpose; everything else must come through as it was. */
const RENAMED: Record<string, string> = { ledger_entries: 'ledger_rows' }
/** Counts of tries, good for minutes, that one table for all replaced. */
const SHORT_LIVED = ['api_windows']
const REWRITTEN: Record<string, string> = {
  'users.email_verified_at_ms': '0002_journey',
  'needs.search_text': '0005_need_search_text',
}

/** What is no longer there, or no longer what it was. */
function lossesOf(before: Contents, after: Contents, from: number): string[] {
  const losses: string[] = []
  for (const [table, rows] of before) {
    if (SHORT_LIVED.includes(table)) continue
    const name = RENAMED[table] ?? table
    const now = after.get(table) ?? after.get(name)
    if (!now) losses.push(`${table} is gone`)
    else if (now.length !== rows.length) losses.push(`${table} has ${now.length} rows, not ${rows.length}`)
    else rows.forEach((row, at) => losses.push(...rowLosses(table, row, now[at]!, from)))
  }
  return losses
}

function rowLosses(
  table: string,
  row: Record<string, unknown>,
  now: Record<string, unknown>,
  from: number,
): string[] {
  return Object.keys(row)
    .filter((column) => {
      const at = REWRITTEN[`${table}.${column}`]
      return !(at && TAGS.indexOf(at) >= from) && column in now
    })
    .filter((column) => JSON.stringify(row[column]) !== JSON.stringify(now[column]))
    .map((column) => `${table}.${column} was ${String(row[column])} and is ${String(now[column])}`)
}

describe('an upgrade', () => {
  it.each(TAGS.map((tag, at) => [tag, at + 1] as const))(
    'from %s keeps every row of every table and each of its values',
    (_tag, count) => {
      const connection = new Sqlite(':memory:')
      connection.pragma('foreign_keys = ON')
      migrate(drizzle(connection), { migrationsFolder: migrationsUntil(count) })
      fillEveryTable(connection)
      expect(connection.pragma('foreign_key_check')).toEqual([])
      const before = contentsOf(connection)
      migrate(drizzle(connection), { migrationsFolder: 'db/migrations' })
      expect(lossesOf(before, contentsOf(connection), count)).toEqual([])
      expect(connection.pragma('foreign_key_check')).toEqual([])
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(schemaStateOf(connection)).toMatchObject({ kind: 'current', faults: [], pending: [] })
      connection.close()
    },
  )

  it('sees what is lost: a row, a table, a value', () => {
    const rows = [
      { id: 1, name: 'a' },
      { id: 2, name: 'b' },
    ]
    const before: Contents = new Map([
      ['lots', rows],
      ['needs', rows],
      ['users', rows],
    ])
    const after: Contents = new Map([
      ['lots', rows.slice(1)],
      ['users', [rows[0]!, { id: 2, name: 'c' }]],
    ])
    expect(lossesOf(before, after, 1)).toEqual([
      'lots has 1 rows, not 2',
      'needs is gone',
      'users.name was b and is c',
    ])
  })

  it('copies the database first, beside it, and keeps the last three copies', async () => {
    const file = path.join(room, 'copied/gisement.sqlite')
    for (const count of [TAGS.length - 4, TAGS.length - 3, TAGS.length - 2, TAGS.length - 1, TAGS.length]) {
      const open = openDatabase(file)
      const { applied, copy } = await upgradeDatabase(open, NOON + count * 1000, migrationsUntil(count))
      expect([applied.at(-1), copy === null]).toEqual([TAGS[count - 1], count === TAGS.length - 4])
      open.close()
    }
    const folder = path.join(room, 'copied/before-migration')
    const copies = fs.readdirSync(folder).sort()
    expect(copies).toHaveLength(3)
    const last = new Sqlite(path.join(folder, copies.at(-1)!), { readonly: true })
    expect(schemaStateOf(last).last).toBe(TAGS.at(-2))
    last.close()
  })

  it('is refused to a database of a newer version by the server and by every command, and changes nothing', async () => {
    const dataDir = path.join(room, 'newer')
    const env = readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
    setEnv(env)
    const open = openDatabase(env.databaseFile)
    migrateDatabase(open)
    open.writer.exec(
      `insert into __drizzle_migrations (hash, created_at) values ('later', ${JOURNAL.entries.at(-1)!.when + 1})`,
    )
    open.close()
    const bytes = fs.readFileSync(env.databaseFile)
    await expect(startServices(env)).rejects.toThrow(/newer version of Gisement/)
    expect(await gisement('migrate')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/newer version/) as string,
    })
    expect(await gisement('migrate', '--dry-run')).toMatchObject({ exit: 1 })
    expect((await gisement('check')).out).toMatch(/fault +schema: a newer version/)
    expect(fs.readFileSync(env.databaseFile).equals(bytes)).toBe(true)
    await gisement('backup', '--to', path.join(room, 'newer-backups'))
    const backup = path.join(room, 'newer-backups', fs.readdirSync(path.join(room, 'newer-backups'))[0]!)
    expect((await gisement('restore', '--from', backup, '--force')).err).toMatch(/newer version/)
  })

  it('is refused when a migration of the past was passed over', async () => {
    const open = openDatabase(path.join(room, 'passed/gisement.sqlite'))
    migrateDatabase(open)
    open.writer.exec(`delete from __drizzle_migrations where created_at = ${JOURNAL.entries[5]!.when}`)
    await expect(upgradeDatabase(open, NOON)).rejects.toThrow(TAGS[5])
    open.close()
  })

  it('has migrations in the order of their instants: one that is earlier than the last would be passed over', () => {
    const instants = JOURNAL.entries.map(({ when }) => when)
    expect(instants).toEqual([...instants].sort((a, b) => a - b))
    expect(new Set(instants).size).toBe(instants.length)
  })
})
