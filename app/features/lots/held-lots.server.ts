import { nowMs } from '~/core/clock'
import { dayNumber, isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { RecentMap } from '~/core/recent-map'
import { followTexts, type HeldTexts } from '~/features/vocabulary/followed-index.server'
import type { Thesaurus } from '~/features/vocabulary/model/entries'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { rankText, type TextFound } from '~/features/vocabulary/model/rank-text'
import { thesaurusInForce } from '~/features/vocabulary/queries/versions.server'
import { isOffered, type Look, type LotFacts } from './model/lot-facts'
import { LotNumbers } from './model/lot-numbers'
import type { LotViewer } from './model/visibility'
import { listClosedOrganisations, listLotTexts } from './queries/lot-texts.server'

/** Lots in memory with their words; who may see them is asked at each search. */
export const heldLots = followTexts<LotFacts>('lot', listLotTexts)

/** Each index's lots as numbers: slots are only added to an index, and so are numbers. */
const numbersOf = new WeakMap<HeldTexts<LotFacts>, LotNumbers>()

/** The lots in memory, up to date, and how a search reads them. Until the next `await` they do not change. */
export type LotsAtHand = {
  held: HeldTexts<LotFacts>
  numbers: LotNumbers
  look: Look
  thesaurus: Thesaurus
}

/** Brings the lots in memory up to date for a viewer; `tried` are words to read texts by, instead of those in force. */
export async function takeLots(viewer: LotViewer, tried?: Thesaurus): Promise<LotsAtHand> {
  const [closed, thesaurus] = await Promise.all([listClosedOrganisations(), tried ?? thesaurusInForce()])
  const held = await heldLots()
  const numbers = numbersOf.get(held) ?? new LotNumbers()
  numbersOf.set(held, numbers)
  numbers.follow(held.facts)
  const today = isoDayOf(nowMs())
  return { held, numbers, thesaurus, look: { viewer, today, day: dayNumber(today), closed } }
}

/** The slots of the open lots that a viewer sees and that say a text, all of it or a part; of all for an empty text. */
export function listSaying(atHand: LotsAtHand, text: string): Int32Array {
  return foldText(text) === '' ? listOffered(atHand) : rankOnce(atHand, text).slots
}

/** Whether the lot of a slot is offered to who looks: `isOffered`, from its numbers where they tell enough. */
function offering({ held, numbers, look }: LotsAtHand): (slot: number) => boolean {
  const { untilDay, publicDay } = numbers
  const isPlain = look.closed.size === 0
  return (slot) => {
    if (untilDay[slot]! <= look.day) return false
    return (isPlain && publicDay[slot]! <= look.day) || isOffered(held.facts[slot]!, look)
  }
}

type Kept<T> = { held: HeldTexts<LotFacts>; seq: number; value: T }

/** The last text that was looked up: a page asks for its lots and for its counts at the same moment. */
let ranked: (Kept<TextFound> & { text: string; look: Look; thesaurus: Thesaurus }) | null = null

/** What a text finds among the lots that the viewer is offered. */
export function rankOnce(atHand: LotsAtHand, text: string): TextFound {
  const { held, look, thesaurus } = atHand
  if (
    ranked?.held === held &&
    ranked.seq === held.seq &&
    ranked.text === text &&
    ranked.thesaurus === thesaurus &&
    keyOf(ranked.look) === keyOf(look)
  ) {
    return ranked.value
  }
  const plan = planQuery(text, { ...held, thesaurus })
  const value = rankText(held.index, plan, offering(atHand))
  ranked = { held, seq: held.seq, text, look, thesaurus, value }
  return value
}

/** Kinds of viewers whose lots are kept; beyond them the longest unasked are found again when asked for. */
const MOST_VIEWERS = 8
const offered = new RecentMap<string, Kept<Int32Array>>(MOST_VIEWERS)

/** The slots of every open lot that the viewer is offered, newest first as they were published. */
export function listOffered(atHand: LotsAtHand): Int32Array {
  const { held, look } = atHand
  const key = keyOf(look)
  const before = offered.get(key)
  if (before?.held === held && before.seq === held.seq) return before.value
  const value = findOffered(atHand)
  offered.set(key, { held, seq: held.seq, value })
  return value
}

function findOffered(atHand: LotsAtHand): Int32Array {
  const { index } = atHand.held
  const isSeen = offering(atHand)
  const { newest } = atHand.numbers
  const found = new Int32Array(newest.length)
  let count = 0
  for (let at = 0; at < newest.length; at += 1) {
    const slot = newest[at]!
    if (isSeen(slot) && index.idAt(slot) !== null) found[count++] = slot
  }
  return found.slice(0, count)
}

/** What decides of what a viewer is offered: viewers of the same key see the same. */
function keyOf({ viewer, day, closed }: Look): string {
  const { organisationId, territoryCodes, seesAll } = viewer
  return JSON.stringify([organisationId, territoryCodes, seesAll, day, [...closed]])
}

/** The order of the lots of two slots by when they were published, ties by id. */
export function newestFirst({ held, numbers }: LotsAtHand): (a: number, b: number) => number {
  const { publishedAtMs } = numbers
  return (a, b) => publishedAtMs[b]! - publishedAtMs[a]! || (held.facts[a]!.id < held.facts[b]!.id ? 1 : -1)
}
