import type { MaterialType } from '~/core/material-types'

/** The filters of a search for lots, as its address holds them. */
export type LotSearchState = {
  q: string
  materiau?: MaterialType
  commune?: string
  /** Great-circle kilometres around the commune; without it, the commune alone. */
  rayon?: number
  page: number
}

/** Radii that the form offers, in km. */
export const RADII_KM = [5, 10, 15, 20, 30] as const

/** The query string of a search with some filters changed; what is default is left out, and so is a stray radius. */
export function lotSearchQuery(search: LotSearchState, changes: Partial<LotSearchState> = {}): string {
  const { q, materiau, commune, rayon, page } = { ...search, page: 1, ...changes }
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (materiau) params.set('materiau', materiau)
  if (commune) params.set('commune', commune)
  if (commune && rayon) params.set('rayon', String(rayon))
  if (page > 1) params.set('page', String(page))
  const query = params.toString()
  return query && `?${query}`
}

/** The next radius offered above one, or null at the largest. */
export function widerRadius(radiusKm: number | undefined): number | null {
  return RADII_KM.find((km) => km > (radiusKm ?? 0)) ?? null
}
