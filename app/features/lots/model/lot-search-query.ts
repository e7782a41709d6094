import { addWanted } from '~/core/attributes/params'
import type { AttributeKey } from '~/core/attributes/definitions'
import type { WantedAttributes } from '~/core/attributes/wanted'
import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { MILLI, type Unit } from '~/core/units'

/** The order of what is found: newest first, first to leave, or nearest to the commune searched around. */
export const LOT_SORTINGS = ['recents', 'depart', 'proches'] as const
export type LotSorting = (typeof LOT_SORTINGS)[number]

/** The filters of a search for lots, as its address holds them. */
export type LotSearchState = {
  q: string
  materiau?: MaterialType
  commune?: string
  /** Great-circle kilometres around the commune; without it, the commune alone. */
  rayon?: number
  /** The days on which the lot must be there, one of them at least; `au` is included. */
  du?: IsoDay
  au?: IsoDay
  /** Thousandths of `unite` that must be free. */
  quantite?: number
  unite?: Unit
  /** The least condition, 1 to 5. */
  etat?: number
  don?: true
  photo?: true
  /** What is asked of the material's sheet; nothing without a material. */
  attributs: WantedAttributes
  tri?: LotSorting
  page: number
}

/** Radii that the form offers, in km. */
export const RADII_KM = [5, 10, 15, 20, 30] as const

/** The query string of a search with some filters changed; what is default is left out, and so is a stray radius. */
export function lotSearchQuery(search: LotSearchState, changes: Partial<LotSearchState> = {}): string {
  const changed = { ...search, page: 1, ...changes }
  const params = filterParams(changed.materiau === search.materiau ? changed : { ...changed, attributs: {} })
  if (changed.tri && changed.tri !== 'recents') params.set('tri', changed.tri)
  if (changed.page > 1) params.set('page', String(changed.page))
  return asQuery(params)
}

/** The query that fills in a new need with what a search asks for. */
export function needQueryOf(search: LotSearchState): string {
  return asQuery(filterParams({ ...search, don: undefined, photo: undefined }))
}

function filterParams(search: LotSearchState): URLSearchParams {
  const { q, materiau, commune, rayon, du, au, quantite, unite, etat } = search
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | undefined) => {
    if (value) params.set(name, String(value))
  }
  set('q', q)
  set('materiau', materiau)
  set('commune', commune)
  if (commune) set('rayon', rayon)
  set('du', du)
  set('au', au)
  if (quantite && unite) {
    set('quantite', quantite / MILLI)
    set('unite', unite)
  }
  set('etat', etat)
  set('don', search.don && 'oui')
  set('photo', search.photo && 'oui')
  if (materiau) addWanted(params, search.attributs)
  return params
}

function asQuery(params: URLSearchParams): string {
  const query = params.toString()
  return query && `?${query}`
}

/** The next radius offered above one, or null at the largest. */
export function widerRadius(radiusKm: number | undefined): number | null {
  return RADII_KM.find((km) => km > (radiusKm ?? 0)) ?? null
}

/** A condition that a search holds lots to, as one that can be taken away on its own. */
export type LotFilter =
  | 'text'
  | 'material'
  | 'place'
  | 'dates'
  | 'quantity'
  | 'condition'
  | 'gift'
  | 'photo'
  | `attribute.${AttributeKey}`

/** The filters that a search holds lots to, in the order of its form. */
export function activeFilters(search: LotSearchState): LotFilter[] {
  const plain = {
    text: search.q !== '',
    material: search.materiau !== undefined,
    place: search.commune !== undefined,
    dates: search.du !== undefined || search.au !== undefined,
    quantity: search.quantite !== undefined,
    condition: search.etat !== undefined,
    gift: search.don === true,
    photo: search.photo === true,
  }
  const keys = Object.keys(search.attributs) as AttributeKey[]
  return [
    ...(Object.keys(plain) as (keyof typeof plain)[]).filter((filter) => plain[filter]),
    ...keys.map((key) => `attribute.${key}` as const),
  ]
}

/** A search without one of its filters, at its first page; without its material, it asks nothing of a sheet either. */
export function withoutFilter(search: LotSearchState, filter: LotFilter): LotSearchState {
  const key = attributeOf(filter)
  if (key) {
    const { [key]: _dropped, ...attributs } = search.attributs
    return { ...search, attributs, page: 1 }
  }
  return { ...search, ...CLEARED[filter as keyof typeof CLEARED], page: 1 }
}

const CLEARED = {
  text: { q: '' },
  material: { materiau: undefined, attributs: {} },
  place: { commune: undefined, rayon: undefined },
  dates: { du: undefined, au: undefined },
  quantity: { quantite: undefined, unite: undefined },
  condition: { etat: undefined },
  gift: { don: undefined },
  photo: { photo: undefined },
} as const

/** The attribute that a filter asks something of; null for another filter. */
export function attributeOf(filter: LotFilter): AttributeKey | null {
  return filter.startsWith('attribute.') ? (filter.slice('attribute.'.length) as AttributeKey) : null
}
