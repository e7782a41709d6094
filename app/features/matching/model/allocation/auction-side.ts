import { HeldUnits, NONE } from './held-units'

/**
 * Arcs of each bidder side by side: those of bidder b stand from `starts[b]` until `starts[b + 1]`. Gains are whole,
 * positive, below 2³⁰, so that no bid passes 31 bits.
 */
export type BidderArcs = { starts: Int32Array; good: Int32Array; gain: Int32Array }

/** Bidders component by component, what one does being of no concern to another: those of c from `ranges[c]` on. */
export type BidderOrder = { bidders: Int32Array; ranges: Int32Array }

/** Turns between two looks at the clock. */
const LOOK_EVERY = 1024

/** Arcs of each bidder that are looked at before all of them are. */
const KEPT = 4
/** What the best of the others gains, then good, gain and number of each kept arc. */
const KEPT_LENGTH = 1 + 3 * KEPT

/**
 * One direction of an auction for the transportation problem (Bertsekas & Castañon, «The auction algorithm for the
 * transportation problem», Annals of Operations Research 20, 1989): bidders with something left bid for the good that
 * gains them most over its price, as much more as it is better than their second choice, and the step ε. The units of
 * a good are held at the level of the bid that took them; the lowest level is its price, and is outbid first. Levels
 * only rise, and a good once exhausted stays so. What none of its goods is worth its price stays with the bidder.
 *
 * Prices only rise, so that the few best arcs of a bidder, and what the best of the others gained when they were
 * looked at, mostly tell its choice (the «third best» of Bertsekas' codes).
 */
export class AuctionSide {
  readonly price: Int32Array
  /** Of each bidder, what it holds nowhere. */
  readonly left: Float64Array
  private readonly free: Float64Array
  private readonly units: HeldUnits
  private readonly queue: Int32Array
  private readonly isWaiting: Uint8Array
  private head = 0
  private tail = 0
  private readonly kept: Int32Array
  private readonly best = new Int32Array(KEPT)
  private readonly bestOver = new Int32Array(KEPT)
  private turns = 0

  constructor(
    readonly arcs: BidderArcs,
    private readonly capacity: Float64Array,
    private readonly goods: Float64Array,
    private readonly order: BidderOrder,
  ) {
    this.price = new Int32Array(goods.length)
    this.left = new Float64Array(capacity.length)
    this.free = new Float64Array(goods.length)
    this.units = new HeldUnits(goods.length)
    this.queue = new Int32Array(capacity.length + 1)
    this.isWaiting = new Uint8Array(capacity.length)
    this.kept = new Int32Array(capacity.length * KEPT_LENGTH)
  }

  /** Begins anew: goods at their prices, held by nobody. */
  begin(prices: Int32Array): void {
    this.price.set(prices)
    this.left.set(this.capacity)
    this.free.set(this.goods)
    this.units.clear()
    for (let at = 0; at < this.kept.length; at += KEPT_LENGTH) {
      this.kept[at] = 2 ** 31 - 1
      this.kept[at + 1] = NONE
    }
  }

  /** A bidder holds units of the good of one of its arcs, at the price of the good. */
  hold(bidder: number, arc: number, quantity: number): void {
    const good = this.arcs.good[arc]!
    this.left[bidder]! -= quantity
    this.free[good]! -= quantity
    this.units.add(good, bidder, arc, quantity, this.price[good]!)
  }

  /** What is held, with the arc of the bidder; parts of one bidder of one good may come apart. */
  forEachHeld(each: (bidder: number, arc: number, quantity: number) => void): void {
    this.units.forEach(each)
  }

  /** Bids until nobody wants to. @param step of each bidder, over 0. @returns false when `isLate` said so first */
  run(step: Int32Array, isLate: () => boolean): boolean {
    const { bidders, ranges } = this.order
    this.head = 0
    this.tail = 0
    this.isWaiting.fill(0)
    for (let component = 0; component + 1 < ranges.length; component++) {
      for (let at = ranges[component]!; at < ranges[component + 1]!; at++)
        if (this.left[bidders[at]!]! > 0) this.wait(bidders[at]!)
      if (!this.serve(step, isLate)) return false
    }
    return true
  }

