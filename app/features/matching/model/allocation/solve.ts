import { Auction } from './auction'
import { dualBound, gainOf } from './bound'
import { byFalling } from './by-falling'
import { canonicalOf } from './canonical'
import { type Components, componentsOf } from './components'
import { allocateGreedily, filledUp } from './greedy'
import type { Allocation, AllocationPart, AllocationProblem } from './problem'
import { ROOT } from './spanning-tree'
import { breakTies, pairHash, wordHash } from './tie-order'
import { layOut, runAll, startFrom, type Transport } from './transport'

export type SolveOptions = {
  /** Pairs that people see already, as `lot need` ids: kept unless another gains over half a percent more. */
  shown?: ReadonlySet<string>
  /** An earlier answer to begin from, parts of lots and needs by id; what no longer fits is left out. */
  start?: readonly { lotId: string; needId: string }[]
  /** Answers with what it has after this long; without, it ends at the optimum. */
  deadlineMs?: number
  /** A clock in milliseconds that only rises; needed with a deadline. */
  clockMs?: () => number
}

/** Bonus of a pair already shown, thousandths of its gain. */
export const SHOWN_BONUS = 5

/** Rounds of taking out parts under the least that a lot gives, before the last of them are just left out. */
const MOST_ROUNDS = 60

type Part = AllocationPart & { arc: number }

/**
 * The allocation that gains most, with the dual that proves it: network simplex over the components from a greedy
 * start, ties broken by a hash of the ids, so that the same lots, needs and arcs in any order give the same answer.
 * Parts under a lot's minimum take are taken out and the rest is allocated again; `isWhole` is not looked at.
 * The bound is that of free division without any preference. With a deadline an auction comes first, whose answer,
 * or greed's if it gains more, is given when the optimum is not found in time.
 */
export function solveAllocation(given: AllocationProblem, options: SolveOptions = {}): Allocation {
  const clocks = clocksOf(options)
  const { problem, lotBefore, needBefore } = canonicalOf(given)
  const { parts, gain, bound, duals, method } = answerOf(problem, options, clocks)
  return {
    parts: parts
      .map(({ lot, need, quantity }) => ({ lot: lotBefore[lot]!, need: needBefore[need]!, quantity }))
      .sort((a, b) => a.lot - b.lot || a.need - b.need),
    gain,
    bound,
    method,
    duals: { lots: unpermuted(duals.lots, lotBefore), needs: unpermuted(duals.needs, needBefore) },
  }
}

type Answer = Pick<Allocation, 'gain' | 'bound' | 'duals' | 'method'> & { parts: Part[] }

/** Of a deadline, the share after which pivots that did not end leave the rest of the time to auctions. */
const PIVOTS_SHARE = 2 / 3

/** What greed gains of the most, give or take: an auction that ends early with as much is not compared with it. */
const GREED_GAINS = 0.95

/** Whether it is too late to go on pivoting, and to go on at all. */
type Clocks = { isLateToPivot: () => boolean; isLate: () => boolean }

function clocksOf({ deadlineMs, clockMs }: SolveOptions): Clocks | null {
  if (deadlineMs === undefined || !clockMs) return null
  const startMs = clockMs()
  return {
    isLateToPivot: () => clockMs() - startMs > deadlineMs * PIVOTS_SHARE,
    isLate: () => clockMs() - startMs > deadlineMs,
  }
}

/** The optimum, or when the deadline comes first the best of what greed, auctions and pivots found, and their best bound. */
function answerOf(problem: AllocationProblem, options: SolveOptions, clocks: Clocks | null): Answer {
  const components = componentsOf(problem)
  if (!clocks) return pivoted(problem, components, options, { isLateToPivot: NEVER, isLate: NEVER })
  const auction = new Auction(problem, components)
  const isThrough = auction.phase(clocks.isLate)
  const answers: Answer[] = []
  if (isThrough && !clocks.isLateToPivot()) {
    const answer = pivoted(problem, components, options, clocks)
    if (answer.method === 'simplex') return answer
    answers.push(answer)
    auction.run(clocks.isLate)
  }
  const { bound, duals } = auction
  const isFar = !isThrough && auction.gain < GREED_GAINS * bound
  if (isFar && options.start)
    answers.push(answer(problem, startParts(problem, options), 'greedy', { bound, duals }))
  const parts = auction.parts()
  const filled = isFar ? filledUp(problem, parts, byFalling(problem.arcs.gain)) : parts
  answers.push(answer(problem, filled, parts.length === 0 ? 'greedy' : 'auction', { bound, duals }))
  const best = answers.reduce((a, b) => (b.gain > a.gain ? b : a))
  const proof = answers.reduce((a, b) => (b.bound < a.bound ? b : a))
  return { ...best, bound: proof.bound, duals: proof.duals }
}

/** An answer without the parts that are smaller than their lot gives at least. */
function answer(
  problem: AllocationProblem,
  parts: readonly Part[],
  method: Answer['method'],
  proof: Pick<Answer, 'bound' | 'duals'>,
): Answer {
  const isFree = problem.lots.every(({ minTake = 0 }) => minTake === 0)
  const kept = isFree ? [...parts] : parts.filter((part) => isLargeEnough(problem, part))
  return { parts: kept, gain: gainOf(problem, kept), method, ...proof }
}

const NEVER = () => false

