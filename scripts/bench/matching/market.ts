import type { AllocationArcs, AllocationProblem } from '~/features/matching/model/allocation/problem'
import { seededRandom } from '../../train/random'

/** Candidates kept of each lot and of each need. */
export const CANDIDATES = 30

const MATERIALS = 16
const CLUSTERS = 60

/** Lots or needs of a made market, one entry each in every array. Kilometres east and north; days from the start. */
export type MarketSide = {
  east: Float64Array
  north: Float64Array
  material: Uint8Array
  /** Whole units. */
  quantity: Float64Array
  from: Float64Array
  until: Float64Array
  /** Of needs: kilometres accepted. */
  radius: Float64Array
  /** Of lots: mass of a unit against that of its material. */
  heaviness: Float64Array
}

/** A made market and what a unit gains: grams of each material made new, and grams lost per unit and kilometre. */
export type Market = { lots: MarketSide; needs: MarketSide; madeG: Float64Array; perKmG: Float64Array }

/**
 * A market of realistic shape: sites in clusters over the Métropole (38 × 38 km), 16 materials of falling frequency
 * (the n-th as 1/n), log-normal quantities, windows of 2 to 16 weeks over a year, radii of 5 to 30 km, a mass per unit of each lot's own. The same
 * seed makes the same market.
 */
export function makeMarket(size: number, seed = 7): Market {
  const random = seededRandom(seed)
  const clusters = Array.from({ length: CLUSTERS }, () => ({ east: 38 * random(), north: 38 * random() }))
  const shares = Array.from({ length: MATERIALS }, (_, index) => 1 / (index + 1))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const material = () => {
    let left = random() * all
    for (let index = 0; index < MATERIALS; index++) if ((left -= shares[index]!) < 0) return index
    return MATERIALS - 1
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const side = (): MarketSide => {
    const made: MarketSide = {
      east: new Float64Array(size),
      north: new Float64Array(size),
      material: new Uint8Array(size),
      quantity: new Float64Array(size),
      from: new Float64Array(size),
      until: new Float64Array(size),
      radius: new Float64Array(size),
      heaviness: new Float64Array(size),
    }
    for (let index = 0; index < size; index++) {
      const cluster = clusters[Math.floor(random() * CLUSTERS)]!
      made.east[index] = Math.min(38, Math.max(0, cluster.east + 2 * normal()))
      made.north[index] = Math.min(38, Math.max(0, cluster.north + 2 * normal()))
      made.material[index] = material()
      made.quantity[index] = Math.max(1, Math.round(Math.exp(3.5 + 1.1 * normal())))
      made.from[index] = Math.floor(365 * random())
      made.until[index] = made.from[index]! + 14 + Math.floor(98 * random())
      made.radius[index] = 5 + 25 * random()
      // Every second material is counted by the piece, and no two pieces weigh the same; the others by mass or measure.
      made.heaviness[index] = made.material[index]! % 2 === 1 ? Math.exp(0.25 * normal()) : 1
    }
    return made
  }
  // One unit of a material: 2 to 600 kg CO2e made new, 10 to 800 kg of mass carried at about 0.1 kg per tonne and km.
  const madeG = Float64Array.from({ length: MATERIALS }, () =>
    Math.round(1000 * Math.exp(0.7 + 5.7 * random())),
  )
  const perKmG = Float64Array.from({ length: MATERIALS }, () => 0.1 * Math.exp(2.3 + 4.4 * random()))
  return { lots: side(), needs: side(), madeG, perKmG }
}

/** Grams that a unit of a lot gains at a need, by the road of 1.34 times the straight line; 0 when it may not go. */
export function gainOf({ lots, needs, madeG, perKmG }: Market, lot: number, need: number): number {
  if (lots.material[lot] !== needs.material[need]) return 0
  if (Math.min(lots.until[lot]!, needs.until[need]!) - Math.max(lots.from[lot]!, needs.from[need]!) < 1)
    return 0
  const east = lots.east[lot]! - needs.east[need]!
  const north = lots.north[lot]! - needs.north[need]!
  const squared = east * east + north * north
  if (squared > needs.radius[need]! ** 2) return 0
  const of = lots.material[lot]!
  const perUnit = madeG[of]! - perKmG[of]! * 1.34 * Math.sqrt(squared)
  return Math.max(0, Math.round(lots.heaviness[lot]! * perUnit))
}

/** Numbers of each material's lots or needs, by number. */
export function byMaterial(side: MarketSide): number[][] {
  const lists: number[][] = Array.from({ length: MATERIALS }, () => [])
  side.material.forEach((material, index) => lists[material]!.push(index))
  return lists
}

/** The allocation of a market over the best candidates of each lot and of each need. */
export function problemOf(market: Market, candidates = CANDIDATES): AllocationProblem {
  return {
    lots: sidesOf('l', market.lots),
    needs: sidesOf('n', market.needs),
    arcs: candidateArcs(market, candidates),
  }
}

export function sidesOf(letter: string, side: MarketSide): { id: string; capacity: number }[] {
  return Array.from(side.quantity, (capacity, index) => ({ id: idOf(letter, index), capacity }))
}

export function idOf(letter: string, index: number): string {
  return `${letter}${String(index).padStart(7, '0')}`
}

function candidateArcs(market: Market, candidates: number): AllocationArcs {
  const ofLots = new Best(market.lots.material.length, candidates)
  const ofNeeds = new Best(market.needs.material.length, candidates)
  const needs = byMaterial(market.needs)
  byMaterial(market.lots).forEach((lots, material) => {
    for (const lot of lots) {
      for (const need of needs[material]!) {
        const gain = gainOf(market, lot, need)
        if (gain === 0) continue
        ofLots.offer(lot, need, gain)
        ofNeeds.offer(need, lot, gain)
      }
    }
  })
  return union(ofLots, ofNeeds)
}

/** The best few of each of many, in a heap each whose root is the least. */
class Best {
  readonly other: Int32Array
  readonly gain: Float64Array
  readonly count: Int32Array

  constructor(
    size: number,
    readonly most: number,
  ) {
    this.other = new Int32Array(size * most)
    this.gain = new Float64Array(size * most)
    this.count = new Int32Array(size)
  }

  offer(of: number, other: number, gain: number): void {
    const start = of * this.most
    const count = this.count[of]!
    if (count < this.most) {
      this.count[of] = count + 1
      this.rise(start, count, other, gain)
    } else if (gain > this.gain[start]!) this.sink(start, other, gain)
  }

  private rise(start: number, from: number, other: number, gain: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.gain[start + above]! <= gain) break
      this.put(start + at, this.other[start + above]!, this.gain[start + above]!)
      at = above
    }
    this.put(start + at, other, gain)
  }

  private sink(start: number, other: number, gain: number): void {
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= this.most) break
      if (below + 1 < this.most && this.gain[start + below + 1]! < this.gain[start + below]!) below += 1
      if (this.gain[start + below]! >= gain) break
      this.put(start + at, this.other[start + below]!, this.gain[start + below]!)
      at = below
    }
    this.put(start + at, other, gain)
  }

  private put(place: number, other: number, gain: number): void {
    this.other[place] = other
    this.gain[place] = gain
  }
}

