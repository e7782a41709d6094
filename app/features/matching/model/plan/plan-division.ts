import { byFalling } from '../allocation/by-falling'
import { ColumnFlow, type FlowSide } from '../allocation/column-flow'
import type { AllocationPart } from '../allocation/problem'
import { pairHash } from '../allocation/tie-order'
import type { TreeLinks } from '../allocation/tree-links'
import { KEPT } from './candidates'
import { KeptPairs } from './kept-pairs'
import { placeKey, type PairList } from './pair-list'
import type { PairTable } from './pair-table'
import { mostOf } from './price-out'

/**
 * What a pair counts: its gain times what its lot and its need say together, and so many times more of it where it was
 * shown. Whole numbers.
 */
export type Objective = {
  ofLots: Float64Array
  ofNeeds: Float64Array
  /** Keys of pairs that were shown, and how many times their gain they count more. */
  shown: ReadonlySet<number>
  ofShown: number
}

/** Pairs missing in all, at most, where ties are worth breaking before more are looked for. */
const NEAR = 1000

/**
 * The division that counts most, lots in any parts, of every pair of a table: column generation on one standing flow.
 * It divides over some pairs, looks at all for those that count more than their lot and need are worth, adds the thirty
 * of each lot that count most more, and goes on, until there is none. Among divisions that count as much it is the one
 * of the greatest sum of hashes, looked for among all pairs alike: where it began makes no difference to what it gives.
 */
export class PlanDivision {
  private readonly flow: ColumnFlow
  private readonly shut = new Set<number>()
  /** Whether few pairs are missing, by what was found last. */
  private isNear: boolean

  /** @param start pairs to begin with, and the tree of another division to begin from */
  constructor(
    private readonly table: PairTable,
    private readonly sides: { lots: readonly FlowSide[]; needs: readonly FlowSide[] },
    private objective: Objective,
    start: { pairs: PairList; links: TreeLinks | null },
  ) {
    const { pairs } = start
    this.isNear = start.links !== null
    this.flow = new ColumnFlow(sides.lots, sides.needs, pairs.lot.length)
    // In the order of gains: what pairs count may be larger than can be sorted.
    const gains: number[] = []
    for (let at = 0; at < pairs.lot.length; at++) {
      const [lot, need, gain] = [pairs.lot[at]!, pairs.need[at]!, pairs.gain[at]!]
      if (this.add(lot, need, gain)) gains.push(Math.abs(gain))
    }
    this.flow.begin(byFalling(Float64Array.from(gains)), start.links)
  }

  /** @returns false for a pair of which a side has nothing left */
  private add(lot: number, need: number, gain: number): boolean {
    if (!this.isOpen(lot, need)) return false
    this.flow.add(lot, need, this.countOf(lot, need, gain))
    return true
  }

  private countOf(lot: number, need: number, gain: number): number {
    const { ofLots, ofNeeds, shown, ofShown } = this.objective
    const more = shown.size > 0 && shown.has(this.keyOf(lot, need)) ? ofShown : 0
    return Math.abs(gain) * (ofLots[lot]! + ofNeeds[need]! + more)
  }

  /** Goes on from where it stands by another objective. @param pairs those that were shown */
  turnTo(objective: Objective, pairs: PairList): void {
    const before = this.objective
    this.isNear = false
    this.objective = objective
    const known = new Set<number>()
    this.flow.forEachPair((lot, need) => {
      const key = this.keyOf(lot, need)
      if (objective.shown.has(key)) known.add(key)
    })
    this.flow.regain((lot, need, counted) => {
      const gain = counted / (before.ofLots[lot]! + before.ofNeeds[need]!)
      return this.countOf(lot, need, gain)
    })
    pairs.lot.forEach((lot, at) => {
      const need = pairs.need[at]!
      if (!known.has(this.keyOf(lot, need))) this.add(lot, need, pairs.gain[at]!)
    })
  }

  /** To the best, ties broken if asked. @returns false when `isLate` said so first */
  settle(isLate: () => boolean, isCanonical: boolean): boolean {
    for (;;) {
      if (!this.flow.run(isLate)) return false
      // Worth its time once few pairs are missing.
      const areTiesBroken = isCanonical && this.isNear
      if (areTiesBroken) this.flow.breakTies(isLate)
      if (isLate()) return false
      const added = this.addOver()
      if (added === 0 && areTiesBroken === isCanonical) return true
      this.isNear = added < NEAR
    }
  }

