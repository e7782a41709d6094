import { nowMs } from '~/core/clock'
import { addDays, isoDayOf, type DayInterval } from '~/core/days'
import { includesDay, isWholeYears, wholeYearsOf } from '~/core/period'
import { massOfPart } from '~/features/lots/model/lot'
import { rateOf } from '~/features/accounting/model/rates'
import { withheldFromAgentOf } from '~/features/accounting/model/suppression'
import { tellingOf } from '~/features/accounting/model/told-account'
import { readWithholding, type WithheldEntry } from '~/features/accounting/queries/withheld.server'
import { pooledSums } from '~/features/accounting/territory.server'
import { factorSetOn } from '~/features/carbon/queries.server'
import { listCommunes } from '~/features/communes/queries.server'
import {
  addUp,
  peersOf,
  readCommuneFigures,
  type CommuneFigures,
  type CommuneSum,
} from './commune-figures.server'
import { bucketsOf, type BoardPeriod, type Buckets } from './model/board-period'
import type { Board, BoardView, Headlines } from './model/board'
import { familySteps } from './model/family-steps'
import { flowsOf, type PairSum } from './model/flows'
import { headlinesOf, told, totalOf } from './model/headlines'
import { comparePeers } from './model/peers'
import type { Perimeter } from './model/perimeter'
import { rateSpark } from './model/spark'
import {
  listCohortSites,
  listLeaving,
  listUnsurveyed,
  sumCohortDays,
  sumOutside,
} from './queries/cohort.server'
import { sumFunnel } from './queries/funnel.server'
import {
  findLastHandover,
  sumByCommune,
  sumHandedOver,
  sumIncoming,
  sumPairs,
  type StepSum,
} from './queries/ledger-sums.server'

/** The most sites that are named on a page or in a file. */
const MOST_SITES = 500

