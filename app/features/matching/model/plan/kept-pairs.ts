/**
 * The best few partners of each of many, in numbers side by side: greatest gain first, ties by the lower place. Gains are
 * above nil; those without a claim are written below nil and count by their size.
 */
export class KeptPairs {
  private readonly partners: Int32Array
  private readonly gains: Float64Array
  private readonly counts: Int32Array
  /** What the last kept gains, and its place, once there is no room for more. */
  private readonly leastGain: Float64Array
  private readonly lastPlace: Int32Array

  constructor(
    size: number,
    private readonly most: number,
  ) {
    this.partners = new Int32Array(size * most)
    this.gains = new Float64Array(size * most)
    this.counts = new Int32Array(size)
    this.leastGain = new Float64Array(size).fill(most > 0 ? 0 : Infinity)
    this.lastPlace = new Int32Array(size)
  }

  /** Whether a partner that gains so much would be kept. */
  wants(of: number, perMilli: number, partner: number): boolean {
    const least = this.leastGain[of]!
    return perMilli > least || (perMilli === least && partner < this.lastPlace[of]!)
  }

  /** Whether a partner that was offered is kept still. */
  has(of: number, perMilli: number, partner: number): boolean {
    const least = this.leastGain[of]!
    return perMilli > least || (perMilli === least && partner <= this.lastPlace[of]!)
  }

  offer(of: number, gain: number, partner: number): void {
    const perMilli = Math.abs(gain)
    if (!this.wants(of, perMilli, partner)) return
    const { partners, gains, most } = this
    const first = of * most
    const count = this.counts[of]!
    let at = first + Math.min(count, most - 1)
    while (at > first && isAfter(Math.abs(gains[at - 1]!), partners[at - 1]!, perMilli, partner)) {
      gains[at] = gains[at - 1]!
      partners[at] = partners[at - 1]!
      at--
    }
    gains[at] = gain
    partners[at] = partner
    if (count < most) this.counts[of] = count + 1
    if (count < most - 1) return
    this.leastGain[of] = Math.abs(gains[first + most - 1]!)
    this.lastPlace[of] = partners[first + most - 1]!
  }

  /** All that one keeps. */
  forEach(of: number, each: (partner: number, gain: number) => void): void {
    const first = of * this.most
    for (let at = first; at < first + this.counts[of]!; at++) each(this.partners[at]!, this.gains[at]!)
  }
}

function isAfter(kept: number, keptPlace: number, perMilli: number, place: number): boolean {
  return kept < perMilli || (kept === perMilli && keptPlace > place)
}
