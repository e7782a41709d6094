import { tokensOf } from './tokens'

/** Words that mean the same to the trade, and the broader goods that they are a kind of. */
export type VocabularyEntry = { words: readonly string[]; broader: readonly string[] }

/** A whole table of words, as one version holds it. */
export type Vocabulary = { version: string; entries: readonly VocabularyEntry[] }

export const MOST_ENTRIES = 2000
export const MOST_WORDS_OF_ENTRY = 20
export const MOST_WORD_CHARS = 60

/** One way to say a thing: every term must be there. */
export type Way = { terms: readonly string[]; weight: number }

/** Another word of the same entry finds nearly as well; a kind of what is asked too; what it is a kind of hardly. */
const SAME = 0.9
const NARROWER = 0.8
const BROADER = 0.25

/** The key of an expression: its stems in order, whatever its accents, plurals and small words. */
export function keyOf(expression: string): string {
  return tokensOf(expression)
    .map((token) => (token.kind === 'word' ? token.stem : token.terms[0]!))
    .join(' ')
}

/** What an expression's terms are in the index. */
function termsOf(expression: string): string[] {
  return keyOf(expression).split(' ').filter(Boolean)
}

/** The table as a query reads it: by the key of each expression, the other ways to say it. */
export class Thesaurus {
  readonly version: string
  private readonly ways = new Map<string, Map<string, Way>>()
  /** Stems of all its words: known, even while no lot uses them. */
  readonly stems = new Set<string>()
  /** The longest expression, in terms. */
  readonly longest: number

  constructor({ version, entries }: Vocabulary) {
    this.version = version
    let longest = 1
    for (const { words, broader } of entries) {
      for (const word of words) {
        longest = Math.max(longest, this.learn(word))
        for (const other of words) this.add(word, other, SAME)
        for (const wide of broader) {
          this.add(word, wide, BROADER)
          this.add(wide, word, NARROWER)
        }
      }
      for (const wide of broader) longest = Math.max(longest, this.learn(wide))
    }
    this.longest = longest
  }

  /** The other ways to say what has this key; empty when the table does not know it. */
  waysOf(key: string): readonly Way[] {
    return [...(this.ways.get(key)?.values() ?? [])]
  }

  has(key: string): boolean {
    return this.ways.has(key)
  }

  private learn(expression: string): number {
    const terms = termsOf(expression)
    for (const term of terms) this.stems.add(term)
    return terms.length
  }

  private add(from: string, to: string, weight: number): void {
    const [key, otherKey] = [keyOf(from), keyOf(to)]
    if (key === '' || otherKey === '' || key === otherKey) return
    const ways = this.ways.get(key) ?? new Map<string, Way>()
    if ((ways.get(otherKey)?.weight ?? 0) < weight) ways.set(otherKey, { terms: termsOf(to), weight })
    this.ways.set(key, ways)
  }
}
