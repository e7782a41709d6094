import { nowMs } from '~/core/clock'
import { dayNumber, isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { followTexts, type HeldTexts } from '~/features/vocabulary/followed-index.server'
import type { Thesaurus } from '~/features/vocabulary/model/entries'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { rankText, type TextFound } from '~/features/vocabulary/model/rank-text'
import { thesaurusInForce } from '~/features/vocabulary/queries/versions.server'
import { facetBitsOf } from './model/facet-bits'
import { isOffered, type Look, type LotFacts } from './model/lot-facts'
import type { LotViewer } from './model/visibility'
import { listClosedOrganisations, listLotTexts } from './queries/lot-texts.server'

/** A lot in memory, with the choices of the form of search that it meets (`model/facet-bits.ts`). */
export type HeldLot = LotFacts & { facetBits: number }

/** Lots in memory with their words; who may see them is asked at each search. */
export const heldLots = followTexts<HeldLot>('lot', async (asked) =>
  (await listLotTexts(asked)).map((record) => ({
    ...record,
    facts: { ...record.facts, facetBits: facetBitsOf(record.facts) },
  })),
)

/** The lots in memory, up to date, and how a search reads them. Until the next `await` they do not change. */
export type LotsAtHand = { held: HeldTexts<HeldLot>; look: Look; thesaurus: Thesaurus }

/** Brings the lots in memory up to date for a viewer; `tried` are words to read texts by, instead of those in force. */
export async function takeLots(viewer: LotViewer, tried?: Thesaurus): Promise<LotsAtHand> {
  const [closed, thesaurus] = await Promise.all([listClosedOrganisations(), tried ?? thesaurusInForce()])
  const held = await heldLots()
  const today = isoDayOf(nowMs())
  return { held, thesaurus, look: { viewer, today, day: dayNumber(today), closed } }
}

/** The open lots that a viewer sees and that say a text, all of it or a part; every one of them for an empty text. */
export async function listSaying(text: string, viewer: LotViewer): Promise<readonly HeldLot[]> {
  const atHand = await takeLots(viewer)
  if (foldText(text) === '') return listOffered(atHand)
  return Array.from(rankOnce(atHand, text).slots, (slot) => atHand.held.facts[slot]!)
}

type Kept<T> = { held: HeldTexts<HeldLot>; seq: number; value: T }

/** The last text that was looked up: a page asks for its lots and for its counts at the same moment. */
let ranked: (Kept<TextFound> & { text: string; look: Look; thesaurus: Thesaurus }) | null = null

/** What a text finds among the lots that the viewer is offered. */
export function rankOnce({ held, look, thesaurus }: LotsAtHand, text: string): TextFound {
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
  const value = rankText(held.index, plan, (slot) => isOffered(held.facts[slot]!, look))
  ranked = { held, seq: held.seq, text, look, thesaurus, value }
  return value
}

/** Kinds of viewers whose lots are kept; beyond them the longest unasked are found again when asked for. */
const MOST_VIEWERS = 8
const offered = new Map<string, Kept<readonly HeldLot[]>>()

/** Every open lot that the viewer is offered, newest first as they were published. */
export function listOffered({ held, look }: LotsAtHand): readonly HeldLot[] {
  const key = keyOf(look)
  const before = offered.get(key)
  offered.delete(key)
  const isFresh = before?.held === held && before.seq === held.seq
  const value = isFresh
    ? before.value
    : held.facts
        .filter((lot, slot) => held.index.idAt(slot) !== null && isOffered(lot, look))
        .sort(newestFirst)
  offered.set(key, { held, seq: held.seq, value })
  const [oldest] = offered.keys()
  if (offered.size > MOST_VIEWERS && oldest !== undefined) offered.delete(oldest)
  return value
}

/** What decides of what a viewer is offered: viewers of the same key see the same. */
function keyOf({ viewer, day, closed }: Look): string {
  const { organisationId, territoryCodes, seesAll } = viewer
  return JSON.stringify([organisationId, territoryCodes, seesAll, day, [...closed]])
}

/** The order of two lots in memory by when they were published, ties by id. */
export function newestFirst(a: LotFacts, b: LotFacts): number {
  return b.publishedAtMs - a.publishedAtMs || (a.id < b.id ? 1 : -1)
}
