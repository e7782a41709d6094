import { ATTRIBUTES, type AttributeKey } from '~/core/attributes/definitions'
import { attributeParam } from '~/core/attributes/params'
import { conditionKey } from '~/core/condition-key'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { SharedFilter } from '~/core/shared-search'
import { attributes } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { search as searchTexts } from '~/messages/search'
import { wantedText } from '~/ui/attributes/wanted-text'
import { sharedFilterLabels } from '~/ui/filter-labels'
import { useLocale, useT } from '~/ui/i18n'
import {
  attributeOf,
  type LotFilter,
  type LotSearchState,
  type OwnLotFilter,
} from '../model/lot-search-query'

/** Each filter of a search in the reader's words: what it asks, and what it would be without it. */
export function useFilterLabels(search: LotSearchState, centre: string | null) {
  return lotFilterLabels(useLocale(), search, centre)
}

/** The same in a language, where there is no page. */
export function lotFilterLabels(locale: Locale, search: LotSearchState, centre: string | null) {
  const t = translator(locale, searchTexts)
  const tMaterial = translator(locale, materials)
  const tAttribute = translator(locale, attributes)
  const format = formatter(locale)
  const shared = sharedFilterLabels(locale, search, centre)
  const own: Record<OwnLotFilter, () => string> = {
    family: () => t(`family.${search.famille ?? 'other'}`),
    now: () => t('chip.now'),
    condition: () =>
      t('chip.condition', { condition: tMaterial(`condition.${conditionKey(search.etat ?? 1)}.name`) }),
    gift: () => t('chip.gift'),
    price: () => t('chip.price', { price: format.euros(search.prix ?? 0) }),
    trip: () => t(`chip.trip.${search.trajet ?? 'van'}`),
    hazards: () => t(`hazards.${search.dangers ?? 'any'}`),
    photo: () => t('chip.photo'),
  }
  return {
    ask: (filter: LotFilter): string => {
      const key = attributeOf(filter)
      if (!key) return isOwn(filter) ? own[filter]() : shared.ask(filter as SharedFilter)
      const want = search.attributs[key]
      const value = want ? wantedText(tAttribute, format, key, want) : ''
      return t('chip.attribute', { label: tAttribute(`label.${key}`), value })
    },
    without: (filter: LotFilter): string => {
      const key = attributeOf(filter)
      if (key) return t('loosen.attribute', { label: tAttribute(`label.${key}`) })
      return isOwn(filter) ? t(`loosen.${filter}`) : shared.without(filter as SharedFilter)
    },
  }
}

const OWN: readonly string[] = [
  'family',
  'now',
  'condition',
  'gift',
  'price',
  'trip',
  'hazards',
  'photo',
] satisfies OwnLotFilter[]

function isOwn(filter: LotFilter): filter is OwnLotFilter {
  return OWN.includes(filter)
}

/** The name of each parameter of a search as its form calls it. */
export function useParamLabels(): (param: string) => string {
  const t = useT(searchTexts)
  const tLots = useT(lots)
  const tAttribute = useT(attributes)
  return (param) => {
    if (isNamed(param)) return t(`field.${NAMED[param]}`)
    if (param === 'q') return tLots('search.text')
    if (param === 'materiau') return tLots('search.material')
    const key = (Object.keys(ATTRIBUTES) as AttributeKey[]).find((one) => attributeParam(one) === param)
    return key ? tAttribute(`label.${key}`) : param
  }
}

const NAMED = {
  commune: 'commune',
  rayon: 'radius',
  du: 'from',
  au: 'until',
  quantite: 'quantity',
  unite: 'unit',
  famille: 'family',
  dispo: 'now',
  etat: 'condition',
  don: 'gift',
  prix: 'price',
  trajet: 'trip',
  dangers: 'hazards',
  photo: 'photo',
} as const

function isNamed(param: string): param is keyof typeof NAMED {
  return Object.hasOwn(NAMED, param)
}
