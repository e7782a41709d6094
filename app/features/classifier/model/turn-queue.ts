/** Where a caller stands: 0 before 1 before 2, and those of one urgency in turn, by key. */
export type Place = { urgency: 0 | 1 | 2; key: string }

/**
 * A queue in which the most urgent go first and, among those, each key has its turn: one that asks a hundred times
 * waits behind one that asks once.
 */
export class TurnQueue<Item> {
  /** For each urgency the waiting of each key, the key whose turn it is first. */
  private readonly lines = [0, 1, 2].map(() => new Map<string, Item[]>())

  push(item: Item, { urgency, key }: Place): void {
    const waiting = this.lineOf(urgency).get(key)
    if (waiting) waiting.push(item)
    else this.lineOf(urgency).set(key, [item])
  }

  /** Puts back an item that was taken: it is the next of its key, whose turn it is. */
  putBack(item: Item, { urgency, key }: Place): void {
    const line = this.lineOf(urgency)
    const others = [...line].filter(([other]) => other !== key)
    const waiting = [item, ...(line.get(key) ?? [])]
    line.clear()
    for (const [other, items] of [[key, waiting] as const, ...others]) line.set(other, items)
  }

  /** Takes the next item; undefined when none waits. */
  take(): Item | undefined {
    for (const line of this.lines) {
      const [first] = line
      if (!first) continue
      const [key, [item, ...rest]] = first
      line.delete(key)
      if (rest.length > 0) line.set(key, rest)
      return item
    }
    return undefined
  }

  /** Takes an item out of the queue; says whether it was waiting. */
  remove(item: Item): boolean {
    for (const line of this.lines) {
      for (const [key, items] of line) {
        const at = items.indexOf(item)
        if (at < 0) continue
        if (items.length === 1) line.delete(key)
        else items.splice(at, 1)
        return true
      }
    }
    return false
  }

  /** How many wait at an urgency; with a key, how many of that key. */
  count(urgency: Place['urgency'], key?: string): number {
    const line = this.lineOf(urgency)
    if (key !== undefined) return line.get(key)?.length ?? 0
    return [...line.values()].reduce((sum, items) => sum + items.length, 0)
  }

  private lineOf(urgency: Place['urgency']): Map<string, Item[]> {
    return this.lines[urgency]!
  }
}
