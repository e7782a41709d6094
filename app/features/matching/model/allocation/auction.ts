import { AuctionSide, type BidderArcs, type BidderOrder } from './auction-side'
import { dualBound } from './bound'
import type { Components } from './components'
import type { AllocationPart, AllocationProblem } from './problem'

/** The first step and the last, as shares of the greatest gain of a component: no part lacks more of its best. */
const FIRST_SHARE = 1 / 12
const LAST_SHARE = 2 ** -14

/** How much smaller the step becomes from one phase to the next. */
const SHRINKS = 2

type Flow = { arcs: Int32Array; quantities: Float64Array; gain: number }
type Side = { auction: AuctionSide; step: (share: number) => Int32Array; worths: Int32Array }

/**
 * A nearly best allocation in little time, by auctions with falling steps (Bertsekas, «The auction algorithm: a
 * distributed relaxation method for the assignment problem», Annals of Operations Research 14, 1988; both directions in
 * turn: Bertsekas & Castañon, «A forward/reverse auction algorithm for asymmetric assignment problems», Computational
 * Optimization and Applications 1, 1992). In a phase lots bid for needs; then needs that are not filled although their
 * price is not 0 bid for lots. Every lot and need has what suits it best then, within the step. The first phase begins
 * at prices of 0, which no need that is not filled leaves, and does without the second half.
 *
 * Any flow on the way is feasible and any prices prove a bound: the best of both are kept. The problem must be in
 * canonical order; the same problem gives the same flow and prices, but for a deadline.
 */
export class Auction {
  private readonly lots: Side
  private needs: Side | null = null
  /** Number of each arc by need among the arcs of the problem, and the other way. */
  private arcOfPlace = new Int32Array(0)
  private placeOfArc = new Int32Array(0)
  private share = FIRST_SHARE
  private flow: Flow = { arcs: new Int32Array(0), quantities: new Float64Array(0), gain: 0 }
  /** No allocation gains more; with the worths that prove it. */
  bound = Infinity
  duals: { lots: Float64Array; needs: Float64Array }

  constructor(
    private readonly problem: AllocationProblem,
    private readonly components: Components,
  ) {
    const { lots, needs, arcs } = problem
    const byLot = {
      starts: startsOf(arcs.lot, lots.length),
      good: arcs.need,
      gain: new Int32Array(arcs.gain),
    }
    this.lots = this.sideOf(arcs.lot, byLot, capacitiesOf(lots), capacitiesOf(needs))
    this.duals = { lots: new Float64Array(lots.length), needs: new Float64Array(needs.length) }
  }

  /** What the best flow so far gains. */
  get gain(): number {
    return this.flow.gain
  }

  /** The best flow so far, in the order of its arcs. */
  parts(): (AllocationPart & { arc: number })[] {
    const { lot, need } = this.problem.arcs
    const { arcs, quantities } = this.flow
    const carried = new Float64Array(lot.length)
    for (let at = 0; at < arcs.length; at++) carried[arcs[at]!] = quantities[at]!
    return Array.from(arcs.toSorted(), (arc) => ({
      lot: lot[arc]!,
      need: need[arc]!,
      quantity: carried[arc]!,
      arc,
    }))
  }

  /** Phases until the step is smallest or nothing is left to gain. @returns false when `isLate` said so first */
  run(isLate: () => boolean): boolean {
    while (this.share >= LAST_SHARE && this.bound > this.gain) if (!this.phase(isLate)) return false
    return true
  }

  /** One phase. @returns false when `isLate` said so first */
  phase(isLate: () => boolean): boolean {
    const isFirst = this.needs === null && this.share === FIRST_SHARE
    const isDone = isFirst ? this.firstPhase(isLate) : this.laterPhase(isLate)
    this.share /= SHRINKS
    return isDone
  }

  private firstPhase(isLate: () => boolean): boolean {
    const { auction, step } = this.lots
    auction.begin(new Int32Array(this.problem.needs.length))
    const isDone = auction.run(step(this.share), isLate)
    this.keepIfBetter(auction, null, auction.price)
    return isDone
  }

  private laterPhase(isLate: () => boolean): boolean {
    const { lots, needs, arcOfPlace, placeOfArc } = this.withNeeds()
    if (isLate()) return false
    const step = lots.step(this.share)
    worthsOver(lots.auction, needs.worths, lots.worths)
    lots.auction.begin(needs.worths)
    const { good, gain } = needs.auction.arcs
    needs.auction.forEachHeld((need, place, quantity) => {
      const lot = good[place]!
      if (gain[place]! - needs.worths[need]! >= lots.worths[lot]! - step[lot]!)
        lots.auction.hold(lot, arcOfPlace[place]!, quantity)
    })
    if (!lots.auction.run(step, isLate)) {
      this.keepIfBetter(lots.auction, null, lots.auction.price)
      return false
    }
    this.handOver(lots, needs, placeOfArc)
    const isDone = needs.auction.run(needs.step(this.share), isLate)
    worthsOver(needs.auction, needs.auction.price, needs.worths)
    this.keepIfBetter(needs.auction, arcOfPlace, needs.worths)
    return isDone
  }

