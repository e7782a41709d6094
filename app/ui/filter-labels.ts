import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { SharedFilter, SharedSearch } from '~/core/shared-search'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { search as searchTexts } from '~/messages/search'

/** The filters that searches share, in words: what each asks, and what the search would be without it. */
export function sharedFilterLabels(locale: Locale, search: SharedSearch, centre: string | null) {
  const t = translator(locale, searchTexts)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const days = () => {
    const [from, until] = [search.du, search.au].map((day) => day && format.day(day))
    if (from && until) return t('chip.dates', { from, until })
    return from ? t('chip.from', { from }) : t('chip.until', { until: until ?? '' })
  }
  const commune = centre ?? ''
  const asked: Record<SharedFilter, () => string> = {
    text: () => t('chip.text', { text: search.q }),
    material: () => (search.materiau ? tMaterial(`type.${search.materiau}.name`) : ''),
    place: () =>
      search.rayon ? t('chip.near', { km: search.rayon, commune }) : t('chip.inCommune', { commune }),
    dates: days,
    quantity: () =>
      t('chip.quantity', { quantity: format.quantity(search.quantite ?? 0, search.unite ?? 'u') }),
  }
  return {
    ask: (filter: SharedFilter): string => asked[filter](),
    without: (filter: SharedFilter): string =>
      filter === 'text' ? t('loosen.text', { text: search.q }) : t(`loosen.${filter}`),
  }
}
