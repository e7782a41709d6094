import { setClock } from '~/core/clock'
import { addDays, type IsoDay } from '~/core/days'
import { publishHead } from '~/features/accounting/commands/keep-chain.server'
import { recordMissing } from '~/features/accounting/commands/record-handover.server'
import { stopClassifier } from '~/features/classifier/classifier.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { listCommunes, type CommuneRow } from '~/features/communes/queries.server'
import { proposeForLot } from '~/features/matching/commands/propose-pairs.server'
import { database } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { diceFor } from '../dice'
import { bulkInserter } from '../factories/bulk'
import { insertRows, type Rows } from '../factories/rows'
import { makePicturePool, type PoolPicture } from '../picture-pool'
import type { Draw, PictureMode } from '../picture-sources'
import { renderPicture } from '../pictures/render-picture'
import { planInventories } from '../plan/inventories'
import { planPhotos } from '../plan/photos'
import { newWorld, type PlannedLot, type World } from '../plan/world'
import { hasOrganisations } from '../seed-demo'
import { planCrowd, type Crowd } from './crowd'
import { planDeals } from './deals'
import { planKeptSearches } from './searches'
import type { Scale } from './sizes'
import { planWishes } from './wishes'
import { drawWorks, planWorks, type Works } from './works'

export type SeedScale = {
  scale: Scale
  /** The market's «today»: every date is counted from it. */
  baseDay: IsoDay
  seed?: number
  pictures: PictureMode
  draw?: Draw
  say?: (line: string) => void
}

export const NOT_FOR_PRODUCTION = 'A generated market is not for production: nothing was written.'

/** Sites whose rows are made, written and forgotten together. */
const SITES_AT_ONCE = 500

/**
 * Fills an open, migrated and empty database with a market of a size, by the demo's own rules: the same base day, seed
 * and size give the same rows, but for the pairs that the product then proposes. The ledger is chained by the
 * accounting. While it writes, nothing is synced to the disk; once it has ended, all of it is.
 * @returns how many rows each table received
 * @throws Error in production, or when the database has organisations
 */
export async function seedScale({
  scale,
  baseDay,
  seed = 1,
  pictures,
  draw = renderPicture,
  say = () => undefined,
}: SeedScale): Promise<Partial<Record<keyof Rows, number>>> {
  if (env().isProduction) throw new Error(NOT_FOR_PRODUCTION)
  if (await hasOrganisations()) {
    throw new Error(
      'The database has records already: a generated market needs an empty one. Nothing was written.',
    )
  }
  await loadReferenceCommunes()
  const pool = await makePicturePool(pictures, { draw, say })
  await stopClassifier()
  const market = { scale, baseDay, seed, pool, communes: await listCommunes() }
  const counts = await inOneGo(async () => {
    const { counts, newest } = await writeMarket(market, say)
    const entries = await recordMissing({ afterMs: 60_000 })
    say(`Market: ${entries} handovers in the ledger.`)
    await atNight(baseDay, async () => {
      await publishHead()
      for (const { row } of newest.slice(-scale.paired)) await proposeForLot(row.id)
    })
    return counts
  })
  say('Market: pairs proposed.')
  return counts
}

type Market = {
  scale: Scale
  baseDay: IsoDay
  seed: number
  pool: readonly PoolPicture[]
  communes: readonly CommuneRow[]
}

/** Writes everything but the ledger and the pairs; gives the lots that are there, by the end of their works. */
async function writeMarket({ scale, baseDay, seed, pool, communes }: Market, say: (line: string) => void) {
  const write = rowWriter()
  const diceOf = (name: string) => diceFor(`scale ${name}`, seed)
  const eventDice = diceOf('events')
  const worldOf = (): World => ({ ...newWorld(baseDay, communes), eventDice })
  const first = worldOf()
  const crowd: Crowd = planCrowd(first, diceOf('crowd'), scale.organisations)
  await write(first.rows)
  const dice = { works: diceOf('works'), wishes: diceOf('wishes'), deals: diceOf('deals') }
  const more = { inventories: diceOf('inventories'), photos: diceOf('photos') }
  const references = new Set<string>()
  const works = drawWorks(dice.works, scale.lots)
  const newest: PlannedLot[] = []
  let made = { lots: 0, needs: 0 }
  for (let start = 0; start < works.length; start += SITES_AT_ONCE) {
    const some: Works[] = works.slice(start, start + SITES_AT_ONCE)
    const world = worldOf()
    const { giving, building, lots } = planWorks(world, crowd, some, { dice: dice.works, references })
    planDeals({ world, dice: dice.deals }, crowd, lots)
    const due = Math.round((scale.needs * (made.lots + lots.length)) / scale.lots)
    const count = Math.max(0, due - made.needs - world.rows.needs.length)
    planWishes({ world, dice: dice.wishes }, crowd, lots, { count, building })
    planInventories(world, giving, more.inventories)
    planPhotos(world, lots, pool, more.photos)
    made = { lots: made.lots + lots.length, needs: made.needs + world.rows.needs.length }
    newest.push(...lots.filter((lot) => lot.until > 0 && lot.row.status === 'published'))
    await write({ ...world.rows, embeddings: [] })
    say(`Market: ${made.lots} lots, ${made.needs} needs…`)
  }
  const last = worldOf()
  planKeptSearches({ world: last, dice: diceOf('searches') }, crowd, newest, scale.searches)
  await write(last.rows)
  return { counts: write.counts, newest }
}

function rowWriter() {
  const open = database()
  const insert = open.engine === 'sqlite' ? bulkInserter(open) : undefined
  const counts: Partial<Record<keyof Rows, number>> = {}
  const write = async (rows: Rows): Promise<void> => {
    await withTx((tx) => insertRows(tx, rows, insert))
    for (const [table, { length }] of Object.entries(rows) as [keyof Rows, unknown[]][]) {
      if (length > 0) counts[table] = (counts[table] ?? 0) + length
    }
  }
  return Object.assign(write, { counts })
}

/** Writes without waiting for the disk; then everything is on it and the planner of queries knows the tables. */
async function inOneGo<T>(work: () => Promise<T>): Promise<T> {
  const open = database()
  if (open.engine === 'postgres') {
    const made = await work()
    await open.connections.writers.query('analyze')
    return made
  }
  const { writer } = open
  writer.pragma('synchronous = OFF')
  writer.pragma('cache_size = -400000')
  try {
    return await work()
  } finally {
    writer.pragma('synchronous = FULL')
    writer.pragma('cache_size = -16000')
    writer.pragma('wal_checkpoint(TRUNCATE)')
  }
}

/** Runs with the clock at the evening before the base day. */
async function atNight(baseDay: IsoDay, work: () => Promise<void>): Promise<void> {
  const atMs = Date.parse(`${addDays(baseDay, -1)}T20:00:00Z`)
  setClock({ now: () => atMs })
  try {
    await work()
  } finally {
    setClock()
  }
}