  /** Both sides; the needs' one is made when it is first wanted, and begins where the lots' one ended. */
  private withNeeds() {
    const { lots, needs, arcs } = this.problem
    if (this.needs === null) {
      const byNeed = this.arcsByNeed()
      this.needs = this.sideOf(arcs.need, byNeed, capacitiesOf(needs), capacitiesOf(lots))
      this.handOver(this.lots, this.needs, this.placeOfArc)
      this.needs.worths.set(this.lots.auction.price)
    }
    return { lots: this.lots, needs: this.needs, arcOfPlace: this.arcOfPlace, placeOfArc: this.placeOfArc }
  }

  /** What lots hold of needs, needs hold of lots. */
  private handOver(lots: Side, needs: Side, placeOfArc: Int32Array): void {
    const { good } = lots.auction.arcs
    worthsOver(lots.auction, lots.auction.price, lots.worths)
    needs.auction.begin(lots.worths)
    lots.auction.forEachHeld((_, arc, quantity) => needs.auction.hold(good[arc]!, placeOfArc[arc]!, quantity))
  }

  private arcsByNeed(): BidderArcs {
    const { arcs, needs } = this.problem
    const count = arcs.need.length
    const starts = startsOf(arcs.need, needs.length)
    const next = starts.slice()
    const [good, gain] = [new Int32Array(count), new Int32Array(count)]
    this.arcOfPlace = new Int32Array(count)
    this.placeOfArc = new Int32Array(count)
    for (let arc = 0; arc < count; arc++) {
      const place = next[arcs.need[arc]!]!++
      this.arcOfPlace[place] = arc
      this.placeOfArc[arc] = place
      good[place] = arcs.lot[arc]!
      gain[place] = arcs.gain[arc]!
    }
    return { starts, good, gain }
  }

  private sideOf(ends: Int32Array, arcs: BidderArcs, bidders: Float64Array, goods: Float64Array): Side {
    const { order, most } = this.bidderOrder(ends, bidders.length)
    return {
      auction: new AuctionSide(arcs, bidders, goods, order),
      step: (share) => most.map((gain) => Math.max(1, Math.floor(gain * share))),
      worths: new Int32Array(bidders.length),
    }
  }

  /** The bidders of each component, and the greatest gain of the component of each. */
  private bidderOrder(ends: Int32Array, size: number): { order: BidderOrder; most: Int32Array } {
    const { order, starts } = this.components
    const { gain } = this.problem.arcs
    const [bidders, ranges, most] = [
      new Int32Array(size),
      new Int32Array(starts.length),
      new Int32Array(size),
    ]
    let count = 0
    for (let component = 0; component + 1 < starts.length; component++) {
      let greatest = 0
      for (let at = starts[component]!; at < starts[component + 1]!; at++)
        if (gain[order[at]!]! > greatest) greatest = gain[order[at]!]!
      for (let at = starts[component]!; at < starts[component + 1]!; at++) {
        const bidder = ends[order[at]!]!
        if (most[bidder]! === 0) bidders[count++] = bidder
        most[bidder] = greatest
      }
      ranges[component + 1] = count
    }
    return { order: { bidders, ranges }, most }
  }

  private keepIfBetter(side: AuctionSide, arcOfPlace: Int32Array | null, needWorths: Int32Array): void {
    const { gain } = this.problem.arcs
    let sum = 0
    let count = 0
    side.forEachHeld((_, place, quantity) => {
      sum += gain[arcOfPlace ? arcOfPlace[place]! : place]! * quantity
      count += 1
    })
    if (sum > this.flow.gain) this.flow = { ...heldOnce(side, arcOfPlace, count), gain: sum }
    const proof = dualBound(this.problem, Float64Array.from(needWorths))
    if (proof.bound >= this.bound) return
    this.bound = proof.bound
    this.duals = proof.duals
  }
}

/** What is held, each arc once. */
function heldOnce(side: AuctionSide, arcOfPlace: Int32Array | null, most: number): Omit<Flow, 'gain'> {
  const [arcs, quantities] = [new Int32Array(most), new Float64Array(most)]
  const placeOf = new Int32Array(side.left.length).fill(-1)
  let count = 0
  side.forEachHeld((bidder, place, quantity) => {
    const arc = arcOfPlace ? arcOfPlace[place]! : place
    const known = placeOf[bidder]!
    if (known !== -1 && arcs[known] === arc) quantities[known]! += quantity
    else {
      arcs[count] = arc
      quantities[count] = quantity
      placeOf[bidder] = count++
    }
  })
  return { arcs: arcs.slice(0, count), quantities: quantities.slice(0, count) }
}

function capacitiesOf(sides: readonly { capacity: number }[]): Float64Array {
  return Float64Array.from(sides, ({ capacity }) => capacity)
}

function startsOf(keys: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1)
  for (let at = 0; at < keys.length; at++) starts[keys[at]! + 1]! += 1
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!
  return starts
}

/** What the best good of each bidder gains it over the good's price; 0 where none does. */
function worthsOver(
  { arcs: { starts, good, gain } }: AuctionSide,
  price: Int32Array,
  worths: Int32Array,
): void {
  for (let bidder = 0; bidder < worths.length; bidder++) {
    let most = 0
    for (let arc = starts[bidder]!; arc < starts[bidder + 1]!; arc++) {
      const over = gain[arc]! - price[good[arc]!]!
      if (over > most) most = over
    }
    worths[bidder] = most
  }
}
