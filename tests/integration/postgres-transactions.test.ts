import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { asc, desc, eq, max, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused } from '~/core/result'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { migrateDatabase, openDatabase, openPostgres, reader, type AnyDatabase } from '~/platform/db.server'
import {
  deferForeignKeys,
  highestNumberOf,
  requiredColumnsOf,
  ROW_PLACE,
} from '~/platform/dialects/catalogue.server'
import { largerOf, likeInAnyCase, listOf } from '~/platform/dialects/texts.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { noteChange } from '~/platform/changes.server'
import { beginPostgres } from '~/platform/postgres/transaction.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { connectPostgres, type PostgresDatabase } from '~/platform/postgres/open.server'
import { preparedQuery } from '~/platform/prepared.server'
import { withLightTx, withTx } from '~/platform/transaction.server'
import { communes } from '~db/sqlite/communes'
import { photoEmbeddings } from '~db/sqlite/classifier'
import { rateLimits } from '~db/sqlite/limits'
import { changes, jobs, outbox } from '~db/sqlite/platform'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

let server: LocalServer | null = null
let room: string

beforeAll(async () => {
  room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-engines-'))
  setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
  if (hasPostgres) server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
  fs.rmSync(room, { recursive: true, force: true })
})

const ENGINES: Record<string, () => Promise<AnyDatabase>> = {
  SQLite: async () => {
    const open = openDatabase(path.join(room, 'engine.sqlite'))
    migrateDatabase(open)
    return Promise.resolve(open)
  },
  PostgreSQL: async () => {
    const open = await openPostgres(server!.urlOf(await makeDatabase(server!)))
    await migratePostgres(open)
    return open
  },
}

const FULL = { key: 'k', used: 0, untilMs: 1_800_000_000_000 }
const usedOf = async (key: string) =>
  (await reader().select().from(rateLimits).where(eq(rateLimits.key, key)))[0]?.used

