import type { AllocationProblem } from '~/features/matching/model/allocation/problem'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { urgencyBonus } from '~/features/matching/model/allocation/urgency'
import { byMaterial, gainOf, idOf, makeMarket, type Market } from './market'
import { type BenchPart, tell } from './part'

const SIZE = 1000

/** Each a year of its own; the figures are their means. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** Every pair that may be made, with what a unit gains; numbers as in the market. */
type Pairs = { lot: number[]; need: number[]; gain: number[]; ofLot: number[][]; ofNeed: number[][] }

/**
 * A year of arrivals, each lot and need known from the first day of its window to the last. Hindsight knows the year
 * from the start; «first come» gives each arrival at once what gains most of what is there; «commit late» plans every
 * day and keeps to those pairs only whose lot or need is gone the next. `vsHindsight` is what committing late gains of
 * hindsight, from 0 to 1; `vsFirstCome` by how many points of hindsight it is better than first come.
 */
export const benchOnline: BenchPart = ({ sizes }) => {
  const size = sizes?.[0] ?? SIZE
  const years = SEEDS.map((seed) => {
    const market = makeMarket(size, seed)
    const pairs = pairsOf(market)
    const hindsight = solveAllocation(problemOfAll(market, pairs)).gain
    const first = firstCome(market, pairs) / hindsight
    const late = commitLate(market, pairs, urgencyBonus) / hindsight
    const plain = commitLate(market, pairs, () => 0) / hindsight
    tell(
      `${size} lots and needs, ${pairs.lot.length} pairs: first come ${first.toFixed(4)}, late ${late.toFixed(4)}`,
    )
    return { first, late, plain }
  })
  const first = mean(years.map((year) => year.first))
  const late = mean(years.map((year) => year.late))
  return {
    vsHindsight: Number(late.toFixed(4)),
    vsFirstCome: Number((100 * (late - first)).toFixed(2)),
    firstComeVsHindsight: Number(first.toFixed(4)),
    withoutPreference: Number(mean(years.map((year) => year.plain)).toFixed(4)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function pairsOf(market: Market): Pairs {
  const size = market.lots.material.length
  const pairs: Pairs = {
    lot: [],
    need: [],
    gain: [],
    ofLot: Array.from({ length: size }, () => []),
    ofNeed: Array.from({ length: size }, () => []),
  }
  const needs = byMaterial(market.needs)
  byMaterial(market.lots).forEach((lots, material) => {
    for (const lot of lots) {
      for (const need of needs[material]!) {
        const gain = gainOf(market, lot, need)
        if (gain === 0) continue
        pairs.ofLot[lot]!.push(pairs.lot.length)
        pairs.ofNeed[need]!.push(pairs.lot.length)
        pairs.lot.push(lot)
        pairs.need.push(need)
        pairs.gain.push(gain)
      }
    }
  })
  return pairs
}

function problemOfAll({ lots, needs }: Market, pairs: Pairs): AllocationProblem {
  return {
    lots: Array.from(lots.quantity, (capacity, index) => ({ id: idOf('l', index), capacity })),
    needs: Array.from(needs.quantity, (capacity, index) => ({ id: idOf('n', index), capacity })),
    arcs: {
      lot: Int32Array.from(pairs.lot),
      need: Int32Array.from(pairs.need),
      gain: Float64Array.from(pairs.gain),
    },
  }
}

type Arrival = { day: number; isLot: boolean; index: number }

function arrivalsOf({ lots, needs }: Market): Arrival[] {
  const list = (days: Float64Array, isLot: boolean) =>
    Array.from(days, (day, index) => ({ day, isLot, index }))
  return [...list(lots.from, true), ...list(needs.from, false)].sort(
    (a, b) => a.day - b.day || Number(b.isLot) - Number(a.isLot) || a.index - b.index,
  )
}

function firstCome(market: Market, pairs: Pairs): number {
  const free = market.lots.quantity.slice()
  const wanted = market.needs.quantity.slice()
  let gained = 0
  for (const { day, isLot, index } of arrivalsOf(market)) {
    const arcs = (isLot ? pairs.ofLot : pairs.ofNeed)[index]!
    const there = arcs.filter((arc) => {
      const other = isLot ? pairs.need[arc]! : pairs.lot[arc]!
      const side = isLot ? market.needs : market.lots
      return side.from[other]! <= day && day < side.until[other]!
    })
    for (const arc of there.sort((a, b) => pairs.gain[b]! - pairs.gain[a]! || a - b)) {
      const quantity = Math.min(free[pairs.lot[arc]!]!, wanted[pairs.need[arc]!]!)
      free[pairs.lot[arc]!]! -= quantity
      wanted[pairs.need[arc]!]! -= quantity
      gained += quantity * pairs.gain[arc]!
    }
  }
  return gained
}

function commitLate(market: Market, pairs: Pairs, bonusOf: typeof urgencyBonus): number {
  const { lots, needs } = market
  const all = problemOfAll(market, pairs)
  const free = lots.quantity.slice()
  const wanted = needs.quantity.slice()
  const end = Math.max(...lots.until, ...needs.until)
  const isThere = (side: Market['lots'], index: number, day: number) =>
    side.from[index]! <= day && day < side.until[index]!
  const lastDayOf = (lot: number, need: number) => Math.min(lots.until[lot]!, needs.until[need]!) - 1
  let gained = 0
  for (let day = 0; day < end; day++) {
    const arcs = pairs.gain.flatMap((_, arc) => {
      const [lot, need] = [pairs.lot[arc]!, pairs.need[arc]!]
      const isOpen = free[lot]! > 0 && wanted[need]! > 0
      return isOpen && isThere(lots, lot, day) && isThere(needs, need, day) ? [arc] : []
    })
    if (arcs.length === 0) continue
    const { parts } = solveAllocation({
      lots: all.lots.map((lot, index) => ({ ...lot, capacity: free[index]! })),
      needs: all.needs.map((need, index) => ({ ...need, capacity: wanted[index]! })),
      arcs: {
        lot: Int32Array.from(arcs, (arc) => pairs.lot[arc]!),
        need: Int32Array.from(arcs, (arc) => pairs.need[arc]!),
        gain: Float64Array.from(arcs, (arc) => pairs.gain[arc]!),
        bonus: Float64Array.from(arcs, (arc) =>
          bonusOf(lots.until[pairs.lot[arc]!]! - 1 - day, needs.until[pairs.need[arc]!]! - 1 - day),
        ),
      },
    })
    for (const { lot, need, quantity } of parts) {
      if (lastDayOf(lot, need) > day) continue
      free[lot]! -= quantity
      wanted[need]! -= quantity
      gained += quantity * gainOf(market, lot, need)
    }
  }
  return gained
}
