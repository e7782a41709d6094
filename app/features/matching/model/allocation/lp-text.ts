import type { AllocationProblem } from './problem'

/** Lines of an LP file may not be long: terms are broken after this many. */
const TERMS_PER_LINE = 20

/**
 * A problem in the LP format that mixed-integer solvers read, with lots in one piece and minimum takes as binaries:
 * `x` of an arc is what it carries, `y` says that it carries a whole lot, `z` that it carries anything. Capacities are
 * divided by `step`, their common divisor, so that numbers stay small.
 * @returns null when no arc can carry anything
 */
export function lpTextOf(problem: AllocationProblem, step: number): string | null {
  const { lots, needs, arcs } = problem
  const aims: string[] = []
  const ofLot: string[][] = lots.map(() => [])
  const ofNeed: string[][] = needs.map(() => [])
  const rules: string[] = []
  const binaries: string[] = []
  for (let arc = 0; arc < arcs.lot.length; arc++) {
    const lot = lots[arcs.lot[arc]!]!
    const need = needs[arcs.need[arc]!]!
    const gain = arcs.gain[arc]!
    const [free, wanted] = [lot.capacity / step, need.capacity / step]
    if (lot.isWhole) {
      if (lot.capacity === 0 || wanted < free) continue
      aims.push(`${gain * free} y${arc}`)
      ofLot[arcs.lot[arc]!]!.push(`y${arc}`)
      ofNeed[arcs.need[arc]!]!.push(`${free} y${arc}`)
      binaries.push(`y${arc}`)
      continue
    }
    aims.push(`${gain} x${arc}`)
    ofLot[arcs.lot[arc]!]!.push(`x${arc}`)
    ofNeed[arcs.need[arc]!]!.push(`x${arc}`)
    const least = Math.min(lot.minTake ?? 0, lot.capacity, need.capacity) / step
    if (least <= 0) continue
    rules.push(`x${arc} - ${Math.min(free, wanted)} z${arc} <= 0`, `x${arc} - ${least} z${arc} >= 0`)
    binaries.push(`z${arc}`)
  }
  if (aims.length === 0) return null
  const limits = [
    ...ofLot.flatMap((terms, index) => limit(terms, lots[index]!.isWhole ? 1 : lots[index]!.capacity / step)),
    ...ofNeed.flatMap((terms, index) => limit(terms, needs[index]!.capacity / step)),
  ]
  return [
    'Maximize',
    sum(aims),
    'Subject To',
    ...limits,
    ...rules,
    ...(binaries.length > 0 ? ['Binary', ...binaries] : []),
    'End',
  ].join('\n')
}

/** The greatest whole number that divides all capacities and minimum takes; 1 when they are 0. */
export function commonStep({ lots, needs }: AllocationProblem): number {
  const numbers = [
    ...lots.flatMap(({ capacity, minTake = 0 }) => [capacity, minTake]),
    ...needs.map(({ capacity }) => capacity),
  ]
  return numbers.reduce(greatestDivisor, 0) || 1
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

function limit(terms: readonly string[], most: number): string[] {
  return terms.length > 0 ? [`${sum(terms)} <= ${most}`] : []
}

function sum(terms: readonly string[]): string {
  const lines: string[] = []
  for (let from = 0; from < terms.length; from += TERMS_PER_LINE)
    lines.push(terms.slice(from, from + TERMS_PER_LINE).join(' + '))
  return lines.join('\n + ')
}