  /** Shuts pairs for good. */
  close(pairs: readonly { lot: number; need: number }[]): void {
    const isTouched = new Uint8Array(this.sides.lots.length)
    for (const { lot, need } of pairs) {
      this.shut.add(this.keyOf(lot, need))
      isTouched[lot] = 1
    }
    this.flow.regain((lot, need, count) =>
      isTouched[lot] === 1 && this.shut.has(this.keyOf(lot, need)) ? -1 : count,
    )
  }

  parts(): AllocationPart[] {
    return this.flow.parts()
  }

  links(): TreeLinks {
    return this.flow.links()
  }

  /** The value of the dual: no division counts more. */
  bound(): number {
    const { lots, needs } = this.flow.worths()
    let bound = 0
    this.sides.lots.forEach(({ capacity }, lot) => (bound += capacity * lots[lot]!))
    this.sides.needs.forEach(({ capacity }, need) => (bound += capacity * needs[need]!))
    return bound
  }

  /**
   * Adds the pairs that count more than their sides are worth, and where ties were broken those that count as much and
   * are preferred. @returns how many
   */
  private addOver(): number {
    const { lots, needs } = this.flow.worths()
    const { ofLots, ofNeeds } = this.objective
    const over = this.overs(lots, needs)
    let added = 0
    for (let lot = 0; lot < lots.length; lot++) {
      over.forEach(lot, (need, more) => {
        const count = lots[lot]! + needs[need]! + Math.max(0, more)
        if (this.add(lot, need, count / (ofLots[lot]! + ofNeeds[need]!))) added += 1
      })
    }
    return added
  }

  /** What pairs count more than their sides are worth; below nil, by how much those that count as much are preferred. */
  private overs(lots: Float64Array, needs: Float64Array): KeptPairs {
    const ties = this.flow.tiesWorths()
    const { ofLots, ofNeeds } = this.objective
    const kept = new KeptPairs(lots.length, KEPT)
    const least = ties ? 0 : Number.MIN_VALUE
    // Pairs that were shown count more than this, and are in the flow.
    const overOf = (lot: number, need: number, gain: number) =>
      Math.abs(gain) * (ofLots[lot]! + ofNeeds[need]!) - lots[lot]! - needs[need]!
    const offer = (lot: number, need: number, over: number) => {
      const more = over > 0 ? over : -this.preferred(lot, need, ties!)
      if ((over === 0 && more >= 0) || !kept.wants(lot, Math.abs(more), need)) return
      if (this.isOpen(lot, need) && !this.shut.has(this.keyOf(lot, need))) kept.offer(lot, more, need)
    }
    for (let lot = 0; lot < lots.length; lot++) {
      const row = this.table.keptOf(lot)
      const half = (row?.length ?? 0) / 2
      for (let at = 0; at < half; at++) {
        const over = overOf(lot, row![at]!, row![half + at]!)
        if (over >= least) offer(lot, row![at]!, over)
      }
      if (row === null)
        this.offerUnkept(lot, { lots, needs }, (need, gain) => {
          const over = overOf(lot, need, gain)
          if (over >= least) offer(lot, need, over)
        })
    }
    return kept
  }

  /** The pairs of a lot that the table does not keep, but for those told at a glance to count less than they are worth. */
  private offerUnkept(
    lot: number,
    { lots, needs }: { lots: Float64Array; needs: Float64Array },
    visit: (need: number, gain: number) => void,
  ): void {
    const { ofLots, ofNeeds } = this.objective
    const { lots: all, needs: wanted } = this.table.snapshot
    const most = mostOf(this.table.snapshot, all[lot]!)
    this.table.forEachOf(
      lot,
      (_, need, gain) => visit(need, gain),
      (_, need, substitution, leastKm) => {
        const covered = Math.min(all[lot]!.side.quantityMilli, wanted[need]!.side.quantityMilli)
        const count = most(substitution, leastKm, covered) * (ofLots[lot]! + ofNeeds[need]!)
        return count >= lots[lot]! + needs[need]!
      },
    )
  }

  private isOpen(lot: number, need: number): boolean {
    return this.sides.lots[lot]!.capacity > 0 && this.sides.needs[need]!.capacity > 0
  }

  private preferred(lot: number, need: number, ties: { lots: Float64Array; needs: Float64Array }): number {
    const hash = pairHash(this.sides.lots[lot]!.hash, this.sides.needs[need]!.hash)
    return hash - ties.lots[lot]! - ties.needs[need]!
  }

  private keyOf(lot: number, need: number): number {
    return placeKey(lot, need, this.sides.needs.length)
  }
}
