/** A field of a record and how much a word found in it tells. */
export type WeightedTerms = ReadonlyMap<string, number>

type Posting = { slots: Int32Array; impacts: Float32Array; length: number; alive: number }

/** Weight at which a term tells half of all it can. */
const HALF_WEIGHT = 1.2
/** Dead slots are swept out when they are more than this share. */
const MOST_DEAD = 0.25

/**
 * Which records hold which terms, and how tellingly: an inverted index in memory. Records have slots in the order in
 * which they came; a record that changes gets a new one and its old slot is dead until a sweep.
 */
export class TextIndex {
  private readonly postings = new Map<string, Posting>()
  private readonly slotOf = new Map<string, number>()
  private ids: (string | null)[] = []
  private termsOfSlot: (readonly string[])[] = []
  /** Grows whenever a term comes or goes: what is derived from the terms is kept for one epoch. */
  epoch = 0

  get size(): number {
    return this.slotOf.size
  }

  /** Slots that were ever given: the length of arrays by slot. */
  get slots(): number {
    return this.ids.length
  }

  idAt(slot: number): string | null {
    return this.ids[slot] ?? null
  }

  slotFor(id: string): number | undefined {
    return this.slotOf.get(id)
  }

  /** The terms that a record holds; none once it is dead. */
  termsAt(slot: number): readonly string[] {
    return this.termsOfSlot[slot] ?? []
  }

  terms(): IterableIterator<string> {
    return this.postings.keys()
  }

  /** How many records hold a term. */
  count(term: string): number {
    return this.postings.get(term)?.alive ?? 0
  }

  /** Adds a record, or replaces it; returns its slot. */
  set(id: string, terms: WeightedTerms): number {
    this.remove(id)
    const slot = this.ids.length
    this.ids.push(id)
    this.slotOf.set(id, slot)
    this.termsOfSlot.push([...terms.keys()])
    for (const [term, weight] of terms) this.append(term, slot, weight / (weight + HALF_WEIGHT))
    return slot
  }

  remove(id: string): void {
    const slot = this.slotOf.get(id)
    if (slot === undefined) return
    this.slotOf.delete(id)
    this.ids[slot] = null
    for (const term of this.termsOfSlot[slot]!) {
      const posting = this.postings.get(term)!
      posting.alive -= 1
      if (posting.alive > 0) continue
      this.postings.delete(term)
      this.epoch += 1
    }
    this.termsOfSlot[slot] = []
  }

  /** Whether so much is dead that the holder should build the index anew. */
  isStale(): boolean {
    return this.ids.length > 1000 && this.ids.length - this.size > MOST_DEAD * this.ids.length
  }

  /** The first slots that hold a term, dead ones too, in growing order. */
  slotsOf(term: string, most = 200): readonly number[] {
    const posting = this.postings.get(term)
    return posting ? [...posting.slots.subarray(0, Math.min(most, posting.length))] : []
  }

  /** Calls back with each slot that holds a term, dead ones too, in growing order. */
  each(term: string, visit: (slot: number, impact: number) => void): void {
    const posting = this.postings.get(term)
    if (!posting) return
    const { slots, impacts, length } = posting
    for (let at = 0; at < length; at += 1) visit(slots[at]!, impacts[at]!)
  }

  /** The same with each slot that holds all the terms, and the least telling of them. */
  eachOfAll(terms: readonly string[], visit: (slot: number, impact: number) => void): void {
    const [first, ...others] = terms
    if (first === undefined) return
    if (others.length === 0) return this.each(first, visit)
    const postings = terms.map((term) => this.postings.get(term))
    const known = postings.filter((posting) => posting !== undefined)
    if (known.length < terms.length) return
    known.sort((a, b) => a.length - b.length)
    const [least, ...rest] = known
    const cursors = rest.map(() => 0)
    for (let at = 0; at < least!.length; at += 1) {
      const slot = least!.slots[at]!
      let impact = least!.impacts[at]!
      const isInAll = rest.every((posting, index) => {
        let cursor = cursors[index]!
        while (cursor < posting.length && posting.slots[cursor]! < slot) cursor += 1
        cursors[index] = cursor
        if (posting.slots[cursor] !== slot || cursor >= posting.length) return false
        impact = Math.min(impact, posting.impacts[cursor]!)
        return true
      })
      if (isInAll) visit(slot, impact)
    }
  }

  private append(term: string, slot: number, impact: number): void {
    let posting = this.postings.get(term)
    if (!posting) {
      posting = { slots: new Int32Array(2), impacts: new Float32Array(2), length: 0, alive: 0 }
      this.postings.set(term, posting)
      this.epoch += 1
    }
    if (posting.length === posting.slots.length) {
      const slots = new Int32Array(posting.length * 2)
      const impacts = new Float32Array(posting.length * 2)
      slots.set(posting.slots)
      impacts.set(posting.impacts)
      Object.assign(posting, { slots, impacts })
    }
    posting.slots[posting.length] = slot
    posting.impacts[posting.length] = impact
    posting.length += 1
    posting.alive += 1
  }
}
