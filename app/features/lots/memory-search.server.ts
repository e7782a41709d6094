import { foldText } from '~/core/fold'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import type { Thesaurus } from '~/features/vocabulary/model/entries'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { saysAll, type TextFound } from '~/features/vocabulary/model/rank-text'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import { listOffered, newestFirst, rankOnce, takeLots, type LotsAtHand } from './held-lots.server'
import { splitFacets } from './model/facet-bits'
import { hasFilters, isOffered, meets, relevance } from './model/lot-facts'
import type { AnswersToText, LotsFound } from './model/lots-found'
import type { LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'

/**
 * The open lots that the viewer sees, that say what the text asks, where there is one, and meet the other filters.
 * @param most ids wanted, from the first
 * @param thesaurus words to read the text by, instead of those in force
 */
export async function findLotsInMemory(
  filters: LotFilters,
  viewer: LotViewer,
  { most, words = 'part', thesaurus }: { most: number; words?: AnswersToText; thesaurus?: Thesaurus },
): Promise<LotsFound> {
  const atHand = await takeLots(viewer, thesaurus)
  // Nothing is awaited from here on: the index does not change under the search.
  if (foldText(filters.text ?? '') === '') return amongAll(atHand, filters, most)
  const found = rankOnce(atHand, filters.text ?? '')
  return inOrder(atHand, { found, filters, most }, words)
}

/** How many lots the same search finds, by commune code; communes without any are absent. */
export async function countInMemoryByCommune(
  filters: LotFilters,
  viewer: LotViewer,
): Promise<Map<string, number>> {
  const atHand = await takeLots(viewer)
  // Nothing is awaited from here on: the index does not change under the count.
  const text = filters.text ?? ''
  const slots = foldText(text) === '' ? listOffered(atHand) : rankOnce(atHand, text).slots
  const { keeps } = holdTo(atHand, filters)
  const { numbers } = atHand
  const counts = new Uint32Array(numbers.communeCodes.length)
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!
    if (keeps(slot)) counts[numbers.commune[slot]!]! += 1
  }
  const found = numbers.communeCodes.map((code, at) => [code, counts[at]!] as const)
  return new Map(found.filter(([, total]) => total > 0))
}

/** A search without words: all that the viewer is offered, held to the filters. */
function amongAll(atHand: LotsAtHand, filters: LotFilters, most: number): LotsFound {
  const offered = listOffered(atHand)
  const { kept, byMaterial } = hasFilters(filters) ? held(atHand, offered, filters) : whole(atHand, offered)
  // They are newest first already, and so are ties.
  const compare = comparing(atHand, filters)
  const sorted = compare ? firstOf(kept, most, compare) : kept
  return {
    ids: Array.from(sorted.subarray(0, most), (slot) => atHand.held.facts[slot]!.id),
    total: kept.length,
    whole: kept.length,
    byMaterial,
  }
}

type Held = { kept: Int32Array; byMaterial: ReadonlyMap<MaterialType, number> }

function held(atHand: LotsAtHand, slots: Int32Array, filters: LotFilters): Held {
  const { keeps, byMaterial } = holdTo(atHand, filters)
  const kept = new Int32Array(slots.length)
  let count = 0
  for (let at = 0; at < slots.length; at += 1) {
    if (keeps(slots[at]!)) kept[count++] = slots[at]!
  }
  return { kept: kept.subarray(0, count), byMaterial: byMaterial() }
}

/** Lists of slots do not change: what they hold is kept with them. */
const wholes = new WeakMap<Int32Array, Held>()

function whole(atHand: LotsAtHand, slots: Int32Array): Held {
  const known = wholes.get(slots) ?? held(atHand, slots, {})
  wholes.set(slots, known)
  return known
}

/** Whether the lots of slots meet the filters, counted by material on the way with the filters of the material aside. */
function holdTo({ held, numbers }: LotsAtHand, filters: LotFilters) {
  const { mask, rest } = splitFacets(filters)
  const where = numbers.among(rest.communeCodes)
  const others = { ...rest, material: undefined, wanted: undefined, communeCodes: undefined }
  const asksOthers = hasFilters(others)
  const wantedMaterial = rest.material === undefined ? null : MATERIAL_TYPES.indexOf(rest.material)
  const sheet = Object.keys(rest.wanted ?? {}).length > 0 ? { wanted: rest.wanted } : null
  const counts = new Uint32Array(MATERIAL_TYPES.length)
  const { facetBits, material, commune } = numbers
  const keeps = (slot: number): boolean => {
    if ((facetBits[slot]! & mask) !== mask) return false
    if (where !== null && where[commune[slot]!] === 0) return false
    if (asksOthers && !meets(held.facts[slot]!, others, null)) return false
    const own = material[slot]!
    counts[own]! += 1
    if (wantedMaterial !== null && own !== wantedMaterial) return false
    return sheet === null || meets(held.facts[slot]!, sheet, null)
  }
  const byMaterial = () =>
    new Map(MATERIAL_TYPES.map((type, at) => [type, counts[at]!] as const).filter(([, count]) => count > 0))
  return { keeps, byMaterial }
}

