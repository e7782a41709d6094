import { paths } from '~/core/paths'
import { lots } from '~/messages/lots'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { lotSearchQuery, widerRadius, type LotSearchState } from '../model/lot-search-query'

/** No lot fits: which condition to loosen, and to state a need. */
export function NoLots({ search, isPageBeyond }: { search: LotSearchState; isPageBeyond: boolean }) {
  const t = useT(lots)
  const to = (changes: Partial<LotSearchState>) => paths.lots() + lotSearchQuery(search, changes)
  if (isPageBeyond) {
    const first = <ButtonLink to={to({ page: 1 })}>{t('search.firstPage')}</ButtonLink>
    return <EmptyState title={t('search.beyond')} actions={first} />
  }
  const wider = widerRadius(search.rayon)
  return (
    <EmptyState
      title={t('search.noneTitle')}
      actions={
        <>
          {search.commune && wider && (
            <ButtonLink look="secondary" wide to={to({ rayon: wider })}>
              {t('search.widenRadius', { km: wider })}
            </ButtonLink>
          )}
          {search.commune && (
            <ButtonLink look="secondary" wide to={to({ commune: undefined })}>
              {t('search.anywhere')}
            </ButtonLink>
          )}
          {search.materiau && (
            <ButtonLink look="secondary" wide to={to({ materiau: undefined })}>
              {t('search.dropMaterial')}
            </ButtonLink>
          )}
          {search.q && (
            <ButtonLink look="secondary" wide to={to({ q: '' })}>
              {t('search.dropText', { text: search.q })}
            </ButtonLink>
          )}
          <ButtonLink wide to={paths.newNeed()}>
            {t('search.stateNeed')}
          </ButtonLink>
        </>
      }
    >
      {t('search.noneWiden')}
    </EmptyState>
  )
}