function union(ofLots: Best, ofNeeds: Best): AllocationArcs {
  const lot: number[] = []
  const need: number[] = []
  const gain: number[] = []
  const width = 2 ** 21
  const add = (aLot: number, aNeed: number, aGain: number) => {
    lot.push(aLot)
    need.push(aNeed)
    gain.push(aGain)
  }
  ofLots.count.forEach((count, of) => {
    for (let place = of * ofLots.most; place < of * ofLots.most + count; place++)
      add(of, ofLots.other[place]!, ofLots.gain[place]!)
  })
  const least = Float64Array.from(ofLots.count, (count, of) =>
    count < ofLots.most ? -1 : ofLots.gain[of * ofLots.most]!,
  )
  const taken = new Set<number>()
  for (let arc = 0; arc < lot.length; arc++) {
    // Only ties with the least of a full heap can be in doubt.
    if (gain[arc] === least[lot[arc]!]) taken.add(lot[arc]! * width + need[arc]!)
  }
  ofNeeds.count.forEach((count, of) => {
    for (let place = of * ofNeeds.most; place < of * ofNeeds.most + count; place++) {
      const other = ofNeeds.other[place]!
      const worth = ofNeeds.gain[place]!
      const isTaken = worth > least[other]! || taken.has(other * width + of)
      if (!isTaken) add(other, of, worth)
    }
  })
  return { lot: Int32Array.from(lot), need: Int32Array.from(need), gain: Float64Array.from(gain) }
}
