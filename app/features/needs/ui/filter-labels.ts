import type { Locale } from '~/core/locale'
import { translator } from '~/messages/catalogue'
import { needs } from '~/messages/needs'
import { search as searchTexts } from '~/messages/search'
import { sharedFilterLabels } from '~/ui/filter-labels'
import { useLocale, useT } from '~/ui/i18n'
import type { NeedFilter, NeedSearchState } from '../model/need-search-query'

/** Each filter of a search for needs in the reader's words: what it asks, and what it would be without it. */
export function useFilterLabels(search: NeedSearchState, centre: string | null) {
  return needFilterLabels(useLocale(), search, centre)
}

/** The same in a language, where there is no page. */
export function needFilterLabels(locale: Locale, search: NeedSearchState, centre: string | null) {
  const t = translator(locale, needs)
  const shared = sharedFilterLabels(locale, search, centre)
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
