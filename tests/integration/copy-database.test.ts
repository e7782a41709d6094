import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase, openDatabase, openPostgres } from '~/platform/db.server'
import { diskStore } from '~/platform/disk-store.server'
import { env, readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { connectPostgres } from '~/platform/postgres/open.server'
import { s3Store } from '~/platform/s3-store.server'
import { copiedTables } from '~/platform/upkeep/rows/table-catalogue.server'
import type { CopiedTable } from '~/platform/upkeep/rows/copied-tables'
import { copyDatabase } from '~/platform/upkeep/copy/copy-database.server'
import { postgresTarget } from '~/platform/upkeep/copy/postgres-side.server'
import { sqliteSource } from '~/platform/upkeep/copy/sqlite-side.server'
import { fillEveryTable, tablesOf } from '~tests/support/any-rows'
import { gisement } from '~tests/support/cli'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import { startS3Server } from '~tests/support/s3-server'
import type { LocalServer } from '../../scripts/postgres/local-server'

/** Past what is read at once, so that a table comes in several parts. */
const MANY = 2500

let server: LocalServer
let room: string
let file: string
let url: string
let tables: readonly CopiedTable[]

/** A database with rows in every table, and texts, numbers and bytes that are easily spoilt on the way. */
function makeSource(tables: readonly CopiedTable[]): void {
  const open = openDatabase(file)
  migrateDatabase(open)
  open.close()
  const connection = new Sqlite(file)
  connection.pragma('foreign_keys = ON')
  fillEveryTable(connection)
  const triggers = connection
    .prepare(`select name, sql from sqlite_master where type = 'trigger'`)
    .all() as Record<'name' | 'sql', string>[]
  for (const { name } of triggers) connection.exec(`drop trigger "${name}"`)
  for (const { name, columns } of tables)
    for (const column of columns.filter(({ type }) => type === 'bool'))
      connection.exec(`update "${name}" set "${column.name}" = 0 where "${column.name}" = 2`)
  for (const { sql } of triggers) connection.exec(sql)
  const note = connection.prepare('insert into changes (entity, entity_id, at_ms) values (?, ?, ?)')
  connection.transaction(() => {
    for (let at = 0; at < MANY; at += 1)
      note.run('lot', `é 🧱 "'\\{},null NULL\t\n${at}`, Number.MAX_SAFE_INTEGER - at)
  })()
  connection.close()
}

/** Every row of a SQLite database, its schema and its numbers. */
function everythingIn(name: string) {
  const connection = new Sqlite(name, { readonly: true })
  try {
    const rows = tablesOf(connection).map((table) => [
      table,
      connection.prepare(`select * from "${table}" order by 1, 2`).raw().all(),
    ])
    return {
      rows: Object.fromEntries(rows) as Record<string, unknown[]>,
      schema: connection.prepare('select type, name, tbl_name, sql from sqlite_master order by 1, 2').all(),
      numbers: connection.prepare('select name, seq from sqlite_sequence order by 1').all(),
      order: connection.prepare('select rowid, id from events order by rowid').all(),
    }
  } finally {
    connection.close()
  }
}

const asked = <Row>(text: string) => askAt<Row>(url, text)

describe.skipIf(!hasPostgres)('a copy between engines', () => {
  beforeAll(async () => {
    server = await startPostgres()
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-copy-'))
    file = path.join(room, 'gisement.sqlite')
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    const scratch = await connectPostgres(server.urlOf(await makeDatabase(server)))
    await migratePostgres(scratch)
    tables = await copiedTables(scratch.connections.readers)
    await scratch.close()
    makeSource(tables)
  })
  beforeEach(async () => {
    url = server.urlOf(await makeDatabase(server))
  })
  afterAll(async () => {
    await server.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('goes there and back: every row, number, order and trigger is what it was', async () => {
    const there = await gisement('copy', '--from', 'sqlite:', '--to', url, '--json')
    expect(there).toMatchObject({ exit: 0, err: '' })
    const report = JSON.parse(there.out) as { tables: { table: string; rows: number; sha256: string }[] }
    const before = everythingIn(file)
    expect(Object.fromEntries(report.tables.map(({ table, rows }) => [table, rows]))).toEqual(
      Object.fromEntries(Object.entries(before.rows).map(([table, rows]) => [table, rows.length])),
    )
    const back = path.join(room, 'back.sqlite')
    const returned = await gisement('copy', '--from', url, '--to', `sqlite:${back}`, '--json')
    expect(returned).toMatchObject({ exit: 0, err: '' })
    expect((JSON.parse(returned.out) as typeof report).tables).toEqual(report.tables)
    expect(everythingIn(back)).toEqual(before)
  })

  it('does not go on with what a newer version began in a file', async () => {
    expect((await gisement('copy', '--from', 'sqlite:', '--to', url)).exit).toBe(0)
    const there = path.join(room, 'begun-elsewhere.sqlite')
    const half = openDatabase(`${there}.copying`)
    migrateDatabase(half)
    half.writer.exec(`insert into __drizzle_migrations (hash, created_at) values ('', 4000000000000)`)
    half.close()
    const before = fs.readFileSync(`${there}.copying`)
    for (const dry of [[], ['--dry-run']])
      expect(await gisement('copy', '--from', url, '--to', `sqlite:${there}`, ...dry)).toMatchObject({
        exit: 1,
        out: '',
        err: expect.stringContaining('was written by a newer version of Gisement') as string,
      })
    expect(fs.readFileSync(`${there}.copying`).equals(before)).toBe(true)
    expect(fs.existsSync(there)).toBe(false)
  })

  it('is a database to go on with: the next row has the next number, and what is append-only stays so', async () => {
    expect((await gisement('copy', '--from', 'sqlite:', '--to', url)).exit).toBe(0)
    const { numbers, order } = everythingIn(file)
    const last = new Map((numbers as { name: string; seq: number }[]).map(({ name, seq }) => [name, seq]))
    const [{ seq }] = (await asked<{ seq: string }>(
      `insert into changes (entity, entity_id, at_ms) values ('lot', 'next', 1) returning seq`,
    )) as [{ seq: string }]
    expect(Number(seq)).toBe(last.get('changes')! + 1)
    await expect(asked('delete from ledger_rows')).rejects.toThrow('append-only')
    const [{ next }] = (await asked<{ next: string }>(
      `select nextval(pg_get_serial_sequence('events', 'rowid')) as next`,
    )) as [{ next: string }]
    expect(Number(next)).toBe((order as { rowid: number }[]).at(-1)!.rowid + 1)
    await (await openPostgres(url)).close()
  })

  it('says what it would do, and writes nothing', async () => {
    const { exit, out } = await gisement('copy', '--from', 'sqlite:', '--to', url, '--dry-run')
    expect(exit).toBe(0)
    expect(out).toMatch(new RegExp(`^changes +${MANY + 2} +to copy$`, 'm'))
    expect(await asked(`select 1 from information_schema.tables where table_schema = 'public'`)).toEqual([])
  })

  it('killed in its midst, is refused by a server, and goes on where it was', async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'app/cli/main.ts', 'copy', '--from', 'sqlite:', '--to', url],
      {
        env: { ...process.env, DATA_DIR: room, NODE_ENV: 'development' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let lines = 0
    for await (const _ of createInterface({ input: child.stdout })) {
      lines += 1
      if (lines === 40) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    await expect(openPostgres(url)).rejects.toThrow('holds part of a copy')
    const { exit, out } = await gisement('copy', '--from', 'sqlite:', '--to', url)
    expect(exit).toBe(0)
    expect(out.match(/was there$/gm)!.length).toBeGreaterThanOrEqual(39)
    expect(out.match(/[0-9a-f]{16}$/gm)!.length).toBeGreaterThan(10)
    await (await openPostgres(url)).close()
  })

  it('that the source was written during is not finished; the next run copies what changed', async () => {
    const target = await postgresTarget(await connectPostgres(url))
    const source = sqliteSource(file)
    const writing = new Sqlite(file)
    const { isStale } = await copyDatabase({ source, target }, tables, ({ table }) => {
      if (table === 'users')
        writing.exec(`insert into changes (entity, entity_id, at_ms) values ('lot', 'late', 1)`)
    })
    await Promise.all([source.close(), target.close()])
    expect(isStale).toBe(true)
    await expect(openPostgres(url)).rejects.toThrow('holds part of a copy')
    expect((await gisement('copy', '--from', 'sqlite:', '--to', url)).exit).toBe(0)
    expect(await asked(`select 1 as n from changes where entity_id = 'late'`)).toEqual([{ n: 1 }])
    writing.exec(`delete from changes where entity_id = 'late'`)
    writing.close()
  })

  it('writes what PostgreSQL cannot keep as the sign for it', async () => {
    const writing = new Sqlite(file)
    writing.prepare('insert into changes (entity, entity_id, at_ms) values (?, ?, 1)').run('lot', 'a\0b')
    expect((await gisement('copy', '--from', 'sqlite:', '--to', url)).exit).toBe(0)
    expect(await asked(`select 1 as n from changes where entity_id = 'a\uFFFDb'`)).toEqual([{ n: 1 }])
    writing.exec(`delete from changes where at_ms = 1`)
    writing.close()
  })

  it('takes files along: to the bucket, and back to another folder', async () => {
    const s3 = await startS3Server()
    const settle = (dir: string) =>
      setEnv(
        readEnv({ ...s3.variables, NODE_ENV: 'test', DATA_DIR: path.join(room, dir), LOG_LEVEL: 'silent' }),
      )
    const photo = 'photos/00/01/a-320.webp'
    try {
      settle('one')
      const open = openDatabase(env().databaseFile)
      migrateDatabase(open)
      open.close()
      await diskStore(env().dataDir).put(photo, Buffer.from('a picture'))
      const there = ['copy', '--from', 'sqlite:', '--to', url, '--with-files']
      expect((await gisement(...there, '--dry-run')).out).toContain('1 files to copy, 9 bytes')
      expect(await s3Store(env().storage!).find(photo)).toBeNull()
      expect(await gisement(...there)).toMatchObject({ exit: 0, err: '' })
      expect(await s3Store(env().storage!).find(photo)).toMatchObject({ bytes: 9 })
      settle('two')
      expect((await gisement('copy', '--from', url, '--to', 'sqlite:', '--with-files')).exit).toBe(0)
      expect(String(Buffer.from((await diskStore(env().dataDir).get(photo))!))).toBe('a picture')
    } finally {
      await s3.close()
      setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    }
  })

  it('refuses what it cannot fill or read', async () => {
    expect((await gisement('copy', '--from', 'sqlite:', '--to', 'sqlite:x')).exit).toBe(2)
    expect((await gisement('copy', '--from', 'sqlite:', '--to', 'postgres:')).exit).toBe(2)
    setEnv({ ...env(), databaseUrl: url })
    expect((await gisement('copy', '--from', 'sqlite:', '--to', 'postgres:', '--dry-run')).exit).toBe(0)
    setEnv({ ...env(), databaseUrl: null })
    expect(await gisement('copy', '--from', url, '--to', `sqlite:${file}`)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('not of this version') as string,
    })
    expect((await gisement('copy', '--from', 'sqlite:', '--to', url)).exit).toBe(0)
    for (const dry of [[], ['--dry-run']])
      expect(await gisement('copy', '--from', 'sqlite:', '--to', url, ...dry)).toMatchObject({
        exit: 1,
        err: expect.stringContaining('holds data already') as string,
      })
    expect(await gisement('copy', '--from', url, '--to', `sqlite:${file}`)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('exists already') as string,
    })
    expect(await gisement('copy', '--from', `sqlite:${room}/none`, '--to', url)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('There is no database at') as string,
    })
  })
})
