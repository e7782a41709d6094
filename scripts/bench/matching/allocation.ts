import loadHighs from 'highs'
import { lpTextOf } from '~/features/matching/model/allocation/lp-text'
import type { AllocationProblem } from '~/features/matching/model/allocation/problem'
import { solveAllocation } from '~/features/matching/model/allocation/solve'
import { startCpuClock } from '~/platform/cpu-time'
import { makeMarket, problemOf } from './market'
import { type BenchPart, percentile, sizeName, tell } from './part'

const SIZES = [1000, 10_000, 100_000]

/** Sizes up to which HiGHS is asked: past it, it runs out of memory. */
const HIGHS_UNTIL = 10_000

/** Runs of the small sizes, in turn with the other solver; the median is told. */
const RUNS = 3

/**
 * The allocation of a made market: processor seconds, gap between the plan and its proof, and how many times HiGHS
 * (its LP text made beforehand, its reading of it counted, as there is no other way in) takes as long. `shareAt2s` is
 * what a plan stopped after two processor seconds gains of the best, `gapAt2s` what it tells of that itself, and
 * `stoppedCpuS` the processor seconds until its answer.
 */
export const benchAllocation: BenchPart = async ({ sizes }) => {
  const figures: Record<string, unknown> = {}
  for (const size of sizes ?? SIZES) {
    tell(`${sizeName(size)}: making the market`)
    figures[sizeName(size)] = await measure(problemOf(makeMarket(size)), size)
    tell(JSON.stringify(figures[sizeName(size)]))
  }
  return figures
}

async function measure(problem: AllocationProblem, size: number) {
  const isSmall = size <= HIGHS_UNTIL
  const text = isSmall ? lpTextOf(problem, 1) : null
  const own: number[] = []
  const other: number[] = []
  let gap = 0
  let gain = 0
  let highsGain: number | null = null
  for (let run = 0; run < (isSmall ? RUNS : 1); run++) {
    const clock = startCpuClock()
    const solved = solveAllocation(problem)
    own.push(clock().cpuMs / 1000)
    gap = (solved.bound - solved.gain) / solved.bound
    gain = solved.gain
    if (text === null) continue
    // A solver each time: its memory grows and is not given back.
    const highs = await loadHighs()
    const highsClock = startCpuClock()
    highsGain = highs.solve(text, { output_flag: false }).ObjectiveValue
    other.push(highsClock().cpuMs / 1000)
  }
  const cpuS = median(own)
  const stoppedClock = startCpuClock()
  const stopped = solveAllocation(problem, { deadlineMs: 2000, clockMs: () => stoppedClock().cpuMs })
  const stoppedCpuS = stoppedClock().cpuMs / 1000
  return {
    arcs: problem.arcs.lot.length,
    gap,
    cpuS: rounded(cpuS, 3),
    ratioHighs: other.length > 0 ? rounded(median(other) / cpuS, 1) : null,
    sameAsHighs: highsGain === null ? null : Math.abs(highsGain - gain) <= 1e-6 * gain,
    shareAt2s: rounded(stopped.gain / gain, 6),
    gapAt2s: rounded((stopped.bound - stopped.gain) / stopped.bound, 6),
    stoppedCpuS: rounded(stoppedCpuS, 3),
  }
}

function median(values: number[]): number {
  return percentile(
    values.sort((a, b) => a - b),
    0.5,
  )
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
