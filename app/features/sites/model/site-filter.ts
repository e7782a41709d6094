import { foldText } from '~/core/fold'
import type { IsoDay } from '~/core/days'
import type { SiteKind } from './site'

export const SITE_STATES = ['under-way', 'to-come', 'ended'] as const
export type SiteState = (typeof SITE_STATES)[number]

export type SiteFilter = { q: string; nature: SiteKind | null; etat: SiteState | null }

type Filtered = { name: string; communeName: string; kind: SiteKind; startsOn: IsoDay; endsOn: IsoDay }

/** Where the works of a site are on a day, both ends included. */
export function siteStateOf(site: Pick<Filtered, 'startsOn' | 'endsOn'>, today: IsoDay): SiteState {
  if (site.endsOn < today) return 'ended'
  return site.startsOn > today ? 'to-come' : 'under-way'
}

/** The sites that a filter keeps, in their order; every word must be in the name or the commune. */
export function filterSites<S extends Filtered>(sites: readonly S[], filter: SiteFilter, today: IsoDay): S[] {
  const words = foldText(filter.q).split(/\s+/).filter(Boolean)
  return sites.filter((site) => {
    if (filter.nature && site.kind !== filter.nature) return false
    if (filter.etat && siteStateOf(site, today) !== filter.etat) return false
    const text = foldText(`${site.name} ${site.communeName}`)
    return words.every((word) => text.includes(word))
  })
}
