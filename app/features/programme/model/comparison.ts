import { medianOf } from '~/features/accounting/model/median'

/** A commune's year as the two groups are set side by side. */
export type ComparedCommune = {
  isIn: boolean
  handedOverG: number
  sites: number
  population: number
}

export type GroupResult = {
  communes: number
  /** Communes that have a site: those that the median per site is taken over. */
  withSites: number
  /** Median of grams handed over per site; null of none. */
  perSiteG: number | null
  /** Median of grams handed over per inhabitant; null of none. */
  perInhabitantG: number | null
}

/** The middle of each group. It describes; who is in was chosen, so that a difference proves nothing. */
export function compareGroups(communes: readonly ComparedCommune[]): {
  inTrack: GroupResult
  others: GroupResult
} {
  return {
    inTrack: resultOf(communes.filter(({ isIn }) => isIn)),
    others: resultOf(communes.filter(({ isIn }) => !isIn)),
  }
}

function resultOf(communes: readonly ComparedCommune[]): GroupResult {
  const withSites = communes.filter(({ sites }) => sites > 0)
  return {
    communes: communes.length,
    withSites: withSites.length,
    perSiteG: medianOf(withSites.map(({ handedOverG, sites }) => handedOverG / sites)),
    perInhabitantG: medianOf(communes.map(({ handedOverG, population }) => handedOverG / population)),
  }
}
