import { addDays, dayNumber, type IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { Allocation, AllocationProblem } from '~/features/matching/model/allocation/problem'
import type { Scoring } from '~/features/matching/model/scoring'
import { addCarbon, coverLines, type CarbonSum, type LineCover, type MoneySum } from './cover'
import {
  commonMilli,
  coverProblem,
  groupLines,
  restrictTo,
  type BasketLine,
  type BasketTerms,
  type CoverLot,
  type CoverProblem,
} from './cover-problem'
import { receivedByLine, shareParts } from './share-parts'

/** How much of a bill is covered; every line weighs the same, whatever its unit, and one of unknown material counts. */
export type CoverCount = { lines: number; full: number; part: number; meanShare: number }

export type CoverWeek = { by: IsoDay; count: CoverCount }

export type BasketCover = {
  /** With the lots that are there today. */
  now: CoverCount
  /** With all that come before the bill's last day too: what the lines tell. */
  all: CoverCount
  /** Today, then every seven days, what the lots that are there by then cover; ends when no more come. */
  weeks: CoverWeek[]
  lines: LineCover[]
  carbon: CarbonSum
  /** Over the covered lines whose new price the bill gives. */
  money: MoneySum & { lines: number }
  lots: number
  /** Lots whose trip would emit more than it saves: not proposed. */
  leftAside: number
  /** The version of the emission factors that it is made with. */
  factorVersion: string
  /** What a better combination could gain at most, as a share: 0 is proved best. */
  gap: number
}

export type CoverInput = {
  terms: BasketTerms
  lines: readonly BasketLine[]
  /** Open lots of others that the organisation sees. */
  lots: readonly CoverLot[]
  point: GeoPoint
  today: IsoDay
  scoring: Scoring
  solve: (problem: AllocationProblem) => Allocation
}

/** Beyond a quarter, what comes is one last step. */
const MOST_WEEKS = 13

/** What reuse covers of a bill, now and week by week, by the combination of lots that gains most. */
export function coverBasket(input: CoverInput): BasketCover {
  const { problem, leftAside } = problemFor(input)
  const solved = input.solve(problem)
  const lines = coverLines(input.lines, shareParts(problem, solved), input.point, input.scoring.factors)
  const now = countWith(input, restrictTo(problem, isThereBy(input.today)))
  return {
    now,
    all: countOf(lines.map(({ share }) => share)),
    weeks: weeksOf(input, problem, now),
    lines,
    carbon: addCarbon(lines.map(({ carbon }) => carbon)),
    money: moneyOf(lines),
    lots: new Set(lines.flatMap(({ parts }) => parts.map(({ lotId }) => lotId))).size,
    leftAside,
    factorVersion: input.scoring.factors.version,
    gap: solved.bound > 0 ? Math.max(0, (solved.bound - solved.gain) / solved.bound) : 0,
  }
}

/** The two counts alone, for a list of bills. */
export function countCover(input: CoverInput): Pick<BasketCover, 'now' | 'all'> {
  const { problem } = problemFor(input)
  return {
    now: countWith(input, restrictTo(problem, isThereBy(input.today))),
    all: countWith(input, problem),
  }
}

function problemFor({ lines, terms, lots, point, today, scoring }: CoverInput) {
  return coverProblem(groupLines(lines, terms, point, today), lots, scoring)
}

function countWith({ lines, solve }: CoverInput, problem: CoverProblem): CoverCount {
  const received = receivedByLine(problem, solve(problem))
  return countOf(lines.map((line) => (received.get(line.id) ?? 0) / commonMilli(line)))
}

/** One step for today and one for each week after, until the last in which something comes that can serve. */
function weeksOf(input: CoverInput, problem: CoverProblem, now: CoverCount): CoverWeek[] {
  const { today, terms } = input
  const weekOf = (day: IsoDay) => Math.ceil((dayNumber(day) - dayNumber(today)) / 7)
  const coming = problem.lotOf.filter(({ view }) => view.availableFrom > today)
  const arrivals = new Set(coming.map(({ view }) => Math.min(MOST_WEEKS, weekOf(view.availableFrom))))
  const weeks: CoverWeek[] = [{ by: today, count: now }]
  for (let week = 1; week <= Math.max(0, ...arrivals); week += 1) {
    const by = week === MOST_WEEKS ? addDays(terms.neededUntil, -1) : addDays(today, 7 * week)
    const isSame = !arrivals.has(week)
    const count = isSame ? weeks.at(-1)!.count : countWith(input, restrictTo(problem, isThereBy(by)))
    weeks.push({ by, count })
  }
  return weeks
}

function isThereBy(day: IsoDay): (lot: CoverLot) => boolean {
  return ({ view }) => view.availableFrom <= day
}

function countOf(shares: readonly number[]): CoverCount {
  return {
    lines: shares.length,
    full: shares.filter((share) => share >= 1).length,
    part: shares.filter((share) => share > 0 && share < 1).length,
    meanShare: shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  }
}

function moneyOf(lines: readonly LineCover[]): BasketCover['money'] {
  const sums = lines.flatMap(({ money }) => money ?? [])
  const total = (of: (sum: MoneySum) => number) => sums.reduce((sum, one) => sum + of(one), 0)
  return {
    lines: sums.length,
    newCents: total(({ newCents }) => newCents),
    askedCents: total(({ askedCents }) => askedCents),
    savedCents: total(({ savedCents }) => savedCents),
  }
}
