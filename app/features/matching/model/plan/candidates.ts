import { gramsPerUnit } from './gain'
import { KeptPairs } from './kept-pairs'
import type { PairList } from './pair-list'
import type { PairTable } from './pair-table'

/** What a need could be served with, whatever others want. */
export type Reach = {
  /** Thousandths that its lots have free in all. */
  milli: number
  /** Grams of a unit on average over those lots whose mass is known; null without one. */
  gPerUnit: number | null
}

/** Candidates kept for each lot and, of others, for each need: enough that an optimum loses nothing to speak of. */
export const KEPT = 30

/**
 * Of every pair that may be made (of two organisations, a lot that the need's sees today, set aside by neither, of which
 * the need wants as much as the giver gives at least, and worth its trip) the best by gain of each lot and of each need,
 * so that neither a lot in demand nor a need in want loses its only pairs.
 * @param kept of each lot and of each need
 */
export function findCandidates(table: PairTable, kept = KEPT): PairList {
  const { lots, needs } = table.snapshot
  const ofLots = new KeptPairs(lots.length, kept)
  const ofNeeds = new KeptPairs(needs.length, kept)
  table.forEach((lot, need, gain) => {
    const perMilli = Math.abs(gain)
    if (ofLots.wants(lot, perMilli, need)) ofLots.offer(lot, gain, need)
    if (ofNeeds.wants(need, perMilli, lot)) ofNeeds.offer(need, gain, lot)
  })
  return unionOf(lots.length, needs.length, ofLots, ofNeeds)
}

/** Room for a gain, signed, beside its need in one number. */
const GAINS = 2 ** 31

/** The pairs that either side keeps. */
function unionOf(lots: number, needs: number, ofLots: KeptPairs, ofNeeds: KeptPairs): PairList {
  const isAlone = (lot: number, need: number, gain: number) => !ofLots.has(lot, Math.abs(gain), need)
  const starts = new Int32Array(lots + 1)
  for (let lot = 0; lot < lots; lot++) ofLots.forEach(lot, () => (starts[lot + 1]! += 1))
  for (let need = 0; need < needs; need++)
    ofNeeds.forEach(need, (lot, gain) => (starts[lot + 1]! += isAlone(lot, need, gain) ? 1 : 0))
  for (let lot = 0; lot < lots; lot++) starts[lot + 1]! += starts[lot]!
  const next = starts.slice()
  const keys = new Float64Array(starts[lots]!)
  const add = (lot: number, need: number, gain: number) =>
    (keys[next[lot]!++] = need * GAINS + gain + GAINS / 2)
  for (let lot = 0; lot < lots; lot++) ofLots.forEach(lot, (need, gain) => add(lot, need, gain))
  for (let need = 0; need < needs; need++)
    ofNeeds.forEach(need, (lot, gain) => isAlone(lot, need, gain) && add(lot, need, gain))
  const pairs = {
    lot: new Int32Array(keys.length),
    need: new Int32Array(keys.length),
    gain: new Int32Array(keys.length),
  }
  for (let lot = 0; lot < lots; lot++) {
    keys.subarray(starts[lot], starts[lot + 1]).sort()
    for (let at = starts[lot]!; at < starts[lot + 1]!; at++) {
      const need = Math.floor(keys[at]! / GAINS)
      pairs.lot[at] = lot
      pairs.need[at] = need
      pairs.gain[at] = keys[at]! - need * GAINS - GAINS / 2
    }
  }
  return pairs
}

/** What each need could be served with, summed up pair by pair, lots in their order; and how many pairs there are. */
export function reachOf(table: PairTable): { reach: Reach[]; pairs: number } {
  const { lots, needs } = table.snapshot
  const milli = new Float64Array(needs.length)
  const weighedMilli = new Float64Array(needs.length)
  const massG = new Float64Array(needs.length)
  const free = Float64Array.from(lots, ({ side }) => side.quantityMilli)
  const gPerUnit = Float64Array.from(lots, ({ side }) => gramsPerUnit(side) ?? Number.NaN)
  let pairs = 0
  table.forEach((lot, need) => {
    pairs += 1
    milli[need]! += free[lot]!
    if (Number.isNaN(gPerUnit[lot]!)) return
    weighedMilli[need]! += free[lot]!
    massG[need]! += (free[lot]! * gPerUnit[lot]!) / 1000
  })
  const reach = Array.from(milli, (all, need) => {
    const weighed = weighedMilli[need]!
    return { milli: all, gPerUnit: weighed > 0 ? (massG[need]! * 1000) / weighed : null }
  })
  return { reach, pairs }
}
