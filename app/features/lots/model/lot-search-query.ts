import { addWanted } from '~/core/attributes/params'
import type { AttributeKey } from '~/core/attributes/definitions'
import type { WantedAttributes } from '~/core/attributes/wanted'
import type { MaterialFamily } from '~/core/material-families'
import {
  asQuery,
  sharedFilters,
  sharedParams,
  WITHOUT_SHARED,
  type SharedFilter,
  type SharedSearch,
} from '~/core/shared-search'
import type { HazardLimit, TripName } from '~/core/trips'

/** The order of what is found: best answer to a text first, newest, first to leave, or nearest to the commune searched around. */
export const LOT_SORTINGS = ['pertinence', 'recents', 'depart', 'proches'] as const
export type LotSorting = (typeof LOT_SORTINGS)[number]

/** The order of a search that asks for none: best answer first where there is a text to answer. */
export function usualSorting({ q }: Pick<LotSearchState, 'q'>): LotSorting {
  return q === '' ? 'recents' : 'pertinence'
}

/** The order that a search is in; best answer first means nothing without a text. */
export function sortingOf(search: Pick<LotSearchState, 'q' | 'tri'>): LotSorting {
  const usual = usualSorting(search)
  return search.tri === undefined || (search.tri === 'pertinence' && search.q === '') ? usual : search.tri
}

/** The filters of a search for lots, as its address holds them. */
export type LotSearchState = SharedSearch & {
  famille?: MaterialFamily
  /** There today already. */
  dispo?: true
  /** The least condition, 1 to 5. */
  etat?: number
  don?: true
  /** The most that one unit may cost, in cents. */
  prix?: number
  /** What one trip carries whole, at an access that lets it come. */
  trajet?: TripName
  /** The dangers that are left out. */
  dangers?: HazardLimit
  photo?: true
  /** What is asked of the material's sheet; nothing without a material. */
  attributs: WantedAttributes
  tri?: LotSorting
  page: number
}

/** The query string of a search with some filters changed; what is default is left out, and so is a stray radius. */
export function lotSearchQuery(search: LotSearchState, changes: Partial<LotSearchState> = {}): string {
  const changed = { ...search, page: 1, ...changes }
  const params = filterParams(changed.materiau === search.materiau ? changed : { ...changed, attributs: {} })
  const sorting = sortingOf(changed)
  if (sorting !== usualSorting(changed)) params.set('tri', sorting)
  if (changed.page > 1) params.set('page', String(changed.page))
  return asQuery(params)
}

/** The query that fills in a new need with what a search asks for. */
export function needQueryOf(search: LotSearchState): string {
  return asQuery(filterParams({ ...search, ...OF_LOTS_ALONE }))
}

/** Filters that a need has no answer for. */
const OF_LOTS_ALONE = {
  famille: undefined,
  dispo: undefined,
  don: undefined,
  prix: undefined,
  trajet: undefined,
  dangers: undefined,
  photo: undefined,
} as const

function filterParams(search: LotSearchState): URLSearchParams {
  const params = sharedParams(search)
  const { famille, dispo, etat, don, prix, trajet, dangers, photo } = search
  if (famille) params.set('famille', famille)
  if (dispo) params.set('dispo', 'oui')
  if (etat) params.set('etat', String(etat))
  if (don) params.set('don', 'oui')
  if (prix !== undefined) params.set('prix', String(prix / 100))
  if (trajet) params.set('trajet', trajet)
  if (dangers) params.set('dangers', dangers)
  if (photo) params.set('photo', 'oui')
  if (search.materiau) addWanted(params, search.attributs)
  return params
}

/** Units and small words that people type beside a figure: «porte 830 mm à moins de 15 km». */
const BESIDE_FIGURES = new Set('mm cm m m2 m² m3 m³ km kg t u à a moins de within x ×'.split(' '))

/** A text without its figures, their units and the words that join them; null when nothing else is left or nothing goes. */
export function wordsOnly(text: string): string | null {
  const words = text.split(/\s+/).filter(Boolean)
  if (!words.some((word) => /\d/.test(word))) return null
  const kept = words.filter((word) => !/\d/.test(word) && !BESIDE_FIGURES.has(word.toLowerCase()))
  return kept.length > 0 ? kept.join(' ') : null
}

/** A condition that a search holds lots to, as one that can be taken away on its own. */
export type OwnLotFilter = 'family' | 'now' | 'condition' | 'gift' | 'price' | 'trip' | 'hazards' | 'photo'
export type LotFilter = SharedFilter | OwnLotFilter | `attribute.${AttributeKey}`

/** The filters that a search holds lots to, in the order of its form. */
export function activeFilters(search: LotSearchState): LotFilter[] {
  const own: Record<OwnLotFilter, boolean> = {
    family: search.famille !== undefined,
    now: search.dispo === true,
    condition: search.etat !== undefined,
    gift: search.don === true,
    price: search.prix !== undefined,
    trip: search.trajet !== undefined,
    hazards: search.dangers !== undefined,
    photo: search.photo === true,
  }
  const keys = Object.keys(search.attributs) as AttributeKey[]
  return [
    ...sharedFilters(search),
    ...(Object.keys(own) as OwnLotFilter[]).filter((filter) => own[filter]),
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
  ...WITHOUT_SHARED,
  material: { ...WITHOUT_SHARED.material, attributs: {} },
  family: { famille: undefined },
  now: { dispo: undefined },
  condition: { etat: undefined },
  gift: { don: undefined },
  price: { prix: undefined },
  trip: { trajet: undefined },
  hazards: { dangers: undefined },
  photo: { photo: undefined },
} as const

/** The attribute that a filter asks something of; null for another filter. */
export function attributeOf(filter: LotFilter): AttributeKey | null {
  return filter.startsWith('attribute.') ? (filter.slice('attribute.'.length) as AttributeKey) : null
}
