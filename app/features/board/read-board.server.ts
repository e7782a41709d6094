import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { massOfPart } from '~/features/lots/model/lot'
import { rateOf } from '~/features/accounting/model/rates'
import { readAccountingSettings } from '~/features/accounting/queries/settings.server'
import { factorSetOn } from '~/features/carbon/queries.server'
import { listCommunes } from '~/features/communes/queries.server'
import { bucketsOf, type BoardPeriod, type Buckets } from './model/board-period'
import type { Board, Headlines } from './model/board'
import { familySteps, type FamilySteps } from './model/family-steps'
import { flowsOf, type PairSum } from './model/flows'
import { comparePeers, type PeerFigures } from './model/peers'
import { perimetersOf, type Perimeter, type Place } from './model/perimeter'
import { rateSpark, sumSpark, type Spark } from './model/spark'
import { fewestTold, isTooFew, told, type BoardView } from './model/suppression'
import {
  countSites,
  listCohortSites,
  listLeaving,
  listUnsurveyed,
  sumCohortDays,
  sumCohortHandovers,
  sumCohorts,
  sumFunnel,
  sumOutside,
} from './queries/cohort.server'
import {
  findLastHandover,
  sumByCommune,
  sumHandedOver,
  sumIncoming,
  sumPairs,
  type IncomingSum,
  type StepSum,
} from './queries/ledger-sums.server'

/** The most sites that are named on a page or in a file. */
const MOST_SITES = 500

/** All that a board tells of a perimeter and a period, as far as its reader may know. Read in sums, never row by row. */
export async function readBoard(perimeter: Perimeter, period: BoardPeriod, view: BoardView): Promise<Board> {
  const { interval } = period
  const buckets = bucketsOf(interval)
  const isWhole = perimeter.kind === 'metropole'
  const [{ threshold, fewest, factors }, places, handed, pairs, outside, lastHandover] = await Promise.all([
    readTelling(view),
    listCommunes(),
    sumHandedOver(perimeter, interval, buckets),
    sumPairs(perimeter, interval),
    sumOutside(perimeter, interval),
    findLastHandover(perimeter),
  ])
  // The whole Métropole takes in what a known commune took: its own sums hold it already.
  const [incoming, figures] = await Promise.all([
    isWhole ? handed.map(({ day, taken }) => ({ day, ...taken })) : sumIncoming(perimeter, interval, buckets),
    readPeers(period, isWhole ? byOrigin(pairs) : sumByCommune(interval)),
  ])
  const own = addUp(figures, perimeter)
  const months = familySteps(handed, buckets, fewest)
  const cohortSums = await cohortSumsOf(perimeter, period, { unit: buckets.unit, figures })
  const rateWithheld = isTooFew(own.reusedCount, fewest)
  const rate = rateOf(rateWithheld ? 0 : own.reusedG, own.inventoriedG)
  return {
    ...{ perimeter, period, view, threshold, factors },
    readAtMs: nowMs(),
    headlines: headlinesOf({
      rate: {
        rate: rateWithheld ? { ...rate, rate: null } : rate,
        sites: own.cohortSites,
        isWithheld: rateWithheld,
        spark: rateWithheld ? [] : rateSpark(cohortSums, own.inventoriedG, buckets),
      },
      ...{ handed, incoming, months, buckets, fewest },
    }),
    realisation: rateOf(rateWithheld ? 0 : own.reusedG, own.reusableG),
    starts: buckets.starts,
    months,
    funnel: {
      ...(await sumFunnel(perimeter, interval, {
        inventoriedG: own.inventoriedG,
        handedOverG: own.reusedG,
      })),
      isWithheld: rateWithheld,
    },
    comparisons: comparePeers(peersOf(figures, perimeter, places), perimeter.slug, fewest),
    flows: flowsOf(pairs, perimeter, places, fewest),
    near: nearOf(handed, pairs, perimeter, fewest),
    outside: outsideOf(outside, fewest),
    sites: {
      active: own.sites,
      unsurveyed: own.unsurveyed,
      unsurveyedLines: view === 'public' ? [] : await listUnsurveyed(perimeter, interval, MOST_SITES),
      cohortLines: view === 'public' ? [] : await listCohortSites(perimeter, interval, MOST_SITES),
    },
    leaving: await readLeaving(perimeter),
    lastHandover: view === 'public' ? (lastHandover?.slice(0, 7) ?? null) : lastHandover,
  }
}

