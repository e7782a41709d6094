import { nowMs } from '~/core/clock'
import { dayNumber, isoDayOf } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import type { Thesaurus } from '~/features/vocabulary/model/entries'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { rankText, saysAll, type TextFound } from '~/features/vocabulary/model/rank-text'
import { followTexts, type HeldTexts } from '~/features/vocabulary/followed-index.server'
import { thesaurusInForce } from '~/features/vocabulary/queries/versions.server'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import { hasFilters, isOffered, meets, relevance, type LotFacts } from './model/lot-facts'
import type { LotSorting } from './model/lot-search-query'
import type { LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'
import { listClosedOrganisations, listLotTexts } from './queries/lot-texts.server'

/** Lots in memory with their words; who may see them is asked at each search. */
export const heldLots = followTexts<LotFacts>('lot', listLotTexts)

/** Lots that a text finds, in the order asked. */
export type LotsByText = {
  ids: string[]
  /** How many there are in all: `ids` may hold the first alone. */
  total: number
  /** How many of them say all of the text; the others say a part, and complete a short list. */
  whole: number
  /** Lots that the text and every filter but the material find, by material. */
  byMaterial: ReadonlyMap<MaterialType, number>
}

/** What answers a text: what says all of it, or what completes a short list by saying a part too. */
export type AnswersToText = 'whole' | 'part'

/**
 * The open lots that the viewer sees, that say what the text asks and meet the other filters.
 * @param most ids wanted, from the first
 * @param thesaurus words to read the text by, instead of those in force
 */
export async function findLotsByText(
  filters: LotFilters,
  viewer: LotViewer,
  { most, words = 'part', thesaurus: tried }: { most: number; words?: AnswersToText; thesaurus?: Thesaurus },
): Promise<LotsByText> {
  const [closed, thesaurus] = await Promise.all([listClosedOrganisations(), tried ?? thesaurusInForce()])
  const held = await heldLots()
  // Nothing is awaited from here on: the index does not change under the search.
  const today = isoDayOf(nowMs())
  const seen = { viewer, today, day: dayNumber(today), closed }
  const plan = planQuery(filters.text ?? '', { ...held, thesaurus })
  const found = rankText(held.index, plan, (slot) => isOffered(held.facts[slot]!, seen))
  return inOrder(held, { found, filters, today, most }, words)
}

/** Which of these lots are open, seen by the viewer, say all of the text and meet the other filters; in no order. */
export async function wholeAmong(
  ids: readonly string[],
  filters: LotFilters,
  viewer: LotViewer,
): Promise<string[]> {
  const [closed, thesaurus] = await Promise.all([listClosedOrganisations(), thesaurusInForce()])
  const held = await heldLots()
  // Nothing is awaited from here on: the index does not change under the search.
  const today = isoDayOf(nowMs())
  const look = { viewer, today, day: dayNumber(today), closed }
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
  held: HeldTexts<LotFacts>,
  { found, filters, today, most }: Asked,
  words: AnswersToText,
): LotsByText {
  const communes = filters.communeCodes ? new Set(filters.communeCodes) : null
  const others = { ...filters, material: undefined, wanted: undefined }
  const asksOthers = hasFilters(others)
  const asksMaterial = filters.material !== undefined || Object.keys(filters.wanted ?? {}).length > 0
  const byMaterial = new Map<MaterialType, number>()
  const kept: number[] = []
  for (let at = 0; at < found.slots.length; at += 1) {
    if (words === 'whole' && found.isWhole[at] === 0) continue
    const lot = held.facts[found.slots[at]!]!
    if (asksOthers && !meets(lot, others, communes)) continue
    byMaterial.set(lot.material, (byMaterial.get(lot.material) ?? 0) + 1)
    if (!asksMaterial || meets(lot, filters, communes)) kept.push(at)
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
  held: HeldTexts<LotFacts>,
  kept: number[],
  { found, filters, today, most }: Asked,
): readonly number[] {
  const lotAt = (at: number) => held.facts[found.slots[at]!]!
  if (filters.sorting && filters.sorting !== 'pertinence') {
    const compare = comparing(filters.sorting, filters)
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
    .sort((a, b) => scores[b]! - scores[a]! || newest(lotAt(kept[a]!), lotAt(kept[b]!)))
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

function newest(a: LotFacts, b: LotFacts): number {
  return b.publishedAtMs - a.publishedAtMs || (a.id < b.id ? 1 : -1)
}

/** The orders of the queries, of two lots in memory. */
function comparing(sorting: LotSorting, { communeCodes }: LotFilters): (a: LotFacts, b: LotFacts) => number {
  if (sorting === 'depart') return (a, b) => a.untilDay - b.untilDay || newest(a, b)
  if (sorting !== 'proches' || !communeCodes) return newest
  const ranks = new Map(communeCodes.map((code, rank) => [code, rank]))
  const rank = ({ communeCode }: LotFacts) => ranks.get(communeCode) ?? ranks.size
  return (a, b) => rank(a) - rank(b) || newest(a, b)
}
