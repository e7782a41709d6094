import type { Thesaurus, Way } from './entries'
import type { TextIndex } from './text-index'
import { pairTerm, tokensOf, type Token, type Word } from './tokens'
import type { TermFinder } from './term-finder'

/** One thing that a query asks for, with the ways in which a record may say it, the best first. */
export type Concept = {
  ways: readonly Way[]
  isFigure: boolean
  /**
   * Held to when nothing says all: a figure, for nobody who asks for 83 cm wants what nobody measured so, and a word of
   * the table. Other words («pour un appartement») are asides.
   */
  isRequired: boolean
}

/** What a query asks for, and the terms whose presence only pleads for a record. */
export type QueryPlan = { concepts: readonly Concept[]; pairs: readonly string[] }

/** Words of a query that are read; those beyond are left out. */
const MOST_TOKENS = 10
/** Weights of a term that differs by a slip from one that is known, and from one that is not. */
const SLIP = 0.6
const UNKNOWN_SLIP = 0.8
const PREFIX = 0.6
/** One word for two that stand side by side: «portemanteau» for «porte-manteau». */
const JOINED = 0.9
const OTHER_READING = 0.8

/**
 * What a query asks for: expressions of the table first, the longest that match, then words one by one with their
 * near spellings, and figures with their readings.
 */
export function planQuery(
  text: string,
  { index, thesaurus, finder }: { index: TextIndex; thesaurus: Thesaurus; finder: TermFinder },
): QueryPlan {
  const tokens = tokensOf(text).slice(0, MOST_TOKENS)
  const read = tokens.map((token) => readToken(token, { index, thesaurus, finder }))
  const concepts: Concept[] = []
  for (let at = 0; at < read.length;) {
    const length = expressionAt(read, at, thesaurus)
    const part = read.slice(at, at + Math.max(1, length))
    concepts.push(length > 0 ? expressionConcept(part, thesaurus) : part[0]!.concept)
    at += part.length
  }
  return { concepts, pairs: pairsOf(tokens) }
}

type ReadToken = { key: string; concept: Concept }

function readToken(token: Token, parts: Parameters<typeof planQuery>[1]): ReadToken {
  if (token.kind === 'figure') {
    const ways = token.terms.map((term, at) => ({ terms: [term], weight: at === 0 ? 1 : OTHER_READING }))
    return { key: token.terms[0]!, concept: { ways, isFigure: true, isRequired: !token.isCount } }
  }
  return readWord(token, parts)
}

function readWord(
  { word, stem: term }: Word,
  { index, thesaurus, finder }: Parameters<typeof planQuery>[1],
): ReadToken {
  const isKnown = index.count(term) > 0 || index.count(pairTerm(word)) > 0 || thesaurus.stems.has(term)
  const ways: Way[] = [
    { terms: [term], weight: 1 },
    { terms: [pairTerm(word)], weight: JOINED },
  ]
  const near = finder.near(term)
  if (isKnown) {
    for (const { term: other } of near) {
      if (isSlipOf(index, other, term)) ways.push({ terms: [other], weight: SLIP })
      else if (isSlipOf(index, term, other)) ways.push({ terms: [other], weight: UNKNOWN_SLIP })
    }
    const right = thesaurus.stems.has(term)
      ? undefined
      : near.find(({ term: other }) => isSlipOf(index, term, other))
    return { key: right?.term ?? term, concept: { ways, isFigure: false, isRequired: false } }
  }
  for (const other of finder.startingWith(word)) ways.push({ terms: [other], weight: PREFIX })
  for (const { term: other, distance } of near) {
    ways.push({ terms: [other], weight: UNKNOWN_SLIP / distance })
  }
  const [best] = near
  return { key: best?.term ?? term, concept: { ways, isFigure: false, isRequired: false } }
}

/** Whether a term looks like another mistyped: near it, and far rarer. */
function isSlipOf(index: TextIndex, other: string, term: string): boolean {
  return index.count(other) * 20 <= index.count(term)
}

/** How many tokens from here the longest expression that the table knows takes; 0 without one. */
function expressionAt(read: readonly ReadToken[], at: number, thesaurus: Thesaurus): number {
  for (let length = Math.min(thesaurus.longest, read.length - at); length > 0; length -= 1) {
    const key = read.slice(at, at + length).map((token) => token.key)
    if (thesaurus.has(key.join(' '))) return length
  }
  return 0
}

function expressionConcept(part: readonly ReadToken[], thesaurus: Thesaurus): Concept {
  const others = thesaurus.waysOf(part.map(({ key }) => key).join(' '))
  if (part.length === 1) {
    const [{ concept } = part[0]!] = part
    return { ...concept, ways: [...concept.ways, ...others], isRequired: true }
  }
  const own = { terms: part.map(({ key }) => key), weight: 1 }
  return { ways: [own, ...others], isFigure: false, isRequired: true }
}

function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1]
    return token.kind === 'word' && next?.kind === 'word' ? [pairTerm(token.word, next.word)] : []
  })
}