/** More than any arc gains. */
const GAINS_BELOW = 2 ** 30

/** The optimum by the simplex, or where it stands when it is too late to pivot. */
function pivoted(
  problem: AllocationProblem,
  components: Components,
  options: SolveOptions,
  { isLateToPivot, isLate }: Clocks,
): Answer {
  const transport = layOut(problem, components)
  startFrom(problem, transport, startParts(problem, options))
  const isOptimal = runAll(transport, isLateToPivot)
  const proof = dualBound(problem, needWorthsOf(problem, transport))
  if (isOptimal) {
    if (options.shown || problem.arcs.bonus) prefer(problem, transport, options.shown, isLate)
    takeOutSmall(problem, transport, isLate)
    settleTies(problem, transport, isLate)
  }
  return answer(problem, partsOf(problem, transport), isOptimal ? 'simplex' : 'greedy', proof)
}

function startParts(problem: AllocationProblem, { start }: SolveOptions): Part[] {
  const places = byFalling(problem.arcs.gain)
  if (!start || start.length === 0) return allocateGreedily(problem, places)
  const kept = new Set(start.map(({ lotId, needId }) => pairKey(lotId, needId)))
  const isKept = (arc: number) => kept.has(keyOf(problem, arc))
  return allocateGreedily(problem, places.filter(isKept), places)
}

/** Gains in thousandths, so that bonuses are whole; the optimum for them is within the greatest of the true one. */
function prefer(
  problem: AllocationProblem,
  transport: Transport,
  shown: ReadonlySet<string> | undefined,
  isLate: () => boolean,
): void {
  const { simplex, arcInside } = transport
  problem.arcs.gain.forEach((gain, arc) => {
    const inside = arcInside[arc]!
    if (inside === -1) return
    const isShown = shown?.has(keyOf(problem, arc)) === true
    simplex.gain[inside] = gain * (1000 + (problem.arcs.bonus?.[arc] ?? 0) + (isShown ? SHOWN_BONUS : 0))
  })
  simplex.measure()
  runAll(transport, isLate)
}

/** Shuts the arcs that carry less than their lot gives at least, and allocates again what they carried. */
function takeOutSmall(problem: AllocationProblem, transport: Transport, isLate: () => boolean): void {
  if (!problem.lots.some(({ minTake = 0 }) => minTake > 0)) return
  for (let round = 0; round < MOST_ROUNDS && !isLate(); round++) {
    const small = partsOf(problem, transport).filter((part) => !isLargeEnough(problem, part))
    if (small.length === 0) return
    for (const { arc } of small) transport.simplex.gain[transport.arcInside[arc]!] = -1
    transport.simplex.measure()
    runAll(transport, isLate)
  }
}

function isLargeEnough({ lots, needs }: AllocationProblem, { lot, need, quantity }: Part): boolean {
  const { capacity, minTake = 0 } = lots[lot]!
  return quantity >= Math.min(minTake, capacity, needs[need]!.capacity)
}

function settleTies(problem: AllocationProblem, { simplex, arcOf }: Transport, isLate: () => boolean): void {
  const lotHashes = problem.lots.map(({ id }) => wordHash(id))
  const needHashes = problem.needs.map(({ id }) => wordHash(id))
  const preference = (inside: number) => {
    const arc = arcOf[inside]!
    if (arc === -1) return 0
    return pairHash(lotHashes[problem.arcs.lot[arc]!]!, needHashes[problem.arcs.need[arc]!]!)
  }
  breakTies(simplex, preference, isLate)
}

/** What the tree carries, but for slack, in the order of the arcs. */
function partsOf({ arcs }: AllocationProblem, { simplex, arcOf }: Transport): Part[] {
  const { tree } = simplex
  const carried = new Float64Array(arcs.lot.length)
  const carrying = new Int32Array(tree.size)
  let count = 0
  for (let node = ROOT + 1; node < tree.size; node++) {
    const arc = arcOf[tree.arc[node]!]!
    if (arc === -1 || tree.flow[node] === 0) continue
    carried[arc] = tree.flow[node]!
    carrying[count++] = arc
  }
  return Array.from(carrying.subarray(0, count).sort(), (arc) => ({
    lot: arcs.lot[arc]!,
    need: arcs.need[arc]!,
    quantity: carried[arc]!,
    arc,
  }))
}

function needWorthsOf(problem: AllocationProblem, { simplex, nodeOfNeed }: Transport): Float64Array {
  return Float64Array.from(problem.needs, ({ capacity }, need) => {
    // Nothing goes to a need that wants nothing, so that any worth proves it: one over all gains claims no lot.
    if (capacity <= 0) return GAINS_BELOW
    const node = nodeOfNeed[need]!
    return node === ROOT ? 0 : -simplex.tree.potential[simplex.nodeOf[node]!]!
  })
}

function keyOf({ lots, needs, arcs }: AllocationProblem, arc: number): string {
  return pairKey(lots[arcs.lot[arc]!]!.id, needs[arcs.need[arc]!]!.id)
}

/** The key of a pair among those already shown. */
export function pairKey(lotId: string, needId: string): string {
  return `${lotId} ${needId}`
}

function unpermuted(values: Float64Array, before: Int32Array): Float64Array {
  const back = new Float64Array(values.length)
  before.forEach((old, index) => (back[old] = values[index]!))
  return back
}
