import type { AllocationPart } from '../allocation/problem'
import { KeptPairs } from './kept-pairs'
import { placeKey } from './pair-list'
import type { PairTable } from './pair-table'

/** Pairs looked at for each lot and for each need, the best of those in which the need wants all of the lot. */
const KEPT = 30

type Preference = { shown: ReadonlySet<number>; ofShown: number }
const NOTHING: Preference = { shown: new Set(), ofShown: 0 }

/**
 * Gives the lots of a set in one piece each, the most valuable first, to the best need that still wants all of it.
 * Feasible, not always the best: what it gains is a floor.
 * @param preference thousandths of its gain that a pair that was shown counts more
 */
export function giveWhole(
  table: PairTable,
  isGiven: (lot: number) => boolean,
  { shown, ofShown }: Preference = NOTHING,
): { parts: AllocationPart[]; gain: number } {
  const { lots, needs } = table.snapshot
  const open = Float64Array.from(needs, ({ side }) => side.quantityMilli)
  const capacity = Float64Array.from(lots, ({ side }, lot) => (isGiven(lot) ? side.quantityMilli : 0))
  const ofLots = new KeptPairs(lots.length, KEPT)
  const ofNeeds = new KeptPairs(needs.length, KEPT)
  table.forEach((lot, need, gain) => {
    if (!(capacity[lot]! > 0 && open[need]! >= capacity[lot]!)) return
    const perMilli = Math.abs(gain)
    if (ofLots.wants(lot, perMilli, need)) ofLots.offer(lot, gain, need)
    if (ofNeeds.wants(need, perMilli, lot)) ofNeeds.offer(need, gain, lot)
  })
  const turns: { lot: number; need: number; worth: number; count: number }[] = []
  const add = (lot: number, need: number, gain: number) => {
    const worth = Math.abs(gain) * capacity[lot]!
    const isShown = shown.has(placeKey(lot, need, needs.length))
    turns.push({ lot, need, worth, count: worth * (1000 + (isShown ? ofShown : 0)) })
  }
  lots.forEach((_, lot) => ofLots.forEach(lot, (need, gain) => add(lot, need, gain)))
  needs.forEach((_, need) =>
    ofNeeds.forEach(need, (lot, gain) => ofLots.has(lot, Math.abs(gain), need) || add(lot, need, gain)),
  )
  turns.sort((a, b) => b.count - a.count || a.lot - b.lot || a.need - b.need)
  const parts: AllocationPart[] = []
  let gain = 0
  for (const { lot, need, worth } of turns) {
    const quantity = capacity[lot]!
    if (quantity === 0 || open[need]! < quantity) continue
    capacity[lot] = 0
    open[need]! -= quantity
    parts.push({ lot, need, quantity })
    gain += worth
  }
  return { parts, gain }
}
