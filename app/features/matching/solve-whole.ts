import loadHighs from 'highs'
import { commonStep, lpTextOf } from './model/allocation/lp-text'
import type { Allocation, AllocationPart, AllocationProblem } from './model/allocation/problem'
import { solveAllocation } from './model/allocation/solve'

/** Sizes past which the mixed-integer solver is not asked: it would hold the plan up, or run out of memory. */
const MOST_ARCS = 20_000
const TIME_LIMIT_S = 20

let loaded: ReturnType<typeof loadHighs> | null = null

/**
 * The best allocation in which lots with `isWhole` go in one piece to a need that wants all of it, and minimum takes
 * are kept: HiGHS decides which lots go where and which arcs carry anything, the network simplex how much of the
 * others. Bonuses count for the others only. The bound is what HiGHS proved to be the most.
 * @returns null when the problem is too large, or HiGHS had no answer in time
 */
export async function solveWholeLots(problem: AllocationProblem): Promise<Allocation | null> {
  if (problem.arcs.lot.length > MOST_ARCS) return null
  const step = commonStep(problem)
  const text = lpTextOf(problem, step)
  if (text === null) return withRest(problem, () => false)
  loaded ??= loadHighs()
  const answer = (await loaded).solve(text, {
    time_limit: TIME_LIMIT_S,
    mip_rel_gap: 0,
    random_seed: 0,
    output_flag: false,
  })
  if (answer.Status !== 'Optimal') return null
  const isChosen = (name: string) => {
    const column = answer.Columns[name]
    return column !== undefined && 'Primal' in column && column.Primal > 0.5
  }
  const allocation = withRest(problem, isChosen)
  return { ...allocation, bound: Math.max(allocation.gain, Math.round(answer.ObjectiveValue * step)) }
}

/** The whole lots that were chosen, and the best division of the others over the arcs that may carry. */
function withRest(problem: AllocationProblem, isChosen: (name: string) => boolean): Allocation {
  const { lots, needs, arcs } = problem
  const left = needs.map((need) => ({ ...need }))
  const given: AllocationPart[] = []
  const open: number[] = []
  let gain = 0
  for (let arc = 0; arc < arcs.lot.length; arc++) {
    const [lot, need] = [arcs.lot[arc]!, arcs.need[arc]!]
    const { isWhole, minTake = 0, capacity } = lots[lot]!
    if (isWhole && isChosen(`y${arc}`)) {
      given.push({ lot, need, quantity: capacity })
      left[need]!.capacity -= capacity
      gain += arcs.gain[arc]! * capacity
    }
    const isSmall = Math.min(minTake, capacity, needs[need]!.capacity) > 0
    if (!isWhole && (!isSmall || isChosen(`z${arc}`))) open.push(arc)
  }
  const rest = solveAllocation({
    lots,
    needs: left,
    arcs: {
      lot: Int32Array.from(open, (arc) => arcs.lot[arc]!),
      need: Int32Array.from(open, (arc) => arcs.need[arc]!),
      gain: Float64Array.from(open, (arc) => arcs.gain[arc]!),
      ...(arcs.bonus && { bonus: Float64Array.from(open, (arc) => arcs.bonus![arc]!) }),
    },
  })
  return {
    parts: [...given, ...rest.parts].sort((a, b) => a.lot - b.lot || a.need - b.need),
    gain: gain + rest.gain,
    bound: gain + rest.gain,
    method: 'whole',
    duals: rest.duals,
  }
}
