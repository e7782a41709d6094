/** From this many on, all candidates are kept and sorted once. */
const MANY = 1024

/** Something found, with its points. */
export type Scored = { points: number; item: { id: string } }

/** The `k` best of what is offered: more points first, then the lower id. */
export class BestList<Found extends Scored> {
  private readonly found: Found[] = []

  constructor(private readonly k: number) {}

  /** The points that a candidate must reach; those who only reach it need the lower id too. */
  get least(): number {
    return this.k <= MANY && this.found.length >= this.k ? this.found[this.k - 1]!.points : 0
  }

  /** Whether a candidate would be kept now. */
  wants(points: number, item: Scored['item']): boolean {
    if (this.k > MANY || this.found.length < this.k) return true
    const last = this.found[this.k - 1]!
    return points > last.points || (points === last.points && item.id < last.item.id)
  }

  add(candidate: Found): void {
    if (this.k > MANY) return void this.found.push(candidate)
    const { found, k } = this
    let at = found.length < k ? found.length : k - 1
    for (; at > 0 && isBefore(candidate, found[at - 1]!); at--) found[at] = found[at - 1]!
    found[at] = candidate
  }

  /** How many were kept. */
  get size(): number {
    return Math.min(this.k, this.found.length)
  }

  all(): Found[] {
    if (this.k > MANY) this.found.sort((a, b) => (isBefore(a, b) ? -1 : 1))
    return this.found.slice(0, this.k)
  }
}

function isBefore(a: Scored, b: Scored): boolean {
  return a.points > b.points || (a.points === b.points && a.item.id < b.item.id)
}
