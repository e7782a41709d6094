import { paths } from '~/core/paths'
import { alerts } from '~/messages/alerts'
import { lots } from '~/messages/lots'
import { search as searchTexts } from '~/messages/search'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { lotSearchQuery, needQueryOf, type LotSearchState } from '../model/lot-search-query'
import { LoosenedLots, type LoosenedLot } from './loosened-lots'

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
  loosened: readonly LoosenedLot[]
  isPageBeyond: boolean
}) {
  const t = useT(lots)
  const tSearch = useT(searchTexts)
  const tAlerts = useT(alerts)
  if (isPageBeyond) {
    const to = paths.lots() + lotSearchQuery(search, { page: 1 })
    return (
      <EmptyState
        title={tSearch('beyond')}
        actions={<ButtonLink to={to}>{tSearch('firstPage')}</ButtonLink>}
      />
    )
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
        {isFiltered && <LoosenedLots search={search} centre={centre} loosened={loosened} />}
        <p>{tSearch('loosen.needText')}</p>
      </div>
    </EmptyState>
  )
}
