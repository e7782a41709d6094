import { gramsPerUnit, type Gain } from './gain'
import { KeptPairs } from './kept-pairs'
import type { PairTable } from './pair-table'
import type { PlanLot } from './plan-snapshot'

/** A pair that may be made; lot and need are places in the snapshot. */
export type Candidate = { lot: number; need: number } & Gain

/** What a need could be served with, whatever others want. */
export type Reach = {
  /** Thousandths that its lots have free in all. */
  milli: number
  /** Grams of a unit on average over those lots whose mass is known; null without one. */
  gPerUnit: number | null
}

export type Candidates = {
  /** By lot, then need. */
  pairs: Candidate[]
  /** By need. */
  reach: Reach[]
}

/** Candidates kept for each lot and, of others, for each need: enough that an optimum loses nothing to speak of. */
export const KEPT = 30

/**
 * Every pair that passes the filters of the score and is worth its trip: of two organisations, a lot that the need's
 * sees today, set aside by neither, and of which the need wants as much as the giver gives at least. The best by gain of
 * each lot and of each need are kept, so that neither a lot in demand nor a need in want loses its only pairs.
 * @param kept of each lot and of each need
 */
export function findCandidates(table: PairTable, kept = KEPT): Candidates {
  const { lots, needs } = table.snapshot
  const ofLots = new KeptPairs(lots.length, kept)
  const ofNeeds = new KeptPairs(needs.length, kept)
  const reach = new ReachSums(needs.length)
  table.forEach((lot, need, gain) => {
    reach.add(need, lots[lot]!)
    const perMilli = Math.abs(gain)
    if (ofLots.wants(lot, perMilli, need)) ofLots.offer(lot, gain, need)
    if (ofNeeds.wants(need, perMilli, lot)) ofNeeds.offer(need, gain, lot)
  })
  return { pairs: unionOf(lots.length, needs.length, ofLots, ofNeeds), reach: reach.all() }
}

/** The pairs that either side keeps, by lot, then need. */
function unionOf(lots: number, needs: number, ofLots: KeptPairs, ofNeeds: KeptPairs): Candidate[] {
  const byLot = Array.from({ length: lots }, (): Candidate[] => [])
  const add = (lot: number, need: number, gain: number) =>
    byLot[lot]!.push({ lot, need, perMilli: Math.abs(gain), hasClaim: gain > 0 })
  for (let lot = 0; lot < lots; lot++) ofLots.forEach(lot, (need, gain) => add(lot, need, gain))
  for (let need = 0; need < needs; need++)
    ofNeeds.forEach(need, (lot, gain) => {
      if (!ofLots.has(lot, Math.abs(gain), need)) add(lot, need, gain)
    })
  return byLot.flatMap((pairs) => pairs.sort((a, b) => a.need - b.need))
}

/** What needs could be served with, summed up pair by pair. */
class ReachSums {
  private readonly milli: Float64Array
  private readonly weighedMilli: Float64Array
  private readonly massG: Float64Array

  constructor(needs: number) {
    this.milli = new Float64Array(needs)
    this.weighedMilli = new Float64Array(needs)
    this.massG = new Float64Array(needs)
  }

  add(need: number, { side }: PlanLot): void {
    const gPerUnit = gramsPerUnit(side)
    this.milli[need]! += side.quantityMilli
    if (gPerUnit === null) return
    this.weighedMilli[need]! += side.quantityMilli
    this.massG[need]! += (side.quantityMilli * gPerUnit) / 1000
  }

  all(): Reach[] {
    return Array.from(this.milli, (milli, need) => {
      const weighed = this.weighedMilli[need]!
      return { milli, gPerUnit: weighed > 0 ? (this.massG[need]! * 1000) / weighed : null }
    })
  }
}