  private serve(step: Int32Array, isLate: () => boolean): boolean {
    const { queue } = this
    while (this.head !== this.tail) {
      const bidder = queue[this.head]!
      this.head = this.head + 1 === queue.length ? 0 : this.head + 1
      this.isWaiting[bidder] = 0
      this.place(bidder, step[bidder]!)
      if (++this.turns % LOOK_EVERY === 0 && isLate()) return false
    }
    return true
  }

  private wait(bidder: number): void {
    if (this.isWaiting[bidder] === 1) return
    this.isWaiting[bidder] = 1
    this.queue[this.tail] = bidder
    this.tail = this.tail + 1 === this.queue.length ? 0 : this.tail + 1
  }

  /** Bids until a bidder has nothing left, or nothing is worth its price to it. */
  private place(bidder: number, step: number): void {
    const { price, left, kept } = this
    const from = bidder * KEPT_LENGTH
    const until = from + KEPT_LENGTH
    while (left[bidder]! > 0) {
      let best = NONE
      let most = 0
      let second = 0
      for (let at = from + 1; at < until; at += 3) {
        const good = kept[at]!
        if (good === NONE) break
        const over = kept[at + 1]! - price[good]!
        if (over <= second) continue
        if (over > most) {
          second = most
          most = over
          best = at
        } else second = over
      }
      if (second < kept[from]!) {
        this.lookAtAll(bidder)
        continue
      }
      if (best === NONE) return
      this.take(bidder, kept[best + 2]!, kept[best]!, kept[best + 1]! - second + step)
    }
  }

  private lookAtAll(bidder: number): void {
    const { price, kept, best, bestOver } = this
    const { starts, good, gain } = this.arcs
    const until = starts[bidder + 1]!
    let count = 0
    let beyond = 0
    let least = 0
    for (let arc = starts[bidder]!; arc < until; arc++) {
      const over = gain[arc]! - price[good[arc]!]!
      if (over <= least) {
        if (over > beyond) beyond = over
        continue
      }
      if (count < KEPT) count += 1
      else if (least > beyond) beyond = least
      let at = count - 1
      for (; at > 0 && bestOver[at - 1]! < over; at--) {
        bestOver[at] = bestOver[at - 1]!
        best[at] = best[at - 1]!
      }
      bestOver[at] = over
      best[at] = arc
      if (count === KEPT) least = bestOver[KEPT - 1]!
    }
    let to = bidder * KEPT_LENGTH
    kept[to++] = beyond
    for (let at = 0; at < count; at++) {
      const arc = best[at]!
      kept[to++] = good[arc]!
      kept[to++] = gain[arc]!
      kept[to++] = arc
    }
    if (count < KEPT) kept[to] = NONE
  }

  /** Takes free units of a good, or those of the lowest level. */
  private take(bidder: number, arc: number, good: number, level: number): void {
    const { left, free, price, units } = this
    const lowest = price[good]!
    let wanted = left[bidder]!
    let got = 0
    if (free[good]! > 0) {
      got = Math.min(wanted, free[good]!)
      free[good]! -= got
      wanted -= got
    } else {
      while (wanted > 0) {
        const at = units.first[good]!
        if (at === NONE || units.level[at]! > lowest) break
        const loser = units.holder[at]!
        // What is its own already only rises, all of it.
        const isOwn = loser === bidder
        const taken = units.takeFirst(good, isOwn ? Infinity : wanted)
        got += taken
        if (isOwn) continue
        wanted -= taken
        left[loser]! += taken
        this.wait(loser)
      }
    }
    left[bidder] = wanted
    if (got > 0) units.add(good, bidder, arc, got, level)
    if (free[good] === 0) price[good] = units.lowest(good)
  }
}