describe.each(Object.keys(ENGINES))('a transaction on %s', (engine) => {
  const isMissing = engine === 'PostgreSQL' && !hasPostgres
  let open: AnyDatabase

  beforeAll(async () => {
    if (isMissing) return
    open = await ENGINES[engine]!()
    await loadReferenceCommunes()
    await withTx((tx) => tx.insert(rateLimits).values(FULL))
  })
  afterAll(() => open?.close())

  it.skipIf(isMissing)('is seen by nobody before its end, and by everybody after it', async () => {
    await withTx(async (tx) => {
      await tx.insert(rateLimits).values({ ...FULL, key: 'seen' })
      expect(await usedOf('seen')).toBeUndefined()
      expect(await tx.select().from(rateLimits).where(eq(rateLimits.key, 'seen'))).toHaveLength(1)
    })
    expect(await usedOf('seen')).toBe(0)
  })

  it.skipIf(isMissing)('leaves nothing when it throws or is refused', async () => {
    const insert = (key: string, end: () => unknown) =>
      withTx(async (tx) => {
        await tx.insert(rateLimits).values({ ...FULL, key })
        return end()
      })
    const failing = insert('thrown', () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await insert('refused', () => refused('not-found'))).toEqual(refused('not-found'))
    expect([await usedOf('thrown'), await usedOf('refused')]).toEqual([undefined, undefined])
  })

  it.skipIf(isMissing)('holds no other', async () => {
    await expect(withTx(() => withTx(() => Promise.resolve(1)))).rejects.toThrow('withTx inside withTx')
  })

  it.skipIf(isMissing)('reads what the one before wrote, however many are asked for at once', async () => {
    const add = (_: unknown, index: number) =>
      (index % 2 === 0 ? withTx : withLightTx)(async (tx) => {
        const [row] = await tx.select().from(rateLimits).where(eq(rateLimits.key, 'k'))
        await tx
          .update(rateLimits)
          .set({ used: row!.used + 1 })
          .where(eq(rateLimits.key, 'k'))
      })
    await Promise.all(Array.from({ length: 40 }, add))
    expect(await usedOf('k')).toBe(40)
  })

  it.skipIf(isMissing)('takes its numbers back with it, and none is missing', async () => {
    const last = async () => (await reader().select().from(changes).orderBy(desc(changes.seq)).limit(1))[0]
    await withTx((tx) => noteChange(tx, 'lot', 'a'))
    const before = (await last())!.seq
    await withTx(async (tx) => {
      await noteChange(tx, 'lot', 'b')
      return refused('not-found')
    })
    await withTx((tx) => noteChange(tx, 'lot', 'c'))
    expect(await last()).toMatchObject({ seq: before + 1, entityId: 'c' })
  })

  it.skipIf(isMissing)('reads values as they were written', async () => {
    const payload = { z: 1, a: 'é «x»', list: [null, true] }
    const job = { id: 'j', kind: 'k', dedupeKey: 'd', status: 'waiting', runAtMs: 1, createdAtMs: 2 } as const
    await withTx((tx) => tx.insert(jobs).values({ ...job, payload }))
    const [row] = await reader().select().from(jobs).where(eq(jobs.id, 'j'))
    expect(row).toMatchObject({ ...job, payload, attempts: 0, urgency: 1, fairKey: null, leaseUntilMs: null })
    expect(JSON.stringify(row!.payload)).toBe(JSON.stringify(payload))
    const bare = await reader().all(
      sql`select kind = ${'k'} as same, 7 / 2 as half, ${3} + 1 as more, sum(run_at_ms) as total, substr(kind, 1, 1) as first,
        ${1.5} * 2 as product, instr(payload, ${'«x»'}) > 0 as said, json_array_length('[1,2]') as held from jobs group by kind, payload`,
    )
    expect(bare).toEqual([{ same: 1, half: 3, more: 4, total: 1, first: 'k', product: 3, said: 1, held: 2 }])
  })

  it.skipIf(isMissing)('says how many rows it changed', async () => {
    const done = await withTx((tx) =>
      tx
        .update(outbox)
        .set({ dispatchedAtMs: 1 })
        .where(sql`1 = 0`),
    )
    expect(done.changes).toBe(0)
    expect(
      (await withTx((tx) => tx.update(communes).set({ tileColumn: 0 }).where(eq(communes.departement, '94'))))
        .changes,
    ).toBe(47)
  })

  it.skipIf(isMissing)('sorts by bytes, empty values first', async () => {
    const eptNames = reader().selectDistinct({ name: communes.eptCode }).from(communes)
    const up = (await eptNames.orderBy(asc(communes.eptCode))).map(({ name }) => name)
    expect(up[0]).toBeNull()
    expect(up.slice(1)).toEqual([...up.slice(1)].sort())
    const down = await reader()
      .selectDistinct({ name: communes.eptCode })
      .from(communes)
      .orderBy(desc(communes.eptCode))
    expect(down.at(-1)).toEqual({ name: null })
    const rows = await reader().select({ name: communes.name }).from(communes).orderBy(asc(communes.name))
    const names = rows.map(({ name }) => name)
    expect(names).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })

  it.skipIf(isMissing)('says of texts and numbers what the other engine says', async () => {
    const { name, departement, population, tileRow } = communes
    const isLike = likeInAnyCase(name, 'SAINT-d_nis%')
    expect(await reader().select({ name }).from(communes).where(isLike)).toEqual([{ name: 'Saint-Denis' }])
    expect(await reader().select({ name }).from(communes).where(likeInAnyCase(name, 'saint\\%'))).toEqual([])
    const [all] = await reader()
      .select({ list: listOf(departement), most: max(largerOf(population, tileRow)) })
      .from(communes)
    expect(all!.list.split(',').sort()).toEqual(['75', '91', '92', '93', '94', '95'])
    expect(Number(all!.most)).toBeGreaterThan(2_000_000)
  })

  it.skipIf(isMissing)('runs prepared statements with the values of each time', async () => {
    const named = preparedQuery((db) =>
      db
        .select({ name: communes.name })
        .from(communes)
        .where(eq(communes.code, sql.placeholder('code')))
        .prepare(),
    )
    expect(await named().get({ code: '93048' })).toEqual({ name: 'Montreuil' })
    expect(await named().all({ code: '93066' })).toEqual([{ name: 'Saint-Denis' }])
    expect(await named().get({ code: 'x' })).toBeUndefined()
  })

  it.skipIf(isMissing)('adds up what meets a row that is there', async () => {
    const again = () =>
      withTx((tx) =>
        tx
          .insert(rateLimits)
          .values({ ...FULL, key: 'met', used: 1 })
          .onConflictDoUpdate({ target: rateLimits.key, set: { used: sql`${rateLimits.used} + 1` } })
          .returning({ used: rateLimits.used }),
      )
    expect([await again(), await again()]).toEqual([[{ used: 1 }], [{ used: 2 }]])
  })

  it.skipIf(isMissing)('keeps bytes', async () => {
    const vector = Buffer.from([0, 255, 128, 10])
    const row = { photoId: 'nobody', modelVersion: 'v', vector }
    const kept = await withTx(async (tx) => {
      await deferForeignKeys(tx)
      await tx.insert(photoEmbeddings).values(row)
      const rows = await tx.select().from(photoEmbeddings)
      await tx.delete(photoEmbeddings)
      return rows
    })
    expect(kept).toEqual([row])
    const orphan = withTx((tx) => tx.insert(photoEmbeddings).values(row))
    await expect(orphan).rejects.toThrow()
  })

  it.skipIf(isMissing)('knows its catalogue, and the rows that a list names', async () => {
    expect(await requiredColumnsOf(reader(), 'rate_limits')).toContain('used')
    expect(await requiredColumnsOf(reader(), 'jobs')).not.toContain('fair_key')
    expect(await highestNumberOf(reader(), 'ledger_rows')).toBe(0)
    const named = await reader()
      .select({ code: communes.code })
      .from(communes)
      .where(
        sql`${communes.code} in (select value from json_each(${JSON.stringify(['93048', 'x', '93066'])}))`,
      )
      .orderBy(asc(communes.code))
    expect(named).toEqual([{ code: '93048' }, { code: '93066' }])
    const some = sql`${ROW_PLACE} in (select ${ROW_PLACE} from communes where departement = '92' limit 2)`
    expect((await withTx((tx) => tx.update(communes).set({ tileRow: 1 }).where(some))).changes).toBe(2)
  })
})

