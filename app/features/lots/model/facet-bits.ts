import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import { meets, type FactFilters, type LotFacts } from './lot-facts'

/** A choice of the form of search that says beforehand how many lots it would find. */
export type Facet = { name: string; value: string; filter: FactFilters }

/** The choices that a lot meets or not whatever the day: each has its place in the bits of a lot. At most 31. */
export const FACETS: readonly Facet[] = [
  ...MATERIAL_FAMILIES.map((family) => ({ name: 'famille', value: family, filter: { family } })),
  ...[2, 3, 4, 5].map((grade) => ({
    name: 'etat',
    value: String(grade),
    filter: { minCondition: grade },
  })),
  ...TRIP_NAMES.map((trip) => ({ name: 'trajet', value: trip, filter: { trip } })),
  ...HAZARD_LIMITS.map((without) => ({ name: 'dangers', value: without, filter: { without } })),
  { name: 'don', value: 'oui', filter: { isGift: true } },
  { name: 'photo', value: 'oui', filter: { hasPhoto: true } },
]

/** Which of `FACETS` a lot meets: bit n for the nth. */
export function facetBitsOf(lot: LotFacts): number {
  return FACETS.reduce((bits, { filter }, at) => (meets(lot, filter) ? bits | (1 << at) : bits), 0)
}

/**
 * The filters that are choices of `FACETS` as the bits that a lot must have, and the other filters. A filter of several
 * values, such as a grade, is a choice where its value is one.
 */
export function splitFacets<F extends FactFilters>(filters: F): { mask: number; rest: F } {
  const rest: F = { ...filters }
  let mask = 0
  FACETS.forEach(({ filter }, at) => {
    const [[name, value]] = Object.entries(filter) as [[keyof FactFilters, unknown]]
    if (filters[name] !== value) return
    mask |= 1 << at
    delete rest[name]
  })
  return { mask, rest }
}

/** Adds to the count of each bit that is set. */
export function tallyBits(counts: Uint32Array, bits: number, more = 1): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]! += more
}
