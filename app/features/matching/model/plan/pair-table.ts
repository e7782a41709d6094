import { NeedShelves } from './need-shelves'
import { PairGains } from './pair-gains'
import { keyOfPair, type PlanSnapshot } from './plan-snapshot'
import { isSame, placesOf } from './same'

/** Pairs kept in all, 8 bytes each; those of the lots after them are worked out anew each time. */
const MOST_KEPT = 64_000_000

/**
 * Whether a lot and a need are to be looked at, by how well the lot's material serves the need's and a distance in
 * kilometres that theirs is no less than.
 */
export type IsOfInterest = (lot: number, need: number, substitution: number, leastKm: number) => boolean

export type VisitPair = (lot: number, need: number, gain: number) => void

type Row = Int32Array

/**
 * Every pair of a snapshot that may be made, with what it gains as `PairGains` says it: worked out once, and kept in
 * numbers side by side for those who look at all of them again, and for the table of a snapshot to come.
 */
export class PairTable {
  private readonly shelves: NeedShelves
  private readonly gains: PairGains
  /** By lot: its needs, then as many gains. Lots beyond the last are not kept. */
  private readonly rows: Row[] = []
  private readonly buffer: Int32Array
  private count = 0

  /**
   * @param before the table of an earlier snapshot, which is used up: pairs of a lot and a need of which nothing changed
   * are taken from it
   * @param most pairs that are kept
   */
  constructor(
    readonly snapshot: PlanSnapshot,
    { before, most = MOST_KEPT }: { before?: PairTable | undefined; most?: number } = {},
  ) {
    this.shelves = new NeedShelves(snapshot.needs.map(({ side }) => side))
    this.gains = new PairGains(snapshot)
    this.buffer = new Int32Array(2 * snapshot.needs.length)
    const known = before && this.knownOf(before)
    for (let lot = 0, kept = 0; lot < snapshot.lots.length; lot++) {
      const row = known?.(lot) ?? this.rowOf(lot)
      kept += row.length / 2
      if (kept > most) break
      this.rows.push(row)
    }
  }

  /**
   * Every pair, lot by lot.
   * @param isOfInterest tells at a glance which pairs need not be worked out; others may be visited all the same
   */
  forEach(visit: VisitPair, isOfInterest?: IsOfInterest): void {
    for (let lot = 0; lot < this.snapshot.lots.length; lot++) this.forEachOf(lot, visit, isOfInterest)
  }

  /** Every pair of a lot. */
  forEachOf(lot: number, visit: VisitPair, isOfInterest: IsOfInterest = () => true): void {
    const row = this.rows[lot]
    if (row === undefined) this.workOut(lot, visit, isOfInterest)
    else for (let at = 0, half = row.length / 2; at < half; at++) visit(lot, row[at]!, row[half + at]!)
  }

  /** The pairs of a lot for those who look at millions: its needs, then as many gains; null where they are not kept. */
  keptOf(lot: number): Readonly<Row> | null {
    return this.rows[lot] ?? null
  }

  /** What an earlier table tells of a lot's row; of nothing where what all pairs depend on is not the same. */
  private knownOf(before: PairTable): ((lot: number) => Row | null) | null {
    const { snapshot } = this
    const { lots, needs, dismissed } = before.snapshot
    if (before.snapshot.today !== snapshot.today || !isSame(before.snapshot.scoring, snapshot.scoring))
      return null
    const lotBefore = placesOf(snapshot.lots, lots)
    const needNow = placesOf(needs, snapshot.needs).map((now, was) =>
      now >= 0 && isSame(needs[was], snapshot.needs[now]) ? now : -1,
    )
    const isKnown = new Uint8Array(snapshot.needs.length)
    needNow.forEach((now) => now >= 0 && (isKnown[now] = 1))
    const fresh = [...snapshot.needs.keys()].filter((need) => isKnown[need] === 0)
    const shelves = new NeedShelves(fresh.map((need) => snapshot.needs[need]!.side))
    const isTouched = lotsSetAsideAnew(dismissed, snapshot.dismissed)
    return (lot) => {
      const was = lotBefore[lot]!
      const row = was >= 0 ? before.rows[was] : undefined
      if (!row || isTouched.has(snapshot.lots[lot]!.side.id) || !isSame(lots[was], snapshot.lots[lot]))
        return null
      // Half of what is kept is not there twice.
      before.rows[was] = new Int32Array(0)
      return this.patched(lot, row, { needNow, fresh, shelves })
    }
  }

  /** A row without the needs that are gone or changed, with those that are new or changed. */
  private patched(
    lot: number,
    row: Row,
    { needNow, fresh, shelves }: { needNow: Int32Array; fresh: readonly number[]; shelves: NeedShelves },
  ): Row {
    this.count = 0
    for (let at = 0, half = row.length / 2; at < half; at++) {
      const need = needNow[row[at]!]!
      if (need >= 0) this.put(need, row[half + at]!)
    }
    if (fresh.length > 0) {
      this.gains.take(lot)
      shelves.forEachNear(this.snapshot.lots[lot]!.side, (place, substitution) =>
        this.put(fresh[place]!, this.gains.with(fresh[place]!, substitution)),
      )
    }
    return this.taken()
  }

  private rowOf(lot: number): Row {
    this.count = 0
    this.workOut(lot, (_, need, gain) => this.put(need, gain))
    return this.taken()
  }

  private put(need: number, gain: number): void {
    if (gain === 0) return
    this.buffer[2 * this.count] = need
    this.buffer[2 * this.count + 1] = gain
    this.count += 1
  }

  private taken(): Row {
    const { buffer, count } = this
    const row = new Int32Array(2 * count)
    for (let at = 0; at < count; at++) {
      row[at] = buffer[2 * at]!
      row[count + at] = buffer[2 * at + 1]!
    }
    return row
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

/** Lots of which a pair was set aside, or no longer is. */
function lotsSetAsideAnew(before: PlanSnapshot['dismissed'], now: PlanSnapshot['dismissed']): Set<string> {
  const [was, is] = [new Set(before.map(keyOfPair)), new Set(now.map(keyOfPair))]
  return new Set([
    ...before.filter((pair) => !is.has(keyOfPair(pair))).map(({ lotId }) => lotId),
    ...now.filter((pair) => !was.has(keyOfPair(pair))).map(({ lotId }) => lotId),
  ])
}
