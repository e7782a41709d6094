import { paths } from '~/core/paths'
import { alerts } from '~/messages/alerts'
import { lots } from '~/messages/lots'
import { search as searchTexts } from '~/messages/search'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { LoosenedSearches } from '~/ui/loosened-searches'
import { lotSearchQuery, needQueryOf, type LotFilter, type LotSearchState } from '../model/lot-search-query'
import { useFilterLabels } from './use-filter-labels'

type Option = {
  filter: LotFilter | 'radius' | 'words'
  query: string
  words: string
  count: number
  radiusKm: number | null
}

/** No lot fits: what each condition holds back, and to state a need that begins with the same conditions. */
export function NoLots({
  search,
  centre,
  loosened,
  isPageBeyond,
}: {
  search: LotSearchState
  centre: string | null
  /** Searches with one condition less that find something, most first. */
  loosened: readonly Option[]
  isPageBeyond: boolean
}) {
  const t = useT(lots)
  const tSearch = useT(searchTexts)
  const tAlerts = useT(alerts)
  const labels = useFilterLabels(search, centre)
  if (isPageBeyond) {
    const to = paths.lots() + lotSearchQuery(search, { page: 1 })
    return (
      <EmptyState
        title={tSearch('beyond')}
        actions={<ButtonLink to={to}>{tSearch('firstPage')}</ButtonLink>}
      />
    )
  }
  const wordsOf = ({ filter, radiusKm, words }: Option) => {
    if (filter === 'radius') return tSearch('loosen.radius', { km: radiusKm ?? 0 })
    return filter === 'words' ? tSearch('loosen.words', { words }) : labels.without(filter)
  }
  const isFiltered = lotSearchQuery(search) !== ''
  return (
    <EmptyState
      title={t('search.noneTitle')}
      actions={
        <>
          <ButtonLink wide to={paths.newNeed(needQueryOf(search))}>
            {t('search.stateNeed')}
          </ButtonLink>
          <ButtonLink wide look="secondary" to={paths.newAlert('lots', lotSearchQuery(search))}>
            {tAlerts('link')}
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isFiltered && (
          <LoosenedSearches
            searches={loosened.map((option) => ({
              key: option.filter,
              label: tSearch('loosen.count', { what: wordsOf(option), count: option.count }),
              to: paths.lots() + option.query,
            }))}
          />
        )}
        {loosened.some(({ filter }) => filter === 'words') && <p>{tSearch('loosen.wordsText')}</p>}
        <p>{tSearch('loosen.needText')}</p>
      </div>
    </EmptyState>
  )
}
