import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '~/core/result'
import { noteChange } from '~/platform/changes.server'
import { openMoment, openPostgres, reader } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { withTx } from '~/platform/transaction.server'
import { keptDatabase } from '~/platform/upkeep/kept-database.server'
import { loadPostgres } from '~/platform/upkeep/postgres-load.server'
import { databaseFaults } from '~/platform/upkeep/snapshot.server'
import { rateLimits } from '~db/sqlite/limits'
import { fillEveryTable, tablesOf } from '~tests/support/any-rows'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

let room: string
let server: LocalServer
let url: string

const newUrl = async () => server.urlOf(await makeDatabase(server))

const asked = (text: string, at = url) => askAt(at, text)

function contentsOf(connection: Sqlite.Database) {
  const tables = [...tablesOf(connection), 'sqlite_sequence'].map((name) => {
    const rows = connection.prepare(`select * from "${name}"`).all() as { name?: string }[]
    const own = rows.filter((row) => !row.name?.startsWith('__'))
    return [name, own.map((row) => JSON.stringify(row)).sort()] as const
  })
  return Object.fromEntries(tables)
}

describe.skipIf(!hasPostgres)('a PostgreSQL database that is kept', () => {
  let file: Sqlite.Database

  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-kept-'))
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    server = await startPostgres()
    url = await newUrl()
    const open = await openPostgres(url)
    await migratePostgres(open)
    await open.close()
    file = new Sqlite(path.join(room, 'full.sqlite'))
    migrate(drizzle(file), { migrationsFolder: 'db/migrations' })
    fillEveryTable(file)
    const truths = await asked(
      `select table_name as "table", column_name as "column" from information_schema.columns
        where table_schema = 'public' and data_type = 'boolean'`,
    )
    const triggers = file.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
      name: string
      sql: string
    }[]
    for (const { name } of triggers) file.exec(`drop trigger "${name}"`)
    // Any number will do for SQLite; what the product writes is 1 or 0.
    for (const { table, column } of truths)
      file.exec(`update "${String(table)}" set "${String(column)}" = "${String(column)}" % 2`)
    for (const { sql } of triggers) file.exec(sql)
  })
  afterAll(async () => {
    file?.close()
    await server?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('takes every row of every table from a database file and gives each of them back', async () => {
    expect(await loadPostgres({ url, file, aside: null })).toBeNull()
    const target = path.join(room, 'back.sqlite')
    await keptDatabase({ url }).snapshot(target)
    const back = new Sqlite(target, { readonly: true })
    expect(databaseFaults(back)).toEqual([])
    const given = contentsOf(back)
    for (const [table, rows] of Object.entries(contentsOf(file))) {
      expect(rows.length, table).toBeGreaterThan(0)
      expect(given[table], table).toEqual(rows)
    }
    back.close()
  })

  it('numbers on from there, and refuses changes as before', async () => {
    const before = file.prepare('select max(seq) from changes').pluck().get() as number
    const open = await openPostgres(url)
    await withTx((tx) => noteChange(tx, 'lot', 'later'))
    await open.close()
    expect(await asked('select max(seq)::int as seq from changes')).toEqual([{ seq: before + 1 }])
    await expect(asked('delete from audit_rows')).rejects.toThrow('append-only')
    await expect(asked(`update attribution_decisions set reason = 'x'`)).rejects.toThrow('append-only')
  })

  it('takes a NUL, which PostgreSQL keeps in no text, as the sign for what cannot be written', async () => {
    const other = await newUrl()
    const open = await openPostgres(other)
    await migratePostgres(open)
    await open.close()
    const odd = new Sqlite(file.serialize())
    odd.prepare('insert into changes (entity, entity_id, at_ms) values (?, ?, 1)').run('lot', 'a\0b')
    await loadPostgres({ url: other, file: odd, aside: null }).finally(() => odd.close())
    const [last] = await asked('select entity_id from changes order by seq desc limit 1', other)
    expect(last).toEqual({ entity_id: 'a\uFFFDb' })
  })

  it('is loaded over only when asked to; the former rows are kept beside, and a failure changes nothing', async () => {
    await expect(loadPostgres({ url, file, aside: null })).rejects.toThrow(/not empty/)
    const broken = new Sqlite(':memory:')
    migrate(drizzle(broken), { migrationsFolder: 'db/migrations' })
    broken.pragma('foreign_keys = OFF')
    broken.exec(
      `insert into memberships (user_id, organisation_id, role) values ('nobody', 'none', 'member')`,
    )
    await expect(loadPostgres({ url, file: broken, aside: 'before_broken' })).rejects.toThrow(/foreign key/)
    expect(await asked('select count(*)::int as users from users')).toEqual([{ users: 2 }])
    broken.exec('delete from memberships')
    expect(await loadPostgres({ url, file: broken, aside: 'before_empty' })).toBe('before_empty')
    expect(
      await asked(
        `select (select count(*) from users)::int as now, (select count(*) from before_empty.users)::int as before`,
      ),
    ).toEqual([{ now: 0, before: 2 }])
    broken.close()
    expect(await loadPostgres({ url, file, aside: null })).toBeNull()
  })

  it('is not loaded while a server is connected', async () => {
    const open = await openPostgres(url)
    await expect(loadPostgres({ url, file, aside: 'before_use' })).rejects.toThrow(/Stop the server/)
    await open.close()
  })

  it('tells of an index, a reference and a trigger that do not hold', async () => {
    const of = async () => (await keptDatabase({ url }).look([])).faults
    expect(await of()).toEqual([])
    await asked('alter table audit_rows disable trigger audit_rows_no_update')
    await asked(
      'alter table memberships add constraint late foreign key (user_id) references users (id) not valid',
    )
    expect(await of()).toEqual([
      'late of memberships was not held against its rows',
      'the trigger audit_rows_no_update of audit_rows is switched off',
    ])
    await asked('alter table audit_rows enable trigger audit_rows_no_update')
    await asked('alter table memberships drop constraint late')
  })

  it('is read at one moment by a thread of its own, whatever is written meanwhile', async () => {
    const moment = await openMoment({ url })
    const count = () => moment.read.select().from(rateLimits).where(eq(rateLimits.key, 'later'))
    expect(await count()).toEqual([])
    await asked(`insert into rate_limits (key, used, until_ms) values ('later', 0, 0)`)
    expect(await count()).toEqual([])
    expect((await moment.tableVersions()).size).toBeGreaterThan(0)
    await moment.close()
    const open = await openPostgres(url)
    expect(await reader().select().from(rateLimits).where(eq(rateLimits.key, 'later'))).toHaveLength(1)
    await open.close()
  })

  it('other nodes hear of work at the commit that leaves it, and of nothing that is taken back', async () => {
    const heard: string[] = []
    const listener = new Client({ connectionString: url })
    await listener.connect()
    listener.on('notification', ({ channel }) => heard.push(channel))
    await listener.query('listen gisement_work')
    const open = await openPostgres(url)
    await withTx(async (tx) => {
      await tell(tx, 'lot.published', { lotId: 'refused' })
      return refused('conflict')
    })
    await withTx((tx) => noteChange(tx, 'lot', 'no work'))
    await wait(50)
    expect(heard).toEqual([])
    await withTx(async (tx) => {
      await tell(tx, 'lot.published', { lotId: 'a' })
      await tell(tx, 'lot.published', { lotId: 'b' })
      await wait(50)
      expect(heard).toEqual([])
    })
    await wait(50)
    expect(heard).toEqual(['gisement_work'])
    await open.close()
    await listener.end()
  })
})
