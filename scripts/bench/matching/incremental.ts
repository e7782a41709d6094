import { LiveAllocation } from '~/features/matching/model/allocation/live'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { startCpuClock } from '~/platform/cpu-time'
import { GrownProblem } from './grown-problem'
import { byMaterial, makeMarket, problemOf } from './market'
import { bestNeeds, streamMixed } from './mixed-stream'
import { type BenchPart, percentile, sizeName, tell } from './part'
import { QuietMoments } from './quiet-moments'

const SIZE = 100_000
const POSTS = 1000

/** What comes, goes and changes after the posts, for each of them. */
const MIXED_SHARE = 0.4

/**
 * Lots posted one by one to a market whose plan stands: time, and processor time, until the plan is optimal again, and
 * whether what it gains after all of them is what a plan made anew gains. `startCpuS` is what a standing allocation
 * takes to set up once its plan is known. No post waits for a quiet moment, and none of their times holds one:
 * `quiet` tells how many posts lie between two, what one takes, and what that makes for each post.
 *
 * Lots that come while none goes and no need comes pile up, which a market does not; `mixed` is what happens after that
 * when lots and needs come, go and change in turn.
 */
export const benchIncremental: BenchPart = ({ sizes, queries }) => {
  const size = sizes?.[0] ?? SIZE
  const posts = queries ?? POSTS
  tell(`${sizeName(size)}: making the market`)
  const market = makeMarket(size)
  const problem = problemOf(market)
  const posted = makeMarket(posts, 11)
  const needsOf = byMaterial(market.needs)
  const arrivals = Array.from(posted.lots.quantity, (capacity, lot) => {
    return { capacity, arcs: bestNeeds(market, posted, lot, needsOf) }
  })
  tell('making the plan')
  const solved = solveAllocation(problem)
  const startClock = startCpuClock()
  const live = new LiveAllocation(problem, solved)
  const startCpuS = startClock().cpuMs / 1000
  tell(`posting ${posts} lots`)
  const times: number[] = []
  const cpuTimes: number[] = []
  const quiet = new QuietMoments(live)
  const grown = new GrownProblem(problem)
  for (const { capacity, arcs } of arrivals) {
    quiet.come()
    const clock = startCpuClock()
    live.addLot(capacity, arcs)
    const { ms, cpuMs } = clock()
    times.push(ms)
    cpuTimes.push(cpuMs)
    grown.addLot(capacity, arcs)
  }
  tell('making the plan anew')
  const fresh = solveAllocation(grown.problem())
  const equal = live.gain() === fresh.gain && fresh.gain === fresh.bound
  tell('lots and needs in turn')
  const count = Math.round(posts * MIXED_SHARE)
  const mixed = streamMixed({ market, coming: makeMarket(Math.max(1, count), 13), live, grown, count })
  return {
    p50Ms: shareOf(times, 0.5),
    p95Ms: shareOf(times, 0.95),
    maxMs: shareOf(times, 1),
    p50CpuMs: shareOf(cpuTimes, 0.5),
    p95CpuMs: shareOf(cpuTimes, 0.95),
    maxCpuMs: shareOf(cpuTimes, 1),
    startCpuS: rounded(startCpuS),
    quiet: quiet.figures(posts),
    posts,
    equal,
    mixed,
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

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
