import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { listCommunes } from '~/features/communes/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { lotMarkers } from '~/features/map/lot-markers.server'
import { boundsOf, clustersAt, type Bounds } from '~/features/map/model/clusters'
import { recordChange } from '~/platform/changes.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { makeOrganisation } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { seededRandom } from '../train/random'

/**
 * Times the map of lots on a temporary database of many: one walk of viewports for each search, first with counts that
 * must be made (`cold`, something has just changed) and then with counts that are kept (`warm`, a map that is moved).
 * `points` is what lots as points of their own would cost instead: the same grouping over every lot of the view, each
 * a little apart. Milliseconds and bytes by viewport; the last line is JSON.
 */
const { values } = parseArgs({
  options: { n: { type: 'string', default: '100000' }, moves: { type: 'string', default: '60' } },
})
const count = Number(values.n)
const moves = Number(values.moves)
const random = seededRandom(17)

const SEARCHES = ['', '?materiau=door', '?q=parquet', '?commune=93048&rayon=15', '?don=oui&etat=3']

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-bench-map-'))
setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
const database = openDatabase(path.join(dir, 'gisement.sqlite'))
try {
  migrateDatabase(database)
  await loadReferenceCommunes()
  const communes = await listCommunes()
  await fill(communes)
  const bounds = boundsOf(communes)!
  const figures: Record<string, unknown> = { lots: count, searches: SEARCHES.length }
  figures.cold = summary(await walk(bounds, Math.min(moves, 25), true))
  figures.warm = summary(await walk(bounds, moves, false))
  figures.points = summary(asPoints(communes))
  for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${JSON.stringify(figure)}`)
  console.log(JSON.stringify(figures))
} finally {
  database.close()
  fs.rmSync(dir, { recursive: true, force: true })
}

type Sample = { ms: number; bytes: number }

/** Lots in every commune, more where more people live. */
async function fill(communes: Awaited<ReturnType<typeof listCommunes>>): Promise<void> {
  const organisation = makeOrganisation()
  const sites = communes.map(({ code }) => makeSite({ organisationId: organisation.id, communeCode: code }))
  await withTx((tx) => insertRows(tx, { organisations: [organisation], sites }))
  const wheel = communes.flatMap(({ population }, index) =>
    Array.from({ length: Math.max(1, Math.round(population / 5000)) }, () => index),
  )
  const today = isoDayOf(nowMs())
  for (let start = 0; start < count; start += 5000) {
    const lots = Array.from({ length: Math.min(5000, count - start) }, (_, index) => {
      const site = sites[wheel[Math.floor(random() * wheel.length)]!]!
      return makeLot({
        organisationId: organisation.id,
        siteId: site.id,
        communeCode: site.communeCode,
        reference: `B-${start + index}`,
        material: MATERIAL_TYPES[Math.floor(random() * MATERIAL_TYPES.length)]!,
        title: random() < 0.2 ? 'Parquet chêne' : 'Portes à âme pleine',
        condition: 1 + Math.floor(random() * 5),
        unitPriceCents: random() < 0.5 ? 0 : 500,
        publicFrom: addDays(today, random() < 0.1 ? 3 : -3),
      })
    })
    await withTx((tx) => insertRows(tx, { lots }))
  }
}

/** Viewports as a person's: the whole, then closer and closer somewhere, and back. */
async function walk(bounds: Bounds, steps: number, isCold: boolean): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const query of SEARCHES) {
    const { search, place } = await readSearch(new URLSearchParams(query))
    const asked = { search, filters: filtersOf(search, place) }
    if (!isCold) await lotMarkers({ bbox: bounds, zoom: 9 }, asked, VISITOR)
    for (let step = 0; step < steps; step++) {
      if (isCold) await somethingChanges()
      const viewport = { zoom: 8 + (step % 8), bbox: part(bounds, step % 8) }
      const started = performance.now()
      const markers = await lotMarkers(viewport, asked, VISITOR)
      const body = JSON.stringify({ markers })
      samples.push({ ms: performance.now() - started, bytes: Buffer.byteLength(body) })
    }
  }
  return samples
}

async function somethingChanges(): Promise<void> {
  const change = { entity: 'lot', entityId: randomUUID(), kind: 'edited', actorUserId: null } as const
  await withTx((tx) => recordChange(tx, change))
}

/** A part of the bounds, half as wide at each level. */
function part([west, south, east, north]: Bounds, level: number): Bounds {
  const [wide, tall] = [(east - west) / 2 ** level, (north - south) / 2 ** level]
  const [left, low] = [west + random() * (east - west - wide), south + random() * (north - south - tall)]
  return [left, low, left + wide, low + tall]
}

/** What grouping every lot as a point of its own costs at one viewport. */
function asPoints(communes: Awaited<ReturnType<typeof listCommunes>>): Sample[] {
  const items = Array.from({ length: count }, (_, index) => {
    const { lat, lon, name } = communes[index % communes.length]!
    return { key: String(index), name, lat: lat + random() / 50, lon: lon + random() / 50, weight: 1 }
  })
  return [8, 11, 14].map((zoom) => {
    const started = performance.now()
    const clusters = clustersAt(items, zoom)
    const body = JSON.stringify(clusters.map(({ lat, lon, weight }) => ({ lat, lon, weight })))
    return { ms: performance.now() - started, bytes: Buffer.byteLength(body) }
  })
}

function summary(samples: readonly Sample[]) {
  const of = (values: number[]) => {
    const sorted = values.sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    return { p50: round(at(0.5)), p95: round(at(0.95)) }
  }
  return {
    viewports: samples.length,
    ms: of(samples.map(({ ms }) => ms)),
    bytes: of(samples.map(({ bytes }) => bytes)),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
