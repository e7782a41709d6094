import { bitsOf, distanceWithin, lettersOf, slipsAllowed } from './near-words'
import type { TextIndex } from './text-index'
import { FIGURE_MARK, PAIR_MARK } from './tokens'

export type NearTerm = { term: string; distance: number }

const MOST_NEAR = 6
const MOST_COMPLETED = 20
/** Words whose neighbours are remembered until the terms of the index change. */
const MOST_REMEMBERED = 2000

/** Finds terms of an index by how they are spelt: a slip away, or beginning alike. Follows the index by its epoch. */
export class TermFinder {
  private epoch = -1
  private terms: string[] = []
  private masks = new Int32Array(0)
  private lengths = new Uint8Array(0)
  private nearOf = new Map<string, readonly NearTerm[]>()
  private startingOf = new Map<string, readonly string[]>()

  constructor(private readonly index: TextIndex) {}

  /** Terms that a slip or two make of this one, the nearest first, then the commonest; itself left out. */
  near(term: string): readonly NearTerm[] {
    this.refresh()
    return remember(this.nearOf, term, () => this.findNear(term))
  }

  /** Terms that begin with these letters, the commonest first; none for fewer than three. */
  startingWith(letters: string): readonly string[] {
    this.refresh()
    if (letters.length < 3) return []
    return remember(this.startingOf, letters, () =>
      this.byCount(this.terms.filter((term) => term.startsWith(letters) && term !== letters)).slice(
        0,
        MOST_COMPLETED,
      ),
    )
  }

  private findNear(term: string): NearTerm[] {
    const most = slipsAllowed(term.length)
    if (most === 0 || !/^[a-z]+$/.test(term)) return []
    const mask = lettersOf(term)
    const found: NearTerm[] = []
    for (let at = 0; at < this.terms.length; at += 1) {
      if (Math.abs(this.lengths[at]! - term.length) > most) continue
      if (bitsOf(this.masks[at]! ^ mask) > 2 * most) continue
      const other = this.terms[at]!
      const distance = distanceWithin(term, other, most)
      if (distance <= most && distance > 0) found.push({ term: other, distance })
    }
    const counted = found.map((near) => ({ ...near, count: this.index.count(near.term) }))
    counted.sort((a, b) => a.distance - b.distance || b.count - a.count || (a.term < b.term ? -1 : 1))
    return counted.slice(0, MOST_NEAR).map(({ term: other, distance }) => ({ term: other, distance }))
  }

  private byCount(terms: readonly string[]): string[] {
    return [...terms].sort((a, b) => this.index.count(b) - this.index.count(a) || (a < b ? -1 : 1))
  }

  private refresh(): void {
    if (this.epoch === this.index.epoch) return
    this.epoch = this.index.epoch
    this.terms = [...this.index.terms()].filter((term) => term[0] !== PAIR_MARK && term[0] !== FIGURE_MARK)
    this.masks = Int32Array.from(this.terms, lettersOf)
    this.lengths = Uint8Array.from(this.terms, (term) => Math.min(255, term.length))
    this.nearOf = new Map()
    this.startingOf = new Map()
  }
}

function remember<Value>(kept: Map<string, Value>, key: string, find: () => Value): Value {
  const before = kept.get(key)
  if (before !== undefined) return before
  if (kept.size >= MOST_REMEMBERED) kept.clear()
  const found = find()
  kept.set(key, found)
  return found
}