const beginOn = (node: PostgresDatabase, isLight = false) =>
  beginPostgres(node, { isLight, askedAt: performance.now() })

describe.skipIf(!hasPostgres)('nodes that share PostgreSQL', () => {
  const nodes: PostgresDatabase[] = []

  beforeAll(async () => {
    const url = server!.urlOf(await makeDatabase(server!))
    for (let count = 0; count < 3; count++) nodes.push(await connectPostgres(url))
    await migratePostgres(nodes[0]!)
    await nodes[0]!.connections.writers.query(`insert into rate_limits values ('stock', 30, 0)`)
  })
  afterAll(() => Promise.all(nodes.map((node) => node.close())))

  it('ASVS 2.3.4: never take more than there is, each after the last', async () => {
    const take = async (node: PostgresDatabase) => {
      const tx = await beginOn(node)
      const [row] = await tx.db.select().from(rateLimits).where(eq(rateLimits.key, 'stock'))
      if (row!.used > 0) await tx.db.update(rateLimits).set({ used: row!.used - 1 })
      await tx.db.insert(changes).values({ entity: 'lot', entityId: String(row!.used), atMs: 0 })
      await tx.end('commit')
      return row!.used
    }
    const lanes = nodes.map(async (node) => {
      const seen: number[] = []
      for (let turn = 0; turn < 15; turn++) seen.push(await take(node))
      return seen
    })
    const seen = (await Promise.all(lanes)).flat().filter((left) => left > 0)
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    const written = await nodes[1]!.read.select().from(changes).orderBy(asc(changes.seq))
    expect(written.map(({ seq }) => seq)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1))
    expect(written.slice(0, 31).map(({ entityId }) => entityId)).toEqual(
      Array.from({ length: 31 }, (_, at) => String(30 - at)),
    )
  })

  it('wait no longer for one that is gone in the middle', async () => {
    const lost = await beginOn(nodes[0]!)
    await lost.db.update(rateLimits).set({ used: 77 })
    const [who] = await lost.db.all<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await nodes[1]!.connections.readers.query('select pg_terminate_backend($1)', [who!.pid])
    const next = await beginOn(nodes[2]!)
    expect((await next.db.select().from(rateLimits))[0]!.used).toBe(0)
    await next.end('rollback')
    await expect(lost.end('commit')).rejects.toThrow()
    const again = await beginOn(nodes[0]!)
    await again.end('commit')
  })

  it('are told when what they commit was taken back', async () => {
    const tx = await beginOn(nodes[0]!)
    await tx.db.update(rateLimits).set({ used: 5 })
    await expect(tx.db.insert(rateLimits).values({ key: 'stock', used: 1, untilMs: 1 })).rejects.toThrow()
    await expect(tx.end('commit')).rejects.toThrow('could not be committed')
    expect((await nodes[1]!.read.select().from(rateLimits))[0]!.used).toBe(0)
  })

  it('wait for the disk unless the work is done again where it is lost', async () => {
    const settingOf = async (isLight: boolean) => {
      const tx = await beginOn(nodes[0]!, isLight)
      const [row] = await tx.db.all<{ on: string }>(sql`select current_setting('synchronous_commit') as "on"`)
      await tx.end('commit')
      return row!.on
    }
    expect([await settingOf(false), await settingOf(true), await settingOf(false)]).toEqual([
      'on',
      'off',
      'on',
    ])
  })

  it('plan what they ask often once, and anew where another node’s migration came in between', async () => {
    const [node, other] = nodes
    const ask = () => node!.read.select({ used: rateLimits.used }).from(rateLimits)
    for (let times = 0; times < 200; times++) await ask()
    const kept = await Promise.all(
      Array.from({ length: 8 }, () =>
        node!.read.all<{ n: number }>(
          sql`select count(*) as n, pg_sleep(0.2) from pg_prepared_statements where statement like '%"used" from "rate_limits"%'`,
        ),
      ),
    )
    expect(kept.flat().some(({ n }) => n === 1)).toBe(true)
    await other!.connections.writers.query('alter table rate_limits alter column used type smallint')
    for (const rows of await Promise.all(Array.from({ length: 16 }, ask))) expect(rows).toEqual([{ used: 0 }])
    await other!.connections.writers.query('alter table rate_limits alter column used type integer')
    expect(await ask()).toEqual([{ used: 0 }])
  })
})
