import { setImmediate as nextTurn } from 'node:timers/promises'
import { database, type AnyDatabase } from '~/platform/db.server'
import { makeKnown } from '~/platform/held-indexes.server'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { VectorIndex } from './model/vector-index'
import {
  findLastChange,
  listLotsChangedSince,
  listPublishedVectors,
  listVectorsOfLots,
  type PhotoVector,
} from './queries/photo-vectors.server'

/** A lot and how like its nearest photo is, from -1 to 1. */
export type NearLot = { lotId: string; likeness: number }

type Held = {
  database: AnyDatabase
  modelVersion: string
  index: VectorIndex
  lotOf: Map<string, string>
  photosOf: Map<string, string[]>
  /** The last change that the index has followed. */
  seq: number
  /** The epoch of the database in which that number counts. */
  epoch: number
}

/** Lots reloaded by one query; the changes of a longer absence are followed by building the index anew. */
const MOST_RELOADED = 500

let held: Promise<Held> | null = null
let built: Held | null = null
const state = () => built && { entries: built.index.size, seq: built.seq, bytes: built.index.bytes }
makeKnown({ name: 'photos', follows: 'changes', state, isBuiltOnDemand: true })

/**
 * Lots whose photos are nearest to the queries, nearest first, from the vectors of published lots that this model
 * made. The index is in memory, built at the first search, and follows the changes that any process wrote. Who may see
 * a lot is the caller's to ask.
 * @param most photos looked at, so that a lot with many photos counts once for all of them
 */
export async function nearestLots(
  modelVersion: string,
  queries: readonly Float32Array[],
  { most, least }: { most: number; least: number },
): Promise<{ lots: NearLot[]; isAll: boolean }> {
  const { index, lotOf } = await current(modelVersion, queries[0]?.length ?? 0)
  const near = await index.nearest(queries, { most, least }, pause)
  const lots = new Map<string, number>()
  for (const { key, likeness } of near) {
    const lotId = lotOf.get(key)
    if (lotId && !lots.has(lotId)) lots.set(lotId, likeness)
  }
  return { lots: [...lots].map(([lotId, likeness]) => ({ lotId, likeness })), isAll: near.length < most }
}

/** One caller at a time brings the index up to date; the others wait for the same. */
async function current(modelVersion: string, dimensions: number): Promise<Held> {
  const before = held
  const next = (async () => {
    const known = await before?.catch(() => null)
    const isSame =
      known?.database === database() &&
      known.modelVersion === modelVersion &&
      known.index.dimensions === dimensions
    built = (known && isSame && (await follow(known))) || (await build(modelVersion, dimensions))
    return built
  })()
  held = next
  return next
}

async function build(modelVersion: string, dimensions: number): Promise<Held> {
  const made: Held = {
    database: database(),
    modelVersion,
    index: new VectorIndex(dimensions),
    lotOf: new Map(),
    photosOf: new Map(),
    // Read before all else: what is of another epoch at its end is built anew.
    epoch: databaseEpoch(),
    // Read before the vectors: what changes meanwhile is read again, never missed.
    seq: await findLastChange(),
  }
  let after = ''
  for (;;) {
    const page = await listPublishedVectors(modelVersion, after)
    for (const row of page) add(made, row)
    const last = page.at(-1)
    if (!last) return made
    after = last.photoId
    await pause()
  }
}

/** Brings an index up to date; null when too much changed, or another server took over. */
async function follow(known: Held): Promise<Held | null> {
  const seq = await findLastChange()
  // Asked once the number is there: whoever answered it is of this epoch.
  if (known.epoch !== databaseEpoch() || seq < known.seq) return null
  if (seq === known.seq) return known
  const lotIds = await listLotsChangedSince(known.seq)
  if (lotIds.length > MOST_RELOADED) return null
  const rows = await listVectorsOfLots(known.modelVersion, lotIds, { publishedOnly: true })
  for (const lotId of lotIds) forget(known, lotId)
  for (const row of rows) add(known, row)
  known.seq = seq
  return known
}

function add({ index, lotOf, photosOf }: Held, { photoId, lotId, vector }: PhotoVector): void {
  index.set(photoId, vector)
  lotOf.set(photoId, lotId)
  photosOf.set(lotId, [...(photosOf.get(lotId) ?? []), photoId])
}

function forget({ index, lotOf, photosOf }: Held, lotId: string): void {
  for (const photoId of photosOf.get(lotId) ?? []) {
    // A photo may have gone to another lot meanwhile.
    if (lotOf.get(photoId) !== lotId) continue
    index.remove(photoId)
    lotOf.delete(photoId)
  }
  photosOf.delete(lotId)
}

async function pause(): Promise<void> {
  await nextTurn()
}
