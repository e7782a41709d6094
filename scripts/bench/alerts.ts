/**
 * How long does it take to hold a lot against many searches, and does the server stay awake? Makes a database of its
 * own with lots and searches of many kinds, then publishes lots one by one: `npm run --silent bench:alerts`. Prints one
 * JSON line.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { MATERIAL_TYPES } from '~/core/material-types'
import { findForLot } from '~/features/alerts/commands/find-for-searches.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { listCommunes } from '~/features/communes/queries.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { makeSavedSearch } from '~db/seed/factories/alert'
import { makeLot } from '~db/seed/factories/lot'
import { makeOrganisation } from '~db/seed/factories/organisation'
import { emptyRows, insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { makeUser } from '~db/seed/factories/user'
import { seededRandom } from '../train/random'

const { values } = parseArgs({
  options: { searches: { type: 'string', default: '5000' }, lots: { type: 'string', default: '2000' } },
})
const [SEARCHES, LOTS, PUBLISHED] = [Number(values.searches), Number(values.lots), 5]
const WORDS = ['porte', 'chêne', 'radiateur', 'brique pleine', 'carrelage', 'verre']

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-bench-'))
setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
const database = openDatabase(path.join(dir, 'gisement.sqlite'))
try {
  migrateDatabase(database)
  await loadReferenceCommunes()
  await measure(await fill())
} finally {
  database.close()
  fs.rmSync(dir, { recursive: true, force: true })
}

/** Lots and searches: a third by material alone, a third around a town too, a third by words. Gives the lots' ids. */
async function fill(): Promise<string[]> {
  const random = seededRandom(34)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const codes = (await listCommunes()).map(({ code }) => code)
  const rows = emptyRows()
  const giver = makeOrganisation({ communeCode: '93048', kind: 'company', isGiver: true })
  const taker = makeOrganisation({ communeCode: '75056', kind: 'company', isTaker: true })
  const site = makeSite({ organisationId: giver.id, communeCode: '93048' })
  rows.organisations.push(giver, taker)
  rows.sites.push(site)
  for (let made = 0; made < LOTS; made++) {
    const place = { organisationId: giver.id, siteId: site.id, communeCode: pick(codes) }
    rows.lots.push(makeLot({ ...place, material: pick(MATERIAL_TYPES), title: `Lot de ${pick(WORDS)}` }))
  }
  for (let made = 0; made < SEARCHES; made++) {
    const user = makeUser({ email: `${newId()}@personnes.example` })
    const query = [
      `?materiau=${pick(MATERIAL_TYPES)}`,
      `?materiau=${pick(MATERIAL_TYPES)}&commune=${pick(codes)}&rayon=10`,
      `?q=${encodeURIComponent(pick(WORDS))}`,
    ][made % 3]!
    rows.users.push(user)
    rows.savedSearches.push(makeSavedSearch({ userId: user.id, organisationId: taker.id, query }))
  }
  await withTx((tx) => insertRows(tx, rows))
  return rows.lots.slice(0, PUBLISHED).map(({ id }) => id)
}

async function measure(lotIds: readonly string[]): Promise<void> {
  const pauses = monitorEventLoopDelay({ resolution: 5 })
  const tookMs: number[] = []
  pauses.enable()
  for (const lotId of lotIds) {
    const start = performance.now()
    await findForLot(lotId)
    tookMs.push(performance.now() - start)
  }
  pauses.disable()
  tookMs.sort((a, b) => a - b)
  const found = database.writer.prepare('select count(*) from alert_hits').pluck().get()
  console.log(
    JSON.stringify({
      ...{
        at: new Date(nowMs()).toISOString().slice(0, 10),
        searches: SEARCHES,
        lots: LOTS,
        published: lotIds.length,
        found,
      },
      medianMs: Math.round(tookMs[Math.floor(tookMs.length / 2)]!),
      longestMs: Math.round(tookMs.at(-1)!),
      longestPauseMs: Math.round(pauses.max / 1e6),
    }),
  )
}
