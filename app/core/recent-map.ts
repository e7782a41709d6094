/** A map that holds so many entries and no more: the one asked for longest ago goes first. */
export class RecentMap<Key, Value> {
  private readonly entries = new Map<Key, Value>()

  /** @param most entries held, at least 1 */
  constructor(private readonly most: number) {}

  get(key: Key): Value | undefined {
    const value = this.entries.get(key)
    if (value === undefined) return undefined
    this.entries.delete(key)
    this.entries.set(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.entries.delete(key)
    this.entries.set(key, value)
    const [oldest] = this.entries.keys()
    if (this.entries.size > this.most && oldest !== undefined) this.entries.delete(oldest)
  }

  delete(key: Key): void {
    this.entries.delete(key)
  }
}
