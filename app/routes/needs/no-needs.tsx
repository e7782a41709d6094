import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import {
  needSearchQuery,
  type NeedFilter,
  type NeedSearchState,
} from '~/features/needs/model/need-search-query'
import { useFilterLabels } from '~/features/needs/ui/filter-labels'
import { alerts } from '~/messages/alerts'
import { needs } from '~/messages/needs'
import { search as searchTexts } from '~/messages/search'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { LoosenedSearches } from '~/ui/loosened-searches'

type Option = { filter: NeedFilter | 'radius'; query: string; count: number; radiusKm: number | null }

/** No need fits: what each condition holds back, or the first act where nothing was asked. */
export function NoNeeds({
  search,
  centre,
  loosened,
  isPageBeyond,
  stateLink,
  publishLink,
}: {
  search: NeedSearchState
  centre: string | null
  /** Searches with one condition less that find something, most first. */
  loosened: readonly Option[]
  isPageBeyond: boolean
  stateLink: ReactNode
  publishLink: ReactNode
}) {
  const t = useT(needs)
  const tSearch = useT(searchTexts)
  const tAlerts = useT(alerts)
  const labels = useFilterLabels(search, centre)
  if (isPageBeyond) {
    const to = paths.needs() + needSearchQuery(search)
    return (
      <EmptyState
        title={tSearch('beyond')}
        actions={<ButtonLink to={to}>{tSearch('firstPage')}</ButtonLink>}
      />
    )
  }
  if (needSearchQuery(search) === '') {
    return (
      <EmptyState title={t('empty.title')} actions={stateLink}>
        {t('empty.none')}
      </EmptyState>
    )
  }
  const wordsOf = ({ filter, radiusKm }: Option) =>
    filter === 'radius' ? tSearch('loosen.radius', { km: radiusKm ?? 0 }) : labels.without(filter)
  return (
    <EmptyState
      title={t('empty.filtered')}
      actions={
        <>
          {publishLink || stateLink}
          <ButtonLink wide look="secondary" to={paths.newAlert('needs', needSearchQuery(search))}>
            {tAlerts('link')}
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <LoosenedSearches
          searches={loosened.map((option) => ({
            key: option.filter,
            label: tSearch('loosen.needs', { what: wordsOf(option), count: option.count }),
            to: paths.needs() + option.query,
          }))}
        />
        {publishLink && <p>{t('empty.publish')}</p>}
      </div>
    </EmptyState>
  )
}
