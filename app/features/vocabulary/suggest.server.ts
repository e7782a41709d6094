import { foldText } from '~/core/fold'
import type { HeldTexts } from './followed-index.server'
import { keyOf, type Vocabulary } from './model/entries'
import { planQuery } from './model/query-concepts'
import { rankText } from './model/rank-text'
import type { TextIndex } from './model/text-index'
import { thesaurusInForce, vocabularyInForce } from './queries/versions.server'

/** A text that a search could go on with, and how many records say all of it. */
export type Suggestion = { text: string; count: number }

/** Records in memory, up to date, and which of them the reader is shown. */
export type Suggestible<Facts> = { held: HeldTexts<Facts>; isShown: (facts: Facts) => boolean }

const MOST_SUGGESTED = 8
/** Candidates whose records are counted: each is a search of its own. */
const MOST_TRIED = 16
const LEAST_LETTERS = 2

/**
 * What a text that is being typed may become: expressions of the table and words of titles that begin with its last
 * word, each with the records that the reader would find by it, most first. What finds nothing is not suggested.
 * @param take brings the records up to date; from its end on nothing is awaited, so that they do not change meanwhile
 */
export async function suggestAmong<Facts extends { title: string }>(
  text: string,
  take: () => Promise<Suggestible<Facts>>,
): Promise<Suggestion[]> {
  const typed = foldText(text)
  if (typed.length < LEAST_LETTERS) return []
  const [{ entries }, thesaurus] = await Promise.all([vocabularyInForce(), thesaurusInForce()])
  const among = await take()
  const { held, isShown } = among
  const expressions = entries.flatMap(({ words }) => words.filter((word) => beginsWith(word, typed)))
  const candidates = distinct([...expressions, ...completions(among, text)]).slice(0, MOST_TRIED)
  const counted = candidates.map((candidate) => {
    const plan = planQuery(candidate, { ...held, thesaurus })
    const found = rankText(held.index, plan, (slot) => isShown(held.facts[slot]!))
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

/** The text with its last word as titles that the reader sees write it on. */
function completions<Facts extends { title: string }>(among: Suggestible<Facts>, text: string): string[] {
  const before = text.trimStart().split(/\s+/)
  const last = foldText(before.pop() ?? '')
  if (last === '' || last.includes(' ')) return []
  const words = among.held.finder.startingWith(last).flatMap((term) => wordInTitle(among, term) ?? [])
  return words.map((word) => [...before, word].join(' '))
}

/** A word as a title that the reader sees writes it, accents and all; null when none has it. */
function wordInTitle<Facts extends { title: string }>(
  { held: { index, facts }, isShown }: Suggestible<Facts>,
  term: string,
): string | null {
  for (const slot of index.slotsOf(term)) {
    if (index.idAt(slot) === null || !isShown(facts[slot]!)) continue
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
 * Words that many records are found by, for the list of a browser without scripts: the first of each entry. None where
 * there is no index yet: a page without a text does not wait for it.
 */
export async function usualAmong(index: TextIndex | undefined): Promise<string[]> {
  const { entries } = await vocabularyInForce()
  if (!index) return []
  const counted = firstWordsOf(entries).map(({ word, terms }) => {
    return { word, count: Math.min(...terms.map((term) => index.count(term))) }
  })
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, USUAL)
    .map(({ word }) => word)
}

type FirstWord = { word: string; terms: string[] }
const firstWords = new WeakMap<Vocabulary['entries'], FirstWord[]>()

/** The first word of each entry with its terms, taken apart once for a list of entries. */
function firstWordsOf(entries: Vocabulary['entries']): FirstWord[] {
  const known = firstWords.get(entries)
  if (known) return known
  const made = entries.map(({ words: [word = ''] }) => ({ word, terms: keyOf(word).split(' ') }))
  firstWords.set(entries, made)
  return made
}
