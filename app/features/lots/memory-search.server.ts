import { dayNumber } from '~/core/days'
import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import type { HeldTexts } from '~/features/vocabulary/followed-index.server'
import type { Thesaurus } from '~/features/vocabulary/model/entries'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { saysAll, type TextFound } from '~/features/vocabulary/model/rank-text'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import {
  listOffered,
  newestFirst,
  rankOnce,
  takeLots,
  type HeldLot,
  type LotsAtHand,
} from './held-lots.server'
import { splitFacets } from './model/facet-bits'
import { hasFilters, isOffered, meets, relevance, type LotFacts } from './model/lot-facts'
import type { LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'

/** Lots that a search finds, in the order asked. */
export type LotsFound = {
  ids: string[]
  /** How many there are in all: `ids` may hold the first alone. */
  total: number
  /** How many of them say all of the text, where there is one; the others say a part, and complete a short list. */
  whole: number
  /** Lots that all but the material and its sheet finds, by material. */
  byMaterial: ReadonlyMap<MaterialType, number>
}

/** What answers a text: what says all of it, or what completes a short list by saying a part too. */
export type AnswersToText = 'whole' | 'part'

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
  return inOrder(atHand.held, { found, filters, today: atHand.look.today, most }, words)
}

/** A search without words: all that the viewer is offered, held to the filters. */
function amongAll(atHand: LotsAtHand, filters: LotFilters, most: number): LotsFound {
  const { keeps, byMaterial } = holdTo(filters)
  const kept = listOffered(atHand).filter(keeps)
  // They are newest first already, and so are ties.
  const compare = comparing(filters)
  const sorted = compare === newestFirst ? kept : firstOf(kept, most, compare)
  return {
    ids: sorted.slice(0, most).map(({ id }) => id),
    total: kept.length,
    whole: kept.length,
    byMaterial,
  }
}

/** Whether lots meet the filters, counted by material on the way with the filters of the material aside. */
function holdTo(filters: LotFilters) {
  const communes = filters.communeCodes ? new Set(filters.communeCodes) : null
  const { mask, rest } = splitFacets(filters)
  const others = { ...rest, material: undefined, wanted: undefined }
  const asksOthers = hasFilters(others)
  const asksMaterial = filters.material !== undefined || Object.keys(filters.wanted ?? {}).length > 0
  const byMaterial = new Map<MaterialType, number>()
  const keeps = (lot: HeldLot): boolean => {
    if ((lot.facetBits & mask) !== mask) return false
    if (asksOthers && !meets(lot, others, communes)) return false
    byMaterial.set(lot.material, (byMaterial.get(lot.material) ?? 0) + 1)
    return !asksMaterial || meets(lot, rest, communes)
  }
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

type Asked = { found: TextFound; filters: LotFilters; today: string; most: number }

function inOrder(
  held: HeldTexts<HeldLot>,
  { found, filters, today, most }: Asked,
  words: AnswersToText,
): LotsFound {
  const { keeps, byMaterial } = holdTo(filters)
  const kept: number[] = []
  for (let at = 0; at < found.slots.length; at += 1) {
    if (words === 'whole' && found.isWhole[at] === 0) continue
    if (keeps(held.facts[found.slots[at]!]!)) kept.push(at)
  }
  const sorted = order(held, kept, { found, filters, today, most })
  return {
    ids: sorted.map((at) => held.facts[found.slots[at]!]!.id),
    total: kept.length,
    whole: kept.reduce((sum, at) => sum + found.isWhole[at]!, 0),
    byMaterial,
  }
}

function order(
  held: HeldTexts<HeldLot>,
  kept: number[],
  { found, filters, today, most }: Asked,
): readonly number[] {
  const lotAt = (at: number) => held.facts[found.slots[at]!]!
  if (filters.sorting && filters.sorting !== 'pertinence') {
    const compare = comparing(filters)
    return kept
      .sort((a, b) => found.isWhole[b]! - found.isWhole[a]! || compare(lotAt(a), lotAt(b)))
      .slice(0, most)
  }
  const material = recogniseMaterial(filters.text ?? '')
  const day = dayNumber(today)
  const scores = new Float64Array(kept.length)
  kept.forEach((at, place) => {
    const lot = lotAt(at)
    const distance = distanceTo(filters, lot)
    const text = found.scores[at]! + found.isWhole[at]! * WHOLE_FIRST
    scores[place] = relevance(lot, { text, material, today: day, distance })
  })
  return bestOf(scores, most)
    .sort((a, b) => scores[b]! - scores[a]! || newestFirst(lotAt(kept[a]!), lotAt(kept[b]!)))
    .slice(0, most)
    .map((place) => kept[place]!)
}

/** More than all the rest of a score: lots that say a part only follow those that say all. */
const WHOLE_FIRST = 10

function distanceTo({ nearKm, radiusKm }: LotFilters, { communeCode }: LotFacts) {
  const km = nearKm?.get(communeCode)
  return km === undefined || radiusKm === undefined ? null : { km, radiusKm }
}

/** Places of the scores that the first `most` can hold: all those not under the last of them. */
function bestOf(scores: Float64Array, most: number): number[] {
  const places = [...scores.keys()]
  if (scores.length <= most * 4) return places
  const least = scores.slice().sort()[scores.length - most]!
  return places.filter((place) => scores[place]! >= least)
}

/** The first `most` of a list in an order, and in it. */
function firstOf<T>(list: T[], most: number, compare: (a: T, b: T) => number): T[] {
  if (most * 8 > list.length) return list.sort(compare)
  const first: T[] = []
  if (most === 0) return first
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
  return first
}

/** The orders of the queries, of two lots in memory. */
function comparing({ sorting, communeCodes }: LotFilters): (a: LotFacts, b: LotFacts) => number {
  if (sorting === 'depart') return (a, b) => a.untilDay - b.untilDay || newestFirst(a, b)
  if (sorting !== 'proches' || !communeCodes) return newestFirst
  const ranks = new Map(communeCodes.map((code, rank) => [code, rank]))
  const rank = ({ communeCode }: LotFacts) => ranks.get(communeCode) ?? ranks.size
  return (a, b) => rank(a) - rank(b) || newestFirst(a, b)
}
