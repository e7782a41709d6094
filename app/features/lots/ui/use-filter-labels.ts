import { ATTRIBUTES, type AttributeKey } from '~/core/attributes/definitions'
import { attributeParam } from '~/core/attributes/params'
import { conditionKey } from '~/core/condition-key'
import { attributes } from '~/messages/attributes'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { search as searchTexts } from '~/messages/search'
import { wantedText } from '~/ui/attributes/wanted-text'
import { useFormat, useT } from '~/ui/i18n'
import { attributeOf, type LotFilter, type LotSearchState } from '../model/lot-search-query'

/** Each filter of a search in words: what it asks, and what it would be without it. */
export function useFilterLabels(search: LotSearchState, centre: string | null) {
  const t = useT(searchTexts)
  const tMaterial = useT(materials)
  const tAttribute = useT(attributes)
  const format = useFormat()

  const days = () => {
    const [from, until] = [search.du, search.au].map((day) => day && format.day(day))
    if (from && until) return t('chip.dates', { from, until })
    return from ? t('chip.from', { from }) : t('chip.until', { until: until ?? '' })
  }
  const asked = {
    text: () => t('chip.text', { text: search.q }),
    material: () => (search.materiau ? tMaterial(`type.${search.materiau}.name`) : ''),
    place: () =>
      search.rayon
        ? t('chip.near', { km: search.rayon, commune: centre ?? '' })
        : t('chip.inCommune', { commune: centre ?? '' }),
    dates: days,
    quantity: () =>
      t('chip.quantity', { quantity: format.quantity(search.quantite ?? 0, search.unite ?? 'u') }),
    condition: () =>
      t('chip.condition', { condition: tMaterial(`condition.${conditionKey(search.etat ?? 1)}.name`) }),
    gift: () => t('chip.gift'),
    photo: () => t('chip.photo'),
  }
  return {
    ask: (filter: LotFilter): string => {
      const key = attributeOf(filter)
      if (!key) return asked[filter as keyof typeof asked]()
      const want = search.attributs[key]
      const value = want ? wantedText(tAttribute, format, key, want) : ''
      return t('chip.attribute', { label: tAttribute(`label.${key}`), value })
    },
    without: (filter: LotFilter): string => {
      const key = attributeOf(filter)
      if (key) return t('loosen.attribute', { label: tAttribute(`label.${key}`) })
      if (filter === 'text') return t('loosen.text', { text: search.q })
      return t(`loosen.${filter as Exclude<keyof typeof asked, 'text'>}`)
    },
  }
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
    if (param === 'commune') return tLots('search.commune')
    if (param === 'rayon') return tLots('search.radius')
    const key = (Object.keys(ATTRIBUTES) as AttributeKey[]).find((one) => attributeParam(one) === param)
    return key ? tAttribute(`label.${key}`) : param
  }
}

const NAMED = {
  du: 'from',
  au: 'until',
  quantite: 'quantity',
  unite: 'unit',
  etat: 'condition',
  don: 'gift',
  photo: 'photo',
} as const

function isNamed(param: string): param is keyof typeof NAMED {
  return Object.hasOwn(NAMED, param)
}
