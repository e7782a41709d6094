import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { database } from '~/platform/db.server'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { countAnswersByCommune } from './answers.server'
import type { LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'
import { findLastChange } from './queries/photo-vectors.server'

type Counts = ReadonlyMap<string, number>
type Held = { epoch: number; seq: number; counts: Promise<Counts> }

/** Searches whose counts are kept; the one not asked for the longest goes first. */
const MOST_KEPT = 200
const kept = new Map<string, Held>()
let keptOf: unknown = null

/**
 * How many open lots that the viewer sees fit the filters, by commune code; communes without any are absent. A map asks
 * for the same counts at each of its moves: they are kept until anything changes, in this process or another, or the
 * day does, on which stages open, or another server takes over.
 */
export async function lotsByCommune(filters: LotFilters, viewer: LotViewer): Promise<Counts> {
  if (keptOf !== database()) {
    kept.clear()
    keptOf = database()
  }
  const epoch = databaseEpoch()
  const seq = await findLastChange()
  const { sorting: _sorting, ...conditions } = filters
  const key = JSON.stringify([isoDayOf(nowMs()), viewer, conditions])
  const known = kept.get(key)
  kept.delete(key)
  // Compared once the number is there: whoever answered it is of this epoch.
  const isSame = known?.seq === seq && known.epoch === databaseEpoch()
  const held = isSame ? known : { epoch, seq, counts: countAnswersByCommune(filters, viewer) }
  kept.set(key, held)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  held.counts.catch(() => kept.delete(key))
  return held.counts
}