/** From how many handovers a view is told a figure, and which factors are in force. */
async function readTelling(view: BoardView) {
  const [{ publicThreshold: threshold }, { source, year, licence }] = await Promise.all([
    readAccountingSettings(),
    factorSetOn(),
  ])
  return { threshold, fewest: fewestTold(view, threshold), factors: { source, year, licence } }
}

/** What the cohort of a perimeter handed over, by day where its curve goes by weeks. */
async function cohortSumsOf(
  perimeter: Perimeter,
  { interval }: BoardPeriod,
  { unit, figures }: { unit: Buckets['unit']; figures: Figures },
) {
  if (unit === 'week') return sumCohortDays(perimeter, interval)
  return figures.cohortSums
    .filter(({ code }) => perimeter.communeCodes.includes(code))
    .map(({ day, massG }) => ({ day, value: massG }))
}

/** A lot is told of this many days before the skip takes it. */
const LEAVING_DAYS = 7
const MOST_LEAVING = 100

async function readLeaving(perimeter: Perimeter): Promise<Board['leaving']> {
  const until = addDays(isoDayOf(nowMs()), LEAVING_DAYS)
  const found = await listLeaving(perimeter, until, MOST_LEAVING)
  return found.map(({ quantityMilli, massG, ...lot }) => ({
    ...lot,
    massG: massOfPart({ massG, quantityMilli }, lot.availableMilli),
  }))
}

function outsideOf(outside: { massG: number; count: number; sites: number }, fewest: number) {
  const figure = told(outside, fewest)
  return { ...figure, sites: figure.count === null ? null : outside.sites }
}

type Read = {
  rate: Headlines['rate']
  handed: readonly StepSum[]
  incoming: readonly IncomingSum[]
  months: FamilySteps
  buckets: Buckets
  fewest: number
}

function headlinesOf({ rate, handed, incoming, months, buckets, fewest }: Read): Headlines {
  const total = totalOf(handed)
  const taken = totalOf(incoming)
  const claims = handed.reduce((sum, row) => sum + row.claims, 0)
  const isWithheld = isTooFew(claims, fewest)
  const counts = sumSpark(
    incoming.map(({ day, count }) => ({ day, value: count })),
    buckets,
  )
  const claimCounts = sumSpark(
    handed.map(({ day, claims: value }) => ({ day, value })),
    buckets,
  )
  return {
    rate,
    handedOver: { ...told(total, fewest), spark: months.steps.map(({ totalG }) => totalG) },
    carbon: {
      range: claims === 0 || isWithheld ? null : rangeOf(handed),
      isWithheld,
      claims,
      total: total.count,
      spark: shown(
        sumSpark(
          handed.map(({ day, netG: value }) => ({ day, value })),
          buckets,
        ),
        claimCounts,
        fewest,
      ),
    },
    incoming: {
      ...told(taken, fewest),
      spark: shown(
        sumSpark(
          incoming.map(({ day, massG: value }) => ({ day, value })),
          buckets,
        ),
        counts,
        fewest,
      ),
    },
  }
}

function shown(values: readonly number[], counts: readonly number[], fewest: number): Spark {
  return values.map((value, index) => (isTooFew(counts[index] ?? 0, fewest) ? null : value))
}

