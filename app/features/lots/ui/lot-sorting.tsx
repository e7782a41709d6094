import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { search as searchTexts } from '~/messages/search'
import { useT } from '~/ui/i18n'
import { LOT_SORTINGS, lotSearchQuery, sortingOf, type LotSearchState } from '../model/lot-search-query'

/** The orders of what is found, one tap each; best answer first only to a text, nearest first only around a commune. */
export function LotSortingLinks({ search }: { search: LotSearchState }) {
  const t = useT(searchTexts)
  const chosen = sortingOf(search)
  const isOffered = {
    pertinence: search.q !== '',
    recents: true,
    depart: true,
    proches: search.rayon !== undefined,
  }
  const offered = LOT_SORTINGS.filter((sorting) => isOffered[sorting])
  return (
    <nav aria-label={t('sorting.label')}>
      <ul className="flex flex-wrap gap-x-4">
        {offered.map((sorting) => (
          <li key={sorting}>
            {sorting === chosen ? (
              <span aria-current="true" className="inline-flex min-h-11 items-center font-semibold">
                {t(`sorting.${sorting}`)}
              </span>
            ) : (
              <Link
                to={paths.lots() + lotSearchQuery(search, { tri: sorting })}
                className="inline-flex min-h-11 items-center"
              >
                {t(`sorting.${sorting}`)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
