/** Runs, each of them quick, after which a statement has a name. */
const OFTEN = 20
/** A statement that takes longer is planned for its values each time: its plan is the smaller part, and may depend on them. */
const QUICK_MS = 20
/** Each connection keeps the plans of all names for as long as it lasts. */
const MOST_NAMES = 128
/** Texts that are counted at a time; lists of many lengths make many texts. */
const MOST_COUNTED = 2000

/**
 * Statements that are asked often, each with a name: a connection has the server read and plan what has one once, and then
 * sends values alone. For those of the product, planning takes the server longer than running them.
 */
export class OftenAsked {
  private counts = new Map<string, number>()
  private readonly names = new Map<string, string>()
  private given = 0

  /** The name of a statement, the same for all connections of this process; undefined where it is asked seldom. */
  nameOf(text: string): string | undefined {
    return this.names.get(text)
  }

  /** Notes that a statement was run. */
  note(text: string, ms: number): void {
    if (this.names.has(text) || this.given === MOST_NAMES) return
    if (this.counts.size === MOST_COUNTED) this.counts = new Map()
    const runs = ms > QUICK_MS ? 0 : (this.counts.get(text) ?? 0) + 1
    this.counts.set(text, runs)
    if (runs < OFTEN) return
    this.counts.delete(text)
    this.names.set(text, `often_${this.given++}`)
  }

  /** Takes a name back for good, as where a migration gave a table's columns another type: its plans are of no use. */
  forget(text: string): void {
    this.names.delete(text)
  }
}
