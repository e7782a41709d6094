import { ATTRIBUTES, definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import { MATERIAL_TYPES } from '~/core/material-types'
import { keyOf, type Thesaurus, type Vocabulary, type Way } from './entries'
import { planQuery, type Concept } from './query-concepts'
import { TermFinder } from './term-finder'
import { TextIndex } from './text-index'
import { FIGURE_MARK, PAIR_MARK, tokensOf } from './tokens'

/** One thing that a query asks of the database: words to be stemmed there, and lexemes that stand as they are. */
export type WordsAsked = {
  /** Each list is a way to say it, of which every word must be there. */
  ways: readonly (readonly string[])[]
  /** The ways that say it as well as its own words do, for the order. */
  near: readonly (readonly string[])[]
  /** Materials («=door») and choices of sheets whose names say it. */
  named: readonly string[]
  isRequired: boolean
  /** The word that may hold a slip; null for an expression of the table and a figure. */
  word: string | null
}

/** Ways that weigh less are those of a broader good. */
const NEAR = 0.5

/** The names of a material, or of a choice of sheets, by the lexeme that the database has for it. */
export type Names = ReadonlyMap<string, ReadonlySet<string>>

/** The stems by which materials and choices are named. */
export function namesOf(wordsOf: {
  material: (type: (typeof MATERIAL_TYPES)[number]) => string
  choice: (key: AttributeKey, choice: string) => string
}): Names {
  const names = new Map<string, Set<string>>()
  const learn = (lexeme: string, text: string) => {
    const stems = names.get(lexeme) ?? new Set<string>()
    for (const stem of keyOf(text).split(' ')) if (stem !== '') stems.add(stem)
    names.set(lexeme, stems)
  }
  for (const type of MATERIAL_TYPES) learn(`=${type}`, wordsOf.material(type))
  for (const key of Object.keys(ATTRIBUTES) as AttributeKey[]) {
    const definition = definitionOf(key)
    if (definition.kind !== 'choice') continue
    for (const choice of definition.choices) learn(choice.toLowerCase(), wordsOf.choice(key, choice))
  }
  return names
}

/** A word for each stem of the table: the database stems words in its own way, and knows none of our stems. */
export function wordsByStem({ entries }: Vocabulary): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { words: own, broader } of entries) learnWords(words, [...own, ...broader].join(' '))
  return words
}

function learnWords(words: Map<string, string>, text: string): void {
  for (const token of tokensOf(text)) {
    if (token.kind === 'word' && !words.has(token.stem)) words.set(token.stem, token.word)
  }
}

/** The query's things as the memory's index reads them, without near spellings, which the database is asked for. */
export function askedWords(
  text: string,
  parts: { thesaurus: Thesaurus; words: ReadonlyMap<string, string>; names: Names },
): WordsAsked[] {
  const index = new TextIndex()
  const { concepts } = planQuery(text, {
    index,
    finder: new TermFinder(index),
    thesaurus: parts.thesaurus,
  })
  const words = new Map<string, string>()
  learnWords(words, text)
  const wordOf = (term: string) => words.get(term) ?? parts.words.get(term) ?? term
  return concepts.map((concept) => asked(concept, { ...parts, wordOf }))
}

function asked(
  { ways, isFigure, isRequired }: Concept,
  { thesaurus, names, wordOf }: { thesaurus: Thesaurus; names: Names; wordOf: (term: string) => string },
): WordsAsked {
  const plain = ways.filter(isPlain)
  const own = plain[0]?.terms ?? []
  const isKnown = own.some((term) => thesaurus.stems.has(term))
  const said = (some: readonly Way[]) =>
    some.flatMap(({ terms }) => [
      terms.map((term) => written(term, wordOf)),
      ...(isFigure ? inCentimetres(terms) : []),
    ])
  const named = [...names].filter(([, stems]) =>
    plain.some(({ terms }) => terms.every((term) => stems.has(term))),
  )
  return {
    ways: said(plain),
    near: said(plain.filter(({ weight }) => weight >= NEAR)),
    named: named.map(([lexeme]) => lexeme),
    isRequired,
    word: isFigure || isKnown || own.length !== 1 ? null : wordOf(own[0]!),
  }
}

/** Whether the words of a way are words or whole figures: pairs are the index's own. */
function isPlain({ terms }: Way): boolean {
  return (
    terms.length > 0 &&
    terms.every(
      (term) => !term.startsWith(PAIR_MARK) && !(term.startsWith(FIGURE_MARK) && term.includes('.')),
    )
  )
}

/** A length of whole centimetres may be written so. */
function inCentimetres([term]: readonly string[]): string[][] {
  const millimetres = Number(term?.slice(FIGURE_MARK.length))
  return millimetres >= 100 && millimetres % 10 === 0 ? [[String(millimetres / 10)]] : []
}

function written(term: string, wordOf: (term: string) => string): string {
  return term.startsWith(FIGURE_MARK) ? term.slice(FIGURE_MARK.length) : wordOf(term)
}
