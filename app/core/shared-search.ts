import type { IsoDay } from './days'
import type { MaterialType } from './material-types'
import { MILLI, type Unit } from './units'

/** The filters that the searches of lots and of needs share, as their addresses hold them. */
export type SharedSearch = {
  q: string
  materiau?: MaterialType
  commune?: string
  /** Great-circle kilometres around the commune; without it, the commune alone. */
  rayon?: number
  /** Days of which one at least must be in common; `au` is included. */
  du?: IsoDay
  au?: IsoDay
  /** Thousandths of `unite`, at least. */
  quantite?: number
  unite?: Unit
}

/** A shared condition, as one that can be taken away on its own. */
export type SharedFilter = 'text' | 'material' | 'place' | 'dates' | 'quantity'

/** Radii that the forms offer, in km. */
export const RADII_KM = [5, 10, 15, 20, 30] as const

/** The next radius offered above one, or null at the largest. */
export function widerRadius(radiusKm: number | undefined): number | null {
  return RADII_KM.find((km) => km > (radiusKm ?? 0)) ?? null
}

/** The parameters of an address that ask for the shared filters, without a stray radius. */
export function sharedParams(search: SharedSearch): URLSearchParams {
  const { q, materiau, commune, rayon, du, au, quantite, unite } = search
  const asked: [string, string | number | undefined][] = [
    ['q', q],
    ['materiau', materiau],
    ['commune', commune],
    ['rayon', commune && rayon],
    ['du', du],
    ['au', au],
    ['quantite', unite && quantite && quantite / MILLI],
    ['unite', quantite && unite],
  ]
  return new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
}

/** Parameters as they follow the path of an address; empty without any. */
export function asQuery(params: URLSearchParams): string {
  const query = params.toString()
  return query && `?${query}`
}

/** The shared filters in force, in the order of the forms. */
export function sharedFilters(search: SharedSearch): SharedFilter[] {
  const inForce: Record<SharedFilter, boolean> = {
    text: search.q !== '',
    material: search.materiau !== undefined,
    place: search.commune !== undefined,
    dates: search.du !== undefined || search.au !== undefined,
    quantity: search.quantite !== undefined,
  }
  return (Object.keys(inForce) as SharedFilter[]).filter((filter) => inForce[filter])
}

/** What a search holds without each of the shared filters. */
export const WITHOUT_SHARED = {
  text: { q: '' },
  material: { materiau: undefined },
  place: { commune: undefined, rayon: undefined },
  dates: { du: undefined, au: undefined },
  quantity: { quantite: undefined, unite: undefined },
} as const satisfies Record<SharedFilter, Partial<SharedSearch>>
