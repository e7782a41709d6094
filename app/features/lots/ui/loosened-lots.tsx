import { paths } from '~/core/paths'
import { search as searchTexts } from '~/messages/search'
import { useT } from '~/ui/i18n'
import { LoosenedSearches } from '~/ui/loosened-searches'
import type { LotFilter, LotSearchState } from '../model/lot-search-query'
import { useFilterLabels } from './use-filter-labels'

export type LoosenedLot = {
  filter: LotFilter | 'radius' | 'words'
  query: string
  words: string
  count: number
  radiusKm: number | null
}

/** A search with one condition less each time, and how many lots that would find. */
export function LoosenedLots({
  search,
  centre,
  loosened,
}: {
  search: LotSearchState
  centre: string | null
  loosened: readonly LoosenedLot[]
}) {
  const t = useT(searchTexts)
  const labels = useFilterLabels(search, centre)
  const wordsOf = ({ filter, radiusKm, words }: LoosenedLot) => {
    if (filter === 'radius') return t('loosen.radius', { km: radiusKm ?? 0 })
    return filter === 'words' ? t('loosen.words', { words }) : labels.without(filter)
  }
  return (
    <>
      <LoosenedSearches
        searches={loosened.map((option) => ({
          key: option.filter,
          label: t('loosen.count', { what: wordsOf(option), count: option.count }),
          to: paths.lots() + option.query,
        }))}
      />
      {loosened.some(({ filter }) => filter === 'words') && <p>{t('loosen.wordsText')}</p>}
    </>
  )
}
