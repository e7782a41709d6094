import { LiveAllocation } from '~/features/matching/model/allocation/live'
import type { AllocationProblem } from '~/features/matching/model/allocation/problem'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { startCpuClock } from '~/platform/cpu-time'
import { byMaterial, CANDIDATES, gainOf, idOf, makeMarket, problemOf, type Market } from './market'
import { type BenchPart, percentile, sizeName, tell } from './part'

const SIZE = 100_000
const POSTS = 1000

/** Posts between two quiet moments, in which distances are measured anew. */
const MEASURED_EVERY = 50

/**
 * Lots posted one by one to a market whose plan stands: time, and processor time, until the plan is optimal again, and
 * whether what it gains after all of them is what a plan made anew gains. `startCpuS` is what a standing allocation
 * takes to set up once its plan is known, `measureCpuMs` what a quiet moment takes, which no post waits for.
 */
export const benchIncremental: BenchPart = ({ sizes, queries }) => {
  const size = sizes?.[0] ?? SIZE
  const posts = queries ?? POSTS
  tell(`${sizeName(size)}: making the market`)
  const market = makeMarket(size)
  const problem = problemOf(market)
  const arrivals = arrivalsOf(market, makeMarket(posts, 11))
  tell('making the plan')
  const solved = solveAllocation(problem)
  const startClock = startCpuClock()
  const live = new LiveAllocation(problem, solved)
  const startCpuS = startClock().cpuMs / 1000
  tell(`posting ${posts} lots`)
  const times: number[] = []
  const cpuTimes: number[] = []
  const measures: number[] = []
  arrivals.forEach(({ capacity, arcs }, index) => {
    if (index % MEASURED_EVERY === MEASURED_EVERY - 1) {
      const measureClock = startCpuClock()
      live.measure()
      measures.push(measureClock().cpuMs)
    }
    const postClock = startCpuClock()
    live.addLot(capacity, arcs)
    const { ms, cpuMs } = postClock()
    times.push(ms)
    cpuTimes.push(cpuMs)
  })
  tell('making the plan anew')
  const fresh = solveAllocation(withArrivals(problem, arrivals))
  return {
    p50Ms: shareOf(times, 0.5),
    p95Ms: shareOf(times, 0.95),
    maxMs: shareOf(times, 1),
    p50CpuMs: shareOf(cpuTimes, 0.5),
    p95CpuMs: shareOf(cpuTimes, 0.95),
    maxCpuMs: shareOf(cpuTimes, 1),
    startCpuS: rounded(startCpuS),
    measureCpuMs: shareOf(measures, 0.5),
    posts,
    equal: live.gain() === fresh.gain && fresh.gain === fresh.bound,
  }
}

function shareOf(values: readonly number[], share: number): number {
  return rounded(
    percentile(
      values.toSorted((a, b) => a - b),
      share,
    ),
  )
}

type Arrival = { capacity: number; arcs: { need: number; gain: number }[] }

/** The lots of another market with the same materials, each with its best needs in the first. */
function arrivalsOf(market: Market, { lots }: Market): Arrival[] {
  const needs = byMaterial(market.needs)
  const mixed: Market = { ...market, lots }
  return Array.from(lots.quantity, (capacity, lot) => {
    const arcs = needs[lots.material[lot]!]!.map((need) => ({ need, gain: gainOf(mixed, lot, need) }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain || a.need - b.need)
    return { capacity, arcs: arcs.slice(0, CANDIDATES) }
  })
}

function withArrivals(problem: AllocationProblem, arrivals: readonly Arrival[]): AllocationProblem {
  const { lots, needs, arcs } = problem
  const added = arrivals.flatMap(({ arcs: own }, index) =>
    own.map(({ need, gain }) => ({ lot: lots.length + index, need, gain })),
  )
  const length = arcs.lot.length + added.length
  const all = { lot: new Int32Array(length), need: new Int32Array(length), gain: new Float64Array(length) }
  all.lot.set(arcs.lot)
  all.need.set(arcs.need)
  all.gain.set(arcs.gain)
  added.forEach(({ lot, need, gain }, index) => {
    all.lot[arcs.lot.length + index] = lot
    all.need[arcs.lot.length + index] = need
    all.gain[arcs.lot.length + index] = gain
  })
  const posted = arrivals.map(({ capacity }, index) => ({ id: idOf('p', index), capacity }))
  return { lots: [...lots, ...posted], needs, arcs: all }
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