/** All that a board tells of a perimeter and a period, as far as its reader may know. Read in sums, never row by row. */
export async function readBoard(perimeter: Perimeter, period: BoardPeriod, view: BoardView): Promise<Board> {
  const { interval } = period
  const buckets = bucketsOf(interval)
  const isWhole = perimeter.kind === 'metropole'
  const { threshold, withheld, factors } = await readTelling(perimeter, view)
  const sums = { buckets, leftOut: withheld }
  const [places, handed, pairs, outside, lastHandover] = await Promise.all([
    listCommunes(),
    sumHandedOver(perimeter, interval, sums),
    sumPairs(perimeter, interval, withheld),
    sumOutside(perimeter, interval, withheld),
    findLastHandover(perimeter, withheld),
  ])
  // The whole Métropole takes in what a known commune took: its own sums hold it already.
  const [incoming, figures] = await Promise.all([
    isWhole ? handed.map(({ day, taken }) => ({ day, ...taken })) : sumIncoming(perimeter, interval, sums),
    readCommuneFigures(interval, isWhole ? byOrigin(pairs) : sumByCommune(interval, withheld), withheld),
  ])
  const own = addUp(figures, perimeter)
  const months = familySteps(handed, buckets)
  const rate = await rateOfCohort(perimeter, period, { own, figures, buckets, withheld })
  const left = leftOutOf(perimeter, interval, { withheld, figures, threshold })
  return {
    ...{ perimeter, period, view, threshold, factors },
    readAtMs: nowMs(),
    readOn: isoDayOf(nowMs()),
    headlines: headlinesOf({ rate, handed, incoming, months, buckets, ...left }),
    realisation: rateOf(own.reusedG, own.reusableG),
    starts: buckets.starts,
    months: { ...months, isPartial: left.isPartial.months },
    funnel: {
      ...(await sumFunnel(perimeter, interval, {
        inventoriedG: own.inventoriedG,
        handedOverG: own.reusedG,
        leftOut: withheld,
      })),
      isWithheld: rate.isWithheld,
    },
    comparisons: comparePeers(peersOf(figures, perimeter, places), perimeter.slug),
    flows: { ...flowsOf(pairs, perimeter, places), isPartial: left.isPartial.flows },
    near: nearOf(handed, pairs, perimeter),
    outside: outsideOf(outside, left.isPartial.outside),
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

/** What is kept from a view of a perimeter, and which factors are in force. */
export async function readTelling({ communeCodes }: Perimeter, view: BoardView) {
  const [{ threshold, entries }, { source, year, licence }] = await Promise.all([
    readWithholding(),
    factorSetOn(),
  ])
  return {
    threshold,
    withheld: view === 'public' ? entries : withheldFromAgentOf(entries, communeCodes),
    factors: { source, year, licence },
  }
}

type Cohort = {
  own: ReturnType<typeof addUp>
  figures: CommuneFigures
  buckets: Buckets
  withheld: readonly WithheldEntry[]
}

async function rateOfCohort(
  perimeter: Perimeter,
  period: BoardPeriod,
  { own, figures, buckets, withheld }: Cohort,
): Promise<Headlines['rate']> {
  const rate = rateOf(own.reusedG, own.inventoriedG)
  const isWithheld = tellingOf(own.reusedG, own.isReusedPartial) === 'few'
  const sums =
    buckets.unit === 'week'
      ? await sumCohortDays(perimeter, period.interval, withheld)
      : figures.cohortSums
          .filter(({ code }) => perimeter.communeCodes.includes(code))
          .map(({ day, massG }) => ({ day, value: massG }))
  return {
    rate: isWithheld ? { ...rate, rate: null } : rate,
    sites: own.cohortSites,
    isWithheld,
    isPartial: own.isReusedPartial,
    spark: isWithheld ? [] : rateSpark(sums, own.inventoriedG, buckets),
  }
}

/** What the figures of a perimeter leave out, and what the total of the whole counts of it all the same. */
function leftOutOf(
  { kind, communeCodes }: Perimeter,
  interval: DayInterval,
  known: { withheld: readonly WithheldEntry[]; figures: CommuneFigures; threshold: number },
) {
  const here = new Set(communeCodes)
  // Of the years that the period touches: said of a part of one, it would tell when the left out took place.
  const years = wholeYearsOf(interval)
  const dated = known.withheld.filter(({ handedOverOn }) => includesDay(years, handedOverOn))
  const given = dated.filter(({ fromCommuneCode }) => here.has(fromCommuneCode))
  const claimed = given.filter(({ netAvoidedGCo2e }) => netAvoidedGCo2e !== null)
  const taken = dated.some(({ toCommuneCode }) => toCommuneCode !== null && here.has(toCommuneCode))
  const pooled = pooledSums(kind === 'metropole' ? known.withheld : [], interval, known.threshold)
  return {
    pooled,
    isPartial: {
      handed: pooled.handovers.count < given.length,
      claims: pooled.claims.count < claimed.length,
      incoming: taken,
      // The pooled are in the total alone: no month and no link holds them.
      months: given.length > 0,
      flows: given.length > 0 || taken,
      // The sites of a part of a year are others than those of the year.
      outside: given.some(
        ({ fromSiteId }) => !isWholeYears(interval) || !known.figures.partial.sites.has(fromSiteId),
      ),
    },
  }
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

function outsideOf(outside: { massG: number; count: number; sites: number }, isPartial: boolean) {
  const figure = told(outside, isPartial)
  return { ...figure, sites: figure.count === null ? null : outside.sites }
}

/** Shares of what was handed over; a destination that nobody told is not near. */
function nearOf(
  handed: readonly StepSum[],
  pairs: readonly PairSum[],
  { communeCodes }: Perimeter,
): Board['near'] {
  const total = totalOf(handed)
  if (total.count === 0) return null
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

function byOrigin(pairs: readonly PairSum[]): CommuneSum[] {
  const sums = new Map<string, CommuneSum>()
  for (const { from: code, massG, count } of pairs) {
    const known = sums.get(code) ?? { code, massG: 0, count: 0 }
    sums.set(code, { code, massG: known.massG + massG, count: known.count + count })
  }
  return [...sums.values()]
}
