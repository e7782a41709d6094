import type { LiveAllocation } from '~/features/matching/model/allocation/live'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { startCpuClock } from '~/platform/cpu-time'
import { seededRandom } from '../../train/random'
import type { GrownProblem, LotArc, NeedArc } from './grown-problem'
import { byMaterial, CANDIDATES, gainOf, type Market } from './market'
import { percentile } from './part'
import { QuietMoments } from './quiet-moments'

/** Of 100 things that happen: a lot comes, a need comes, one of either goes, else the quantity of one changes. */
const SHARES = { lot: 35, need: 70, gone: 85 }

type Mixed = {
  market: Market
  /** Whose lots and needs come. */
  coming: Market
  live: LiveAllocation
  grown: GrownProblem
  count: number
}

/**
 * Lots and needs that come, go and change in a drawn order, to a plan that stands: processor time of each kind until the
 * plan is optimal again, and whether it gains what one made anew does.
 */
export function streamMixed({ market, coming, live, grown, count }: Mixed) {
  const random = seededRandom(5)
  const whole = (below: number) => Math.floor(random() * below)
  const ofMarket = market.lots.material.length
  const lotsOf = byMaterial(market.lots)
  const needsOf = byMaterial(market.needs)
  const quiet = new QuietMoments(live)
  const times = { lot: [] as number[], need: [] as number[], gone: [] as number[], changed: [] as number[] }
  const time = (kind: keyof typeof times, work: () => void) => {
    const clock = startCpuClock()
    work()
    times[kind].push(clock().cpuMs)
  }
  const resize = (kind: 'gone' | 'changed') => {
    const side = random() < 0.5 ? 'lots' : 'needs'
    const node = whole(ofMarket)
    const capacity = kind === 'gone' ? 0 : Math.round(grown.capacityOf(side, node) * (0.5 + random()))
    grown.resize(side, node, capacity)
    time(kind, () => (side === 'lots' ? live.resizeLot(node, capacity) : live.resizeNeed(node, capacity)))
  }
  for (let at = 0; at < count; at++) {
    quiet.come()
    const drawn = whole(100)
    if (drawn < SHARES.lot) {
      const capacity = coming.lots.quantity[at]!
      const arcs = bestNeeds(market, coming, at, needsOf)
      grown.addLot(capacity, arcs)
      time('lot', () => live.addLot(capacity, arcs))
    } else if (drawn < SHARES.need) {
      const capacity = coming.needs.quantity[at]!
      const arcs = bestLots(market, coming, at, lotsOf)
      grown.addNeed(capacity, arcs)
      time('need', () => live.addNeed(capacity, arcs))
    } else resize(drawn < SHARES.gone ? 'gone' : 'changed')
  }
  const fresh = solveAllocation(grown.problem())
  return {
    ...Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, sharesOf(all)])),
    quiet: quiet.figures(count),
    equal: live.gain() === fresh.gain && fresh.gain === fresh.bound,
  }
}

function sharesOf(times: number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number(percentile(sorted, share).toFixed(3))
  return { count: times.length, p50CpuMs: at(0.5), p95CpuMs: at(0.95), maxCpuMs: at(1) }
}

/** The best needs of a market for a lot of another with the same materials. */
export function bestNeeds(market: Market, { lots }: Market, lot: number, needsOf: number[][]): LotArc[] {
  const across: Market = { ...market, lots }
  return needsOf[lots.material[lot]!]!.map((need) => ({ need, gain: gainOf(across, lot, need) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || a.need - b.need)
    .slice(0, CANDIDATES)
}

function bestLots(market: Market, { needs }: Market, need: number, lotsOf: number[][]): NeedArc[] {
  const across: Market = { ...market, needs }
  return lotsOf[needs.material[need]!]!.map((lot) => ({ lot, gain: gainOf(across, lot, need) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || a.lot - b.lot)
    .slice(0, CANDIDATES)
}