/** Which of these lots are open, seen by the viewer, say all of the text and meet the other filters; in no order. */
export async function wholeAmong(
  ids: readonly string[],
  filters: LotFilters,
  viewer: LotViewer,
): Promise<string[]> {
  const { held, look, thesaurus } = await takeLots(viewer)
  // Nothing is awaited from here on: the index does not change under the search.
  const communes = filters.communeCodes ? new Set(filters.communeCodes) : null
  const candidates = ids.filter((id) => {
    const lot = held.facts[held.index.slotFor(id) ?? -1]
    return lot !== undefined && isOffered(lot, look) && meets(lot, filters, communes)
  })
  if (candidates.length === 0) return []
  const plan = planQuery(filters.text ?? '', { ...held, thesaurus })
  return candidates.filter((id) => saysAll(held.index, plan, held.index.slotFor(id)!))
}

type Asked = { found: TextFound; filters: LotFilters; most: number }

function inOrder(atHand: LotsAtHand, { found, filters, most }: Asked, words: AnswersToText): LotsFound {
  const { keeps, byMaterial } = holdTo(atHand, filters)
  const { slots, isWhole } = found
  const places = new Int32Array(slots.length)
  let count = 0
  let whole = 0
  for (let at = 0; at < slots.length; at += 1) {
    if ((words === 'whole' && isWhole[at] === 0) || !keeps(slots[at]!)) continue
    places[count++] = at
    whole += isWhole[at]!
  }
  const sorted = order(atHand, places.subarray(0, count), { found, filters, most })
  return {
    ids: Array.from(sorted, (at) => atHand.held.facts[slots[at]!]!.id),
    total: count,
    whole,
    byMaterial: byMaterial(),
  }
}

/** The first of these places of what a text found, in the order asked. */
function order(atHand: LotsAtHand, kept: Int32Array, { found, filters, most }: Asked): Int32Array {
  const { slots, isWhole } = found
  const compare = comparing(atHand, filters) ?? newestFirst(atHand)
  if (filters.sorting && filters.sorting !== 'pertinence') {
    return firstOf(kept, most, (a, b) => isWhole[b]! - isWhole[a]! || compare(slots[a]!, slots[b]!))
  }
  const scores = scoresOf(atHand, kept, { found, filters })
  const byScore = (a: number, b: number) =>
    scores[b]! - scores[a]! || compare(slots[kept[a]!]!, slots[kept[b]!]!)
  const best = firstOf(Int32Array.from(kept.keys()), most, byScore)
  return best.map((place) => kept[place]!)
}

function scoresOf(
  { held, numbers, look }: LotsAtHand,
  kept: Int32Array,
  { found, filters }: Omit<Asked, 'most'>,
): Float64Array {
  const named = recogniseMaterial(filters.text ?? '')
  const material = named ? MATERIAL_TYPES.indexOf(named) : -1
  const { nearKm, radiusKm } = filters
  const scores = new Float64Array(kept.length)
  for (let place = 0; place < kept.length; place += 1) {
    const at = kept[place]!
    const slot = found.slots[at]!
    const km = nearKm?.get(held.facts[slot]!.communeCode)
    scores[place] = relevance({
      text: found.scores[at]! + found.isWhole[at]! * WHOLE_FIRST,
      daysLeft: numbers.untilDay[slot]! - look.day,
      completeness: numbers.completeness[slot]!,
      isNamed: numbers.material[slot] === material,
      distance: km === undefined || radiusKm === undefined ? null : { km, radiusKm },
    })
  }
  return scores
}

/** More than all the rest of a score: lots that say a part only follow those that say all. */
const WHOLE_FIRST = 10

/** The first `most` of a list in an order, and in it. */
function firstOf(list: Int32Array, most: number, compare: (a: number, b: number) => number): Int32Array {
  if (most * 8 > list.length) return list.slice().sort(compare).subarray(0, most)
  const first: number[] = []
  if (most === 0) return new Int32Array(0)
  for (const one of list) {
    if (first.length === most && compare(one, first[most - 1]!) >= 0) continue
    let [low, high] = [0, first.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(one, first[middle]!) < 0) high = middle
      else low = middle + 1
    }
    first.splice(low, 0, one)
    if (first.length > most) first.pop()
  }
  return Int32Array.from(first)
}

/** The orders of the queries, of the lots of two slots; null for the newest first. */
function comparing(
  atHand: LotsAtHand,
  { sorting, communeCodes }: LotFilters,
): ((a: number, b: number) => number) | null {
  const newest = newestFirst(atHand)
  const { untilDay } = atHand.numbers
  if (sorting === 'depart') return (a, b) => untilDay[a]! - untilDay[b]! || newest(a, b)
  if (sorting !== 'proches' || !communeCodes) return null
  const ranks = new Map(communeCodes.map((code, rank) => [code, rank]))
  const rank = (slot: number) => ranks.get(atHand.held.facts[slot]!.communeCode) ?? ranks.size
  return (a, b) => rank(a) - rank(b) || newest(a, b)
}
