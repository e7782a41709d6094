import { nowMs } from '~/core/clock'
import { dayNumber, isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { keyOf } from '~/features/vocabulary/model/entries'
import { planQuery } from '~/features/vocabulary/model/query-concepts'
import { rankText } from '~/features/vocabulary/model/rank-text'
import type { HeldTexts } from '~/features/vocabulary/followed-index.server'
import { thesaurusInForce, vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { isOffered, type Look, type LotFacts } from './model/lot-facts'
import type { LotViewer } from './model/visibility'
import { listClosedOrganisations } from './queries/lot-texts.server'
import { heldLots } from './held-lots.server'

/** A text that a search could go on with, and how many lots say all of it. */
export type Suggestion = { text: string; count: number }

const MOST_SUGGESTED = 8
/** Candidates whose lots are counted: each is a search of its own. */
const MOST_TRIED = 16
const LEAST_LETTERS = 2

/**
 * What a text that is being typed may become: expressions of the table and words of titles that begin with its last
 * word, each with the lots that the viewer would find by it, most first. What finds nothing is not suggested.
 */
export async function suggestSearches(text: string, viewer: LotViewer): Promise<Suggestion[]> {
  const typed = foldText(text)
  if (typed.length < LEAST_LETTERS) return []
  const [closed, { entries }, thesaurus] = await Promise.all([
    listClosedOrganisations(),
    vocabularyInForce(),
    thesaurusInForce(),
  ])
  const held = await heldLots()
  const today = isoDayOf(nowMs())
  const look: Look = { viewer, today, day: dayNumber(today), closed }
  const expressions = entries.flatMap(({ words }) => words.filter((word) => beginsWith(word, typed)))
  const candidates = distinct([...expressions, ...completions(held, text, look)]).slice(0, MOST_TRIED)
  const counted = candidates.map((candidate) => {
    const plan = planQuery(candidate, { ...held, thesaurus })
    const found = rankText(held.index, plan, (slot) => isOffered(held.facts[slot]!, look))
    return { text: candidate, count: found.isWhole.reduce((sum, whole) => sum + whole, 0) }
  })
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, 'fr'))
    .slice(0, MOST_SUGGESTED)
}

/** Whether an expression, or one of its words, begins with what was typed. */
function beginsWith(expression: string, typed: string): boolean {
  return ` ${foldText(expression)}`.includes(` ${typed}`)
}

/** The text with its last word as titles that the viewer sees write it on. */
function completions(held: HeldTexts<LotFacts>, text: string, look: Look): string[] {
  const before = text.trimStart().split(/\s+/)
  const last = foldText(before.pop() ?? '')
  if (last === '' || last.includes(' ')) return []
  const words = held.finder.startingWith(last).flatMap((term) => wordInTitle(held, term, look) ?? [])
  return words.map((word) => [...before, word].join(' '))
}

/** A word as a title that the viewer sees writes it, accents and all; null when none has it. */
function wordInTitle({ index, facts }: HeldTexts<LotFacts>, term: string, look: Look): string | null {
  for (const slot of index.slotsOf(term)) {
    if (index.idAt(slot) === null || !isOffered(facts[slot]!, look)) continue
    const word = facts[slot]!.title.split(/[\s,;:()/«»’']+/).find((piece) => keyOf(piece) === term)
    if (word) return word.toLowerCase()
  }
  return null
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const key = keyOf(text)
    return !seen.has(key) && seen.add(key)
  })
}

const USUAL = 40

/**
 * Words that many lots are found by, for the list of a browser without scripts: the first of each entry. None until the
 * index is built: a page without a text does not wait for it.
 */
export async function usualSearches(): Promise<string[]> {
  const { entries } = await vocabularyInForce()
  const index = heldLots.atHand()?.index
  if (!index) return []
  const counted = entries.map(({ words: [word = ''] }) => {
    const counts = keyOf(word)
      .split(' ')
      .map((term) => index.count(term))
    return { word, count: Math.min(...counts) }
  })
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, USUAL)
    .map(({ word }) => word)
}
