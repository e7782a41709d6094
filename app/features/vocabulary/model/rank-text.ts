import type { Concept, QueryPlan } from './query-concepts'
import type { TextIndex } from './text-index'

/** What a text found: slots with their score from 0 to about 1, in no order. */
export type TextFound = {
  slots: Int32Array
  scores: Float32Array
  /** Whether each says all that was asked, not a part of it. */
  isWhole: Uint8Array
}

/** A list as short as this is completed with records that say a part of what was asked. */
export const SHORT_LIST = 12
/** The least share of a query, by how much its words tell, that such a record must say. */
export const LEAST_PART = 0.5
/** Rarer than this share of the records tells no more; a concept that nothing says tells half. */
const RAREST = 0.004
const UNKNOWN_SHARE = 0.5
/** In French the thing comes first, and what it is like follows. */
const FIRST_WORD = 1.4
/** How much two words side by side plead for a record, beside the words themselves. */
const PAIR_SHARE = 0.25

/**
 * The records that say what a query asks, among those that the reader may see. Records that say all of it are found;
 * when they are few, those that say a good part complete them. When nothing says all of it, figures and words of the
 * table must still be said: what nobody offers finds nothing.
 */
export function rankText(index: TextIndex, plan: QueryPlan, isSeen: (slot: number) => boolean): TextFound {
  const { concepts } = plan
  const told = tally(index, concepts)
  const required = concepts.filter(({ isRequired }) => isRequired).length
  const slots = new Int32Array(told.touched)
  let wholes = 0
  let parts = 0
  // Records that say all fill the list from its beginning, those that say a part from its end.
  for (let at = 0; at < told.touched; at += 1) {
    const slot = told.slots[at]!
    if (index.idAt(slot) === null || !isSeen(slot)) continue
    if (told.said[slot] === concepts.length) slots[wholes++] = slot
    else slots[slots.length - ++parts] = slot
  }
  const isEnough = (slot: number) =>
    wholes > 0 ? told.shares[slot]! >= LEAST_PART : required > 0 && told.required[slot] === required
  let count = wholes
  if (wholes < SHORT_LIST) {
    const added = slots
      .slice(slots.length - parts)
      .reverse()
      .filter(isEnough)
    slots.set(added, wholes)
    count += added.length
  }
  const found = slots.slice(0, count)
  return {
    slots: found,
    scores: scoresOf(found, told, pleadings(index, plan)),
    isWhole: new Uint8Array(count).fill(1, 0, wholes),
  }
}

function scoresOf(slots: Int32Array, told: Tally, pleaded: ReadonlyMap<number, number>): Float32Array {
  const scores = new Float32Array(slots.length)
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!
    scores[at] = told.scores[slot]! + (pleaded.size > 0 ? (pleaded.get(slot) ?? 0) : 0)
  }
  return scores
}

/** Whether one record says all that a query asks: `isWhole` of `rankText`, without looking at any other. */
export function saysAll(index: TextIndex, { concepts }: QueryPlan, slot: number): boolean {
  const held = new Set(index.termsAt(slot))
  const isSaid = ({ ways }: Concept) =>
    ways.some(({ terms }) => terms.length > 0 && terms.every((term) => held.has(term)))
  return concepts.length > 0 && held.size > 0 && concepts.every(isSaid)
}

/** By slot: how many concepts, how many required ones and what share of the query's weight a record says, and its score. */
type Tally = {
  /** The slots that say anything of the query: the first `touched` of `slots`. */
  slots: Int32Array
  touched: number
  scores: Float32Array
  said: Uint8Array
  required: Uint8Array
  shares: Float32Array
  best: Float32Array
}

/** Arrays by slot are kept from search to search and cleaned where they were touched. */
const kept = new WeakMap<TextIndex, Tally>()

function cleanTally(index: TextIndex): Tally {
  const before = kept.get(index)
  if (!before || before.said.length < index.slots) return newTally(index)
  for (let at = 0; at < before.touched; at += 1) {
    const slot = before.slots[at]!
    before.scores[slot] = 0
    before.said[slot] = 0
    before.required[slot] = 0
    before.shares[slot] = 0
  }
  before.touched = 0
  return before
}

function newTally(index: TextIndex): Tally {
  const room = Math.ceil(index.slots * 1.2) + 16
  const made: Tally = {
    slots: new Int32Array(room),
    touched: 0,
    scores: new Float32Array(room),
    said: new Uint8Array(room),
    required: new Uint8Array(room),
    shares: new Float32Array(room),
    best: new Float32Array(room),
  }
  kept.set(index, made)
  return made
}

function tally(index: TextIndex, concepts: readonly Concept[]): Tally {
  const tallied = cleanTally(index)
  const first = concepts.findIndex(({ isFigure }) => !isFigure)
  const read = concepts.map((concept, at) => {
    const found = bestOf(index, concept, tallied.best)
    return at === first ? { ...found, weight: found.weight * FIRST_WORD } : found
  })
  const sum = read.reduce((total, { weight }) => total + weight, 0) || 1
  for (const { slots, impacts, weight, isRequired } of read) {
    const share = weight / sum
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at]!
      if (tallied.said[slot] === 0) tallied.slots[tallied.touched++] = slot
      tallied.said[slot]! += 1
      if (isRequired) tallied.required[slot]! += 1
      tallied.shares[slot]! += share
      tallied.scores[slot]! += share * impacts[at]!
    }
  }
  return tallied
}

/** The best way in which each record says a concept; the rarer the concept, the more it weighs. */
function bestOf(index: TextIndex, { ways, isRequired }: Concept, best: Float32Array) {
  const slots: number[] = []
  for (const { terms, weight } of ways) {
    index.eachOfAll(terms, (slot, impact) => {
      const value = weight * impact
      if (best[slot] === 0) slots.push(slot)
      if (value > best[slot]!) best[slot] = value
    })
  }
  const impacts = new Float32Array(slots.length)
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at]!
    impacts[at] = best[slot]!
    best[slot] = 0
  }
  return { slots, impacts, isRequired, weight: rarity(slots.length, index.size) }
}

/** How much a concept tells by how few records say it; one that hardly any says may be a slip or an aside. */
export function rarity(count: number, size: number): number {
  const weight = Math.log(1 + (size + 1) / (Math.max(count, size * RAREST) + 0.5))
  return count === 0 ? weight * UNKNOWN_SHARE : weight
}

function pleadings(index: TextIndex, { pairs }: QueryPlan): Map<number, number> {
  const pleaded = new Map<number, number>()
  for (const term of pairs) {
    index.each(term, (slot, impact) => {
      pleaded.set(slot, (pleaded.get(slot) ?? 0) + (PAIR_SHARE * impact) / pairs.length)
    })
  }
  return pleaded
}
