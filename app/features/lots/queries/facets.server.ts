import { dayNumber } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { FACETS, splitFacets, tallyBits, type Facet } from '../model/facet-bits'
import { hasFilters, meets } from '../model/lot-facts'
import type { LotViewer } from '../model/visibility'
import { heldLots, listSaying, takeLots, type LotsAtHand } from '../held-lots.server'
import { isDatabaseAsked } from '~/features/vocabulary/queries/meanwhile.server'
import { askedOf, countChoices } from './database-search.server'
import type { LotFilters } from './lot-filters.server'

/** How many lots each choice of a search would find, by parameter and value, the rest of the search unchanged. */
export type FacetCounts = Record<string, number>

/** The key of a choice in `FacetCounts`. */
export const facetKey = (name: string, value: string): string => `${name}=${value}`

/**
 * The counts of every choice for a search, as a viewer would see its lots; `thereOn` is the day that «available now»
 * means. A choice of a filter in force replaces it; the choices of all others share one reading of the lots, and all
 * readings one look-up of the words.
 */
export async function countFacets(
  filters: LotFilters,
  viewer: LotViewer,
  thereOn: string,
): Promise<FacetCounts> {
  const readings = readingsOf(filters, thereOn)
  if (await isDatabaseAsked(heldLots)) return countInDatabase(readings, filters, viewer)
  const atHand = await takeLots(viewer)
  // Nothing is awaited from here on: the index does not change under the counts.
  const found = listSaying(atHand, filters.text ?? '')
  const counts: FacetCounts = {}
  for (const { filters: rest, facets } of readings) {
    const tally = tallyLots(atHand, found, { filters: rest, thereOn })
    for (const facet of facets) {
      const at = FACETS.indexOf(facet)
      counts[facetKey(facet.name, facet.value)] = at < 0 ? tally.there : tally.counts[at]!
    }
  }
  return counts
}

/** Choices that are counted among the same lots: those that these filters find. */
type Reading = { filters: LotFilters; facets: Facet[] }

function readingsOf(filters: LotFilters, thereOn: string): Reading[] {
  const readings = new Map<string, Reading>()
  const there: Facet = { name: 'dispo', value: 'oui', filter: { thereOn } }
  for (const facet of [...FACETS, there]) {
    const names = Object.keys(facet.filter) as (keyof LotFilters)[]
    const isInForce = names.some((name) => filters[name] !== undefined)
    const rest: LotFilters = { ...filters }
    if (isInForce) for (const name of names) delete rest[name]
    const reading = readings.get(isInForce ? facet.name : '') ?? { filters: rest, facets: [] }
    reading.facets.push(facet)
    readings.set(isInForce ? facet.name : '', reading)
  }
  return [...readings.values()]
}

async function countInDatabase(
  readings: readonly Reading[],
  filters: LotFilters,
  viewer: LotViewer,
): Promise<FacetCounts> {
  const asked = await askedOf(filters, viewer, 'part')
  const counts: FacetCounts = {}
  for (const { filters: rest, facets } of readings) {
    const found = await countChoices(asked, rest, facets)
    facets.forEach(({ name, value }, at) => (counts[facetKey(name, value)] = found[at]!))
  }
  return counts
}

type Tally = { counts: Uint32Array; there: number; thereOn: string }

/** Lists of slots do not change: what they count to without filters is kept with them. */
const tallies = new WeakMap<Int32Array, Tally>()

/** Of the lots that meet the filters, how many meet each of `FACETS`, and how many are there on a day. */
function tallyLots(
  { held, numbers }: LotsAtHand,
  slots: Int32Array,
  { filters, thereOn }: { filters: LotFilters; thereOn: string },
): Tally {
  const { mask, rest } = splitFacets(filters)
  const isWhole = mask === 0 && !hasFilters(rest)
  const before = isWhole ? tallies.get(slots) : undefined
  if (before?.thereOn === thereOn) return before
  const where = numbers.among(rest.communeCodes)
  const wanted = rest.material === undefined ? null : MATERIAL_TYPES.indexOf(rest.material)
  const others = { ...rest, material: undefined, communeCodes: undefined }
  const asksOthers = hasFilters(others)
  const thereDay = dayNumber(thereOn)
  const { facetBits, fromDay, commune, material, pattern, patterns } = numbers
  const ofPattern = new Uint32Array(patterns.length)
  const tally = { counts: new Uint32Array(FACETS.length), there: 0, thereOn }
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!
    if ((facetBits[slot]! & mask) !== mask) continue
    if (where !== null && where[commune[slot]!] === 0) continue
    if (wanted !== null && material[slot] !== wanted) continue
    if (asksOthers && !meets(held.facts[slot]!, others, null)) continue
    ofPattern[pattern[slot]!]! += 1
    if (fromDay[slot]! <= thereDay) tally.there += 1
  }
  for (const [number, lots] of ofPattern.entries()) {
    if (lots > 0) tallyBits(tally.counts, patterns[number]!, lots)
  }
  if (isWhole) tallies.set(slots, tally)
  return tally
}
