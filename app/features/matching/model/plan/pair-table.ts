import { NeedShelves } from './need-shelves'
import { PairGains } from './pair-gains'
import type { PlanSnapshot } from './plan-snapshot'

/** Pairs kept in all, 8 bytes each; those of the lots after them are worked out anew each time. */
const MOST_KEPT = 64_000_000

/**
 * Whether a lot and a need are to be looked at, by how well the lot's material serves the need's and a distance in
 * kilometres that theirs is no less than.
 */
export type IsOfInterest = (lot: number, need: number, substitution: number, leastKm: number) => boolean

export type VisitPair = (lot: number, need: number, gain: number) => void

/**
 * Every pair of a snapshot that may be made, with what it gains as `PairGains` says it: worked out once, and kept in
 * numbers side by side for those who look at all of them again.
 */
export class PairTable {
  private readonly shelves: NeedShelves
  private readonly gains: PairGains
  /** By lot: its needs, then as many gains. Lots beyond the last are not kept. */
  private readonly rows: Int32Array[] = []
  private readonly row: Int32Array

  /** @param most pairs that are kept */
  constructor(
    readonly snapshot: PlanSnapshot,
    most = MOST_KEPT,
  ) {
    this.shelves = new NeedShelves(snapshot.needs.map(({ side }) => side))
    this.gains = new PairGains(snapshot)
    this.row = new Int32Array(2 * snapshot.needs.length)
    for (let lot = 0, kept = 0; lot < snapshot.lots.length; lot++) {
      const row = this.rowOf(lot)
      kept += row.length / 2
      if (kept > most) break
      this.rows.push(row)
    }
  }

  /**
   * Every pair, lot by lot.
   * @param isOfInterest tells at a glance which pairs need not be worked out; others may be visited all the same
   */
  forEach(visit: VisitPair, isOfInterest: IsOfInterest = () => true): void {
    for (let lot = 0; lot < this.snapshot.lots.length; lot++) {
      const row = this.rows[lot]
      if (row === undefined) this.workOut(lot, visit, isOfInterest)
      else for (let at = 0, half = row.length / 2; at < half; at++) visit(lot, row[at]!, row[half + at]!)
    }
  }

  private rowOf(lot: number): Int32Array {
    const { row } = this
    let count = 0
    this.workOut(lot, (_, need, gain) => {
      row[2 * count] = need
      row[2 * count + 1] = gain
      count += 1
    })
    const made = new Int32Array(2 * count)
    for (let at = 0; at < count; at++) {
      made[at] = row[2 * at]!
      made[count + at] = row[2 * at + 1]!
    }
    return made
  }

  private workOut(lot: number, visit: VisitPair, isOfInterest: IsOfInterest = () => true): void {
    const { shelves, gains } = this
    gains.take(lot)
    shelves.forEachNear(this.snapshot.lots[lot]!.side, (need, substitution, leastKm) => {
      if (!isOfInterest(lot, need, substitution, leastKm)) return
      const gain = gains.with(need, substitution)
      if (gain !== 0) visit(lot, need, gain)
    })
  }
}
