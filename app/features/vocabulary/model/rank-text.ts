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
const SHORT_LIST = 12
/** The least share of a query, by how much its words tell, that such a record must say. */
const LEAST_PART = 0.5
/** How much two words side by side plead for a record, beside the words themselves. */
const PAIR_SHARE = 0.25

/**
 * The records that say what a query asks, among those that the reader may see. Records that say all of it are found;
 * when they are few, those that say a good part complete them. A figure that nobody offers finds nothing: it is what
 * the reader asked for.
 */
export function rankText(index: TextIndex, plan: QueryPlan, isSeen: (slot: number) => boolean): TextFound {
  const { concepts } = plan
  const told = tally(index, concepts)
  const whole: number[] = []
  const parts: number[] = []
  for (const slot of told.touched) {
    if (index.idAt(slot) === null || !isSeen(slot)) continue
    if (told.said[slot] === concepts.length) whole.push(slot)
    else parts.push(slot)
  }
  const figures = concepts.filter(({ isFigure }) => isFigure).length
  const isEnough = (slot: number) =>
    told.shares[slot]! >= LEAST_PART && (whole.length > 0 || told.figures[slot] === figures)
  const added = whole.length >= SHORT_LIST ? [] : parts.filter(isEnough)
  const slots = Int32Array.from([...whole, ...added])
  const pleaded = pleadings(index, plan)
  return {
    slots,
    scores: Float32Array.from(slots, (slot) => told.scores[slot]! + (pleaded.get(slot) ?? 0)),
    isWhole: Uint8Array.from(slots, (_, at) => (at < whole.length ? 1 : 0)),
  }
}

type Tally = {
  touched: readonly number[]
  scores: Float32Array
  /** How many concepts, how many figures, and what share of the query's weight each record says. */
  said: Uint8Array
  figures: Uint8Array
  shares: Float32Array
}

function tally(index: TextIndex, concepts: readonly Concept[]): Tally {
  const tallied: Tally & { touched: number[] } = {
    touched: [],
    scores: new Float32Array(index.slots),
    said: new Uint8Array(index.slots),
    figures: new Uint8Array(index.slots),
    shares: new Float32Array(index.slots),
  }
  const best = new Float32Array(index.slots)
  const read = concepts.map((concept) => bestOf(index, concept, best))
  const sum = read.reduce((total, { weight }) => total + weight, 0) || 1
  for (const { slots, impacts, weight, isFigure } of read) {
    slots.forEach((slot, at) => {
      if (tallied.said[slot] === 0) tallied.touched.push(slot)
      tallied.said[slot]! += 1
      if (isFigure) tallied.figures[slot]! += 1
      tallied.shares[slot]! += weight / sum
      tallied.scores[slot]! += (weight / sum) * impacts[at]!
    })
  }
  return tallied
}

/** The best way in which each record says a concept; the rarer the concept, the more it weighs. */
function bestOf(index: TextIndex, { ways, isFigure }: Concept, best: Float32Array) {
  const slots: number[] = []
  for (const { terms, weight } of ways) {
    index.eachOfAll(terms, (slot, impact) => {
      const value = weight * impact
      if (best[slot] === 0) slots.push(slot)
      if (value > best[slot]!) best[slot] = value
    })
  }
  const impacts = slots.map((slot) => {
    const value = best[slot]!
    best[slot] = 0
    return value
  })
  return { slots, impacts, isFigure, weight: Math.log(1 + (index.size + 1) / (slots.length + 0.5)) }
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
