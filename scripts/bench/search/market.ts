import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { listCommunes } from '~/features/communes/queries.server'
import { migrateDatabase, openDatabase, openPostgres, type Database } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { makeOrganisation } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import type { PgCluster } from '../matching/pg-cluster'
import { drawFrom, pick, type CorpusLot } from './corpus/write-lot'

/** A database of its own, filled with the lots of a corpus as their givers published them. */
export type Market = {
  database: Database
  /** Id of each lot of the corpus, in its order. */
  ids: string[]
  close: () => void
}

const AT_ONCE = 2000

/** Publishes the lots in a temporary database: places, days and conditions are drawn, the words are the corpus's. */
export async function openMarket(lots: readonly CorpusLot[]): Promise<Market> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-search-'))
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
  const database = openDatabase(path.join(dir, 'gisement.sqlite'))
  database.writer.pragma('synchronous = OFF')
  migrateDatabase(database)
  const ids = await publish(lots)
  const close = () => {
    database.close()
    fs.rmSync(dir, { recursive: true, force: true })
  }
  return { database, ids, close }
}

/** The same in a database of its own of a PostgreSQL server. */
export type SharedMarket = { url: string; ids: string[]; close: () => Promise<void> }

/** Publishes the lots in a new database of a server; its searches are answered by it, as their index is not begun. */
export async function openSharedMarket(
  { client, urlOf }: PgCluster,
  lots: readonly CorpusLot[],
): Promise<SharedMarket> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-search-'))
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
  const name = `market_${lots.length}`
  await client.query(`create database ${name}`)
  // The product refuses a server that acknowledges what it has not written.
  await client.query(`alter database ${name} set synchronous_commit = on`)
  const url = urlOf(name)
  const database = await openPostgres(url)
  await migratePostgres(database)
  const ids = await publish(lots)
  await database.connections.writers.query('vacuum analyze')
  const close = async () => {
    await database.close()
    await client.query(`drop database ${name} with (force)`)
    fs.rmSync(dir, { recursive: true, force: true })
  }
  return { url, ids, close }
}

async function publish(lots: readonly CorpusLot[]): Promise<string[]> {
  await loadReferenceCommunes()
  const communes = await listCommunes()
  const organisation = makeOrganisation({ kind: 'company' })
  const draw = drawFrom(7)
  const sites = communes.map(({ code }) => makeSite({ organisationId: organisation.id, communeCode: code }))
  await withTx((tx) => insertRows(tx, { organisations: [organisation], sites }))
  const today = isoDayOf(nowMs())
  const ids: string[] = []
  for (let start = 0; start < lots.length; start += AT_ONCE) {
    const rows = lots.slice(start, start + AT_ONCE).map(({ facts: _hidden, ...lot }, index) => {
      const site = pick(draw, sites)
      const publishedAtMs = nowMs() - Math.floor(draw() * 60 * 86_400_000)
      return makeLot({
        ...lot,
        organisationId: organisation.id,
        siteId: site.id,
        communeCode: site.communeCode,
        id: randomUUID(),
        reference: `GIS-${(start + index).toString(36).toUpperCase().padStart(5, '0')}`,
        quantityMilli: 1000 * (1 + Math.floor(draw() * 200)),
        condition: 1 + Math.floor(draw() * 5),
        availableUntil: addDays(today, 1 + Math.floor(draw() * 90)),
        publishedAtMs,
        createdAtMs: publishedAtMs,
      })
    })
    await withTx((tx) => insertRows(tx, { lots: rows }))
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}
