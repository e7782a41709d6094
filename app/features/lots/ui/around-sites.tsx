import { Link } from '@remix-run/react'
import { RADII_KM } from '~/core/shared-search'
import { lots } from '~/messages/lots'
import { useT } from '~/ui/i18n'
import { lotSearchQuery, type LotSearchState } from '../model/lot-search-query'

/** A site as a centre to search around: its commune is what distances are counted from. */
export type SiteNearby = { id: string; name: string; communeCode: string }

/** Own sites, one tap each on a page of the search to search around; the address that results holds the commune and nothing of the site. */
export function AroundSites({
  page,
  search,
  sites,
}: {
  page: string
  search: LotSearchState
  sites: readonly SiteNearby[]
}) {
  const t = useT(lots)
  if (sites.length === 0) return null
  return (
    <nav aria-label={t('search.aroundSites')} className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{t('search.aroundSites')}</span>
      <ul className="flex flex-wrap gap-2">
        {sites.map(({ id, name, communeCode }) => (
          <li key={id}>
            <Link
              className="chip"
              aria-current={search.commune === communeCode ? 'true' : undefined}
              to={page + lotSearchQuery(search, { commune: communeCode, rayon: search.rayon ?? RADII_KM[1] })}
            >
              <span lang="fr">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
