import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { findLotsInDatabase } from '~/features/lots/queries/database-search.server'
import { probeDatabase } from '~/platform/database-probe.server'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { sayMissing } from '~/platform/postgres/search-extensions.server'
import { copiedTables } from '~/platform/upkeep/rows/table-catalogue.server'
import { keptDatabase } from '~/platform/upkeep/kept-database.server'
import { loadPostgres } from '~/platform/upkeep/postgres-load.server'
import { createActor } from '~tests/support/actors'
import { addLotOf } from '~tests/support/add-lot'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, makeDatabase, startPostgres, urlOf } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

let room: string
let server: LocalServer

async function withOpen<T>(url: string, work: () => Promise<T>): Promise<T> {
  const open = await openPostgres(url)
  return work().finally(() => open.close())
}

const count = async (text: string) => (await findLotsInDatabase({ text }, VISITOR, { most: 5 })).total

/** A database whose user may make tables and nothing else. */
async function plainDatabase(): Promise<{ url: string; own: string }> {
  const name = await makeDatabase(server)
  const own = server.urlOf(name)
  await askAt(own, `create role plain_${name} login; grant all on schema public to plain_${name}`)
  return { url: urlOf({ host: server.host, user: `plain_${name}` }, name), own }
}

async function migrated(url: string) {
  const open = await openPostgres(url)
  return migratePostgres(open).finally(() => open.close())
}

async function fill(url: string): Promise<void> {
  await withOpen(url, async () => {
    await loadReferenceCommunes()
    const giver = await createActor('giver')
    await addLotOf(giver, 'Fenêtres en chêne', { description: '' })
    await addLotOf(giver, 'Gitter für Łódź', { description: '' })
  })
}

describe.skipIf(!hasPostgres)('the extensions that searches by the database use', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-extensions-'))
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    server = await startPostgres()
  })
  afterAll(async () => {
    await server?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('are done without where nobody may create them, which the check of the configuration says', async () => {
    const { url, own } = await plainDatabase()
    const { missing } = await migrated(url)
    expect(missing).toEqual(['unaccent', 'pg_trgm'])
    await fill(url)
    await withOpen(url, async () => {
      expect([await count('fenetre'), await count('FENÊTRE chene')]).toEqual([1, 1])
      expect(await count('fenerte')).toBe(0)
    })
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent', DATABASE_URL: url }))
    const said = `DATABASE_URL: ${sayMissing(missing)}`
    expect(await probeDatabase()).toEqual({ faults: [], warnings: [said] })
    expect(said).toContain('create extension unaccent; create extension pg_trgm')

    await askAt(own, 'create extension unaccent; create extension pg_trgm')
    expect(await probeDatabase()).toEqual({ faults: [], warnings: [] })
    expect((await migrated(url)).missing).toEqual([])
    await withOpen(url, async () => {
      expect([await count('fenetre'), await count('fenerte'), await count('lodz')]).toEqual([1, 1, 1])
    })
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
  })

  it('are made again, with what was made by them, after somebody removed them', async () => {
    const url = server.urlOf(await makeDatabase(server))
    expect((await migrated(url)).missing).toEqual([])
    await fill(url)
    await askAt(url, 'drop extension unaccent cascade; drop extension pg_trgm cascade')
    expect((await migrated(url)).missing).toEqual([])
    await withOpen(url, async () => expect([await count('fenerte'), await count('lodz')]).toEqual([1, 1]))
  })

  it('are left alone by a start that finds them, and nothing is written anew', async () => {
    const url = server.urlOf(await makeDatabase(server))
    await migrated(url)
    const files = () =>
      askAt(url, `select relname, relfilenode from pg_class where relname ~ '^(lots|needs)' order by relname`)
    const before = await files()
    await migrated(url)
    expect(await files()).toEqual(before)
  })

  it('outlive a restore over a database that holds them, and the removal of the schema put aside', async () => {
    const url = server.urlOf(await makeDatabase(server))
    await askAt(url, 'create extension unaccent; create extension pg_trgm; create extension postgis')
    await migrated(url)
    await fill(url)
    const file = path.join(room, 'kept.sqlite')
    await keptDatabase({ url }).snapshot(file)
    const kept = new Sqlite(file)
    expect(await loadPostgres({ url, file: kept, aside: 'before_it' })).toBe('before_it')
    kept.close()
    await withOpen(url, async () => expect([await count('fenerte'), await count('lodz')]).toEqual([1, 1]))
    // What cannot be moved out of the schema goes with it.
    await askAt(url, 'drop schema before_it cascade')
    await withOpen(url, async () => {
      expect([await count('fenerte'), await count('lodz')]).toEqual([1, 1])
      const here = { text: 'fenetre', around: { commune: '93048', km: 5 } }
      expect((await findLotsInDatabase(here, VISITOR, { most: 5 })).total).toBe(1)
    })
    expect((await migrated(url)).missing).toEqual([])
  })

  it('bring tables of their own, which are no data of the product', async () => {
    const url = server.urlOf(await makeDatabase(server))
    await askAt(url, 'create extension postgis')
    const empty = new Sqlite(path.join(room, 'empty.sqlite'))
    migrate(drizzle(empty), { migrationsFolder: 'db/migrations' })
    expect(await loadPostgres({ url, file: empty, aside: null })).toBeNull()
    empty.close()
    const open = await openPostgres(url)
    const tables = await copiedTables(open.connections.readers)
    await open.close()
    expect(tables.map(({ name }) => name)).not.toContain('spatial_ref_sys')
    const columns = tables.find(({ name }) => name === 'lots')!.columns.map(({ name }) => name)
    expect(columns).toContain('search_text')
    expect(columns).not.toContain('search_words')
  })
})
