import type { WeightedTerms } from './text-index'
import { pairTerm, tokensOf, type Token } from './tokens'

/** A field of a record: its text, how much a word of it tells, and whether it names the thing, or many records share it. */
export type TextField = { text: string; weight: number; isTitle?: boolean; isCommon?: boolean }

/** The first word of a title names the thing: «rails pour placo» are rails. */
const HEAD_WEIGHT = 2.5
/** A piece of a word with a hyphen is not that word: «porte-manteau» is no door. */
const PART_SHARE = 0.4
/** Words that stand side by side in a title, as one. */
const PAIR_WEIGHT = 1.5
/** A figure's second reading (centimetres for millimetres) is less likely. */
const OTHER_READING = 0.7
/** A word that is said again adds little. */
const AGAIN = 0.2

/** The terms of a record with their weights: what a `TextIndex` is given. */
export function weighText(fields: readonly TextField[]): WeightedTerms {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => {
    const before = terms.get(term)
    terms.set(
      term,
      before === undefined ? weight : Math.max(before, weight) + AGAIN * Math.min(before, weight),
    )
  }
  for (const { text, weight, isTitle, isCommon } of fields) {
    const tokens = isCommon ? commonTokens(text) : tokensOf(text)
    const share = isTitle ? lengthShare(tokens.length) : 1
    tokens.forEach((token, at) => {
      if (token.kind === 'figure') {
        token.terms.forEach((term, reading) => {
          add(term, weight * share * (reading === 0 ? 1 : OTHER_READING))
        })
        return
      }
      add(token.stem, weight * share * (token.isPart ? PART_SHARE : 1))
      if (!isTitle) return
      if (at === 0 && !token.isPart) add(token.stem, HEAD_WEIGHT)
      const next = tokens[at + 1]
      if (next?.kind === 'word') add(pairTerm(token.word, next.word), PAIR_WEIGHT)
    })
  }
  return terms
}

/** Of two titles with the same words, the shorter says less else. */
function lengthShare(words: number): number {
  return Math.max(0.6, 1 - 0.04 * (words - 1))
}

const commonTexts = new Map<string, readonly Token[]>()
const MOST_COMMON = 5000

function commonTokens(text: string): readonly Token[] {
  const known = commonTexts.get(text)
  if (known) return known
  if (commonTexts.size >= MOST_COMMON) commonTexts.clear()
  const tokens = tokensOf(text)
  commonTexts.set(text, tokens)
  return tokens
}
