import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { map } from '~/messages/map'
import { useT } from '~/ui/i18n'
import { ListIcon, PinIcon } from '~/ui/icons'
import { lotSearchQuery, type LotSearchState } from '../model/lot-search-query'

/** The two ways to look at what a search finds: as a list, on a map; with the same filters. */
export function LotViews({ search, view }: { search: LotSearchState; view: 'list' | 'map' }) {
  const t = useT(map)
  const query = lotSearchQuery(search)
  const views = [
    { key: 'list', to: paths.lots() + query, label: t('list'), Icon: ListIcon },
    { key: 'map', to: paths.lotsMap(query), label: t('map'), Icon: PinIcon },
  ] as const
  return (
    <nav aria-label={t('views')} data-screen-only>
      <ul className="flex flex-wrap gap-2">
        {views.map(({ key, to, label, Icon }) => (
          <li key={key}>
            <Link to={to} className="chip" aria-current={key === view ? 'true' : undefined}>
              <Icon width="1em" height="1em" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
