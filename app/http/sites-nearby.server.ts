import type { SiteNearby } from '~/features/lots/ui/around-sites'
import type { LotViewer } from '~/features/lots/model/visibility'
import { listSitesOf } from '~/features/sites/queries.server'

const MOST_SITES = 4

/** Own sites that are offered as a place to search around, newest first; none for a visitor. */
export async function sitesNearby({ organisationId }: LotViewer): Promise<SiteNearby[]> {
  const sites = organisationId === null ? [] : await listSitesOf(organisationId)
  return sites.slice(0, MOST_SITES).map(({ id, name, communeCode }) => ({ id, name, communeCode }))
}
