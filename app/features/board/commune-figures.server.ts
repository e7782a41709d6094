import type { DayInterval } from '~/core/days'
import { wholeYearsOf } from '~/core/period'
import { communesOf } from '~/features/accounting/model/suppression'
import type { WithheldEntry } from '~/features/accounting/queries/withheld.server'
import type { PeerFigures } from './model/peers'
import { perimetersOf, type Perimeter, type Place } from './model/perimeter'
import { countSites, listCohortAmong, sumCohortHandovers, sumCohorts } from './queries/cohort.server'

export type CommuneSum = { code: string; massG: number; count: number }

/** The figures of every commune without what is withheld, which perimeters and their peers add up. */
export async function readCommuneFigures(
  interval: DayInterval,
  handedOver: Promise<CommuneSum[]> | CommuneSum[],
  withheld: readonly WithheldEntry[],
) {
  // Whether something is left out is said of whole years: of parts, it would tell when the left out took place.
  const years = wholeYearsOf(interval)
  const [cohorts, cohortSums, handed, siteCounts, cohortSites] = await Promise.all([
    sumCohorts(interval),
    sumCohortHandovers(interval, withheld),
    handedOver,
    countSites(interval),
    listCohortAmong([...new Set(withheld.map(({ fromSiteId }) => fromSiteId))], years),
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
    /** Communes whose mass handed over, and those whose rate, leave handovers out; and the sites that make the latter. */
    partial: {
      handed: communesOf(withheld, years),
      reused: new Set(cohortSites.map(({ code }) => code)),
      sites: new Set(cohortSites.map(({ id }) => id)),
    },
  }
}

export type CommuneFigures = Awaited<ReturnType<typeof readCommuneFigures>>

/** The figures of a perimeter: those of its communes added up. */
export function addUp(
  { cohorts, handed, siteCounts, reused, partial }: CommuneFigures,
  { communeCodes }: Perimeter,
) {
  const sum = (valueOf: (code: string) => number | undefined) =>
    communeCodes.reduce((total, code) => total + (valueOf(code) ?? 0), 0)
  return {
    sites: sum((code) => siteCounts.get(code)?.sites),
    unsurveyed: sum((code) => siteCounts.get(code)?.unsurveyed),
    massG: sum((code) => handed.get(code)?.massG),
    cohortSites: sum((code) => cohorts.get(code)?.sites),
    inventoriedG: sum((code) => cohorts.get(code)?.inventoriedG),
    reusableG: sum((code) => cohorts.get(code)?.reusableG),
    reusedG: sum((code) => reused.get(code)?.massG),
    isMassPartial: communeCodes.some((code) => partial.handed.has(code)),
    isReusedPartial: communeCodes.some((code) => partial.reused.has(code)),
  }
}

/** Perimeters of the same kind; the Métropole is alone of its kind, and shows its communes. */
export function peersOf(
  figures: CommuneFigures,
  own: Perimeter,
  places: readonly Place[],
): (PeerFigures & { name: string })[] {
  const kind = own.kind === 'metropole' ? 'commune' : own.kind
  return perimetersOf(places)
    .filter((perimeter) => perimeter.kind === kind)
    .map((perimeter) => ({
      slug: perimeter.slug,
      name: perimeter.name,
      population: perimeter.population,
      ...addUp(figures, perimeter),
    }))
}
