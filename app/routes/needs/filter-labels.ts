import type { NeedFilter, NeedSearchState } from '~/features/needs/model/need-search-query'
import { needs } from '~/messages/needs'
import { search as searchTexts } from '~/messages/search'
import { useSharedFilterLabels } from '~/ui/filter-labels'
import { useT } from '~/ui/i18n'

/** Each filter of a search for needs in words: what it asks, and what it would be without it. */
export function useFilterLabels(search: NeedSearchState, centre: string | null) {
  const t = useT(needs)
  const shared = useSharedFilterLabels(search, centre)
  return {
    ask: (filter: NeedFilter): string =>
      filter === 'budget' ? t(`chip.budget.${search.budget ?? 'indique'}`) : shared.ask(filter),
    without: (filter: NeedFilter): string =>
      filter === 'budget' ? t('loosen.budget') : shared.without(filter),
  }
}

/** The name of each parameter of a search as its form calls it. */
export function useParamLabels(): (param: string) => string {
  const t = useT(searchTexts)
  const tNeeds = useT(needs)
  const names: Record<string, string> = {
    q: tNeeds('filter.text'),
    materiau: tNeeds('filter.material'),
    commune: t('field.commune'),
    rayon: t('field.radius'),
    du: t('field.from'),
    au: t('field.until'),
    quantite: t('field.quantity'),
    unite: t('field.unit'),
    budget: tNeeds('filter.budget'),
  }
  return (param) => names[param] ?? param
}