/** Each handover's own range, as the ledger keeps it: its factors and its haul are those of its day. */
function rangeOf(rows: readonly StepSum[]) {
  const sumOf = (key: 'netG' | 'lowG' | 'highG') => rows.reduce((sum, row) => sum + row[key], 0)
  return { netG: sumOf('netG'), lowG: sumOf('lowG'), highG: sumOf('highG') }
}

function totalOf(rows: readonly { massG: number; count: number }[]) {
  return {
    massG: rows.reduce((sum, { massG }) => sum + massG, 0),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Shares of what was handed over; a destination that nobody told is not near. */
function nearOf(
  handed: readonly StepSum[],
  pairs: readonly PairSum[],
  { communeCodes }: Perimeter,
  fewest: number,
): Board['near'] {
  const total = totalOf(handed)
  if (total.count === 0 || isTooFew(total.count, fewest)) return null
  const own = new Set(communeCodes)
  const stayed = pairs.reduce(
    (sum, { from, to, massG }) => (own.has(from) && to !== null && own.has(to) ? sum + massG : sum),
    0,
  )
  return {
    within10Km: rateOf(
      handed.reduce((sum, { nearG }) => sum + nearG, 0),
      total.massG,
    ),
    inPerimeter: rateOf(stayed, total.massG),
  }
}

type CommuneSum = { code: string; massG: number; count: number }

function byOrigin(pairs: readonly PairSum[]): CommuneSum[] {
  const sums = new Map<string, CommuneSum>()
  for (const { from: code, massG, count } of pairs) {
    const known = sums.get(code) ?? { code, massG: 0, count: 0 }
    sums.set(code, { code, massG: known.massG + massG, count: known.count + count })
  }
  return [...sums.values()]
}

type Figures = Awaited<ReturnType<typeof readPeers>>

/** The figures of every commune, which perimeters and their peers add up. */
async function readPeers(
  { interval }: BoardPeriod,
  byCommune: ReturnType<typeof sumByCommune> | CommuneSum[],
) {
  const [cohorts, cohortSums, handed, siteCounts] = await Promise.all([
    sumCohorts(interval),
    sumCohortHandovers(interval),
    byCommune,
    countSites(interval),
  ])
  const byCode = <Row extends { code: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.code, row]))
  const reused = new Map<string, { massG: number; count: number }>()
  for (const { code, massG, count } of cohortSums) {
    const known = reused.get(code) ?? { massG: 0, count: 0 }
    reused.set(code, { massG: known.massG + massG, count: known.count + count })
  }
  return {
    cohorts: byCode(cohorts),
    handed: byCode(handed),
    siteCounts: byCode(siteCounts),
    reused,
    cohortSums,
  }
}

function addUp({ cohorts, handed, siteCounts, reused }: Figures, { communeCodes }: Perimeter) {
  const sum = (valueOf: (code: string) => number | undefined) =>
    communeCodes.reduce((total, code) => total + (valueOf(code) ?? 0), 0)
  return {
    sites: sum((code) => siteCounts.get(code)?.sites),
    unsurveyed: sum((code) => siteCounts.get(code)?.unsurveyed),
    massG: sum((code) => handed.get(code)?.massG),
    count: sum((code) => handed.get(code)?.count),
    cohortSites: sum((code) => cohorts.get(code)?.sites),
    inventoriedG: sum((code) => cohorts.get(code)?.inventoriedG),
    reusableG: sum((code) => cohorts.get(code)?.reusableG),
    reusedG: sum((code) => reused.get(code)?.massG),
    reusedCount: sum((code) => reused.get(code)?.count),
  }
}

/** Perimeters of the same kind; the Métropole is alone of its kind, and shows its communes. */
function peersOf(figures: Figures, own: Perimeter, places: readonly Place[]): PeerFigures[] {
  const kind = own.kind === 'metropole' ? 'commune' : own.kind
  return perimetersOf(places)
    .filter((perimeter) => perimeter.kind === kind)
    .map((perimeter) => ({
      slug: perimeter.slug,
      population: perimeter.population,
      ...addUp(figures, perimeter),
    }))
}
