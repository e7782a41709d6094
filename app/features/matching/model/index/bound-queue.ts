import { grown } from './grown'

/** Bounds of one bin lie within 2⁵: none of them is looked for before the others. */
const BIN_BITS = 5
/** Points go up to 10,000 and what rounding adds; the last bin takes all above. */
const BINS = 316

/** No mark. */
export const NO_MARK = -1

/**
 * Marks, whole numbers from 0 on, by falling bound, as far as bins tell: in lists by bin, so that putting in and taking
 * out compares nothing. A bound is a whole number, not negative.
 */
export class BoundQueue {
  /** By bin, the last put in; by place, the one put in before. */
  private readonly heads = new Int32Array(BINS)
  private before = new Int32Array(1024)
  private marks = new Int32Array(1024)
  private bounds = new Int32Array(1024)
  private size = 0
  /** No bin above has anything. */
  private top = 0

  clear(): void {
    this.heads.fill(NO_MARK)
    this.size = 0
    this.top = 0
  }

  push(bound: number, mark: number): void {
    const place = this.size++
    if (place >= this.marks.length) this.grow()
    const bin = Math.min(bound >> BIN_BITS, BINS - 1)
    this.before[place] = this.heads[bin]!
    this.heads[bin] = place
    this.marks[place] = mark
    this.bounds[place] = bound
    if (bin > this.top) this.top = bin
  }

  /** Takes a mark whose bound reaches `least`, of the highest bin; `NO_MARK` when none does. */
  pop(least: number): number {
    const { heads, bounds } = this
    const last = Math.min(least >> BIN_BITS, BINS - 1)
    while (this.top >= last) {
      const place = heads[this.top]!
      if (place === NO_MARK) {
        if (this.top-- === 0) break
        continue
      }
      heads[this.top] = this.before[place]!
      if (bounds[place]! >= least) return this.marks[place]!
    }
    this.top = Math.max(0, this.top)
    return NO_MARK
  }

  private grow(): void {
    this.before = grown(this.before, this.size)
    this.marks = grown(this.marks, this.size)
    this.bounds = grown(this.bounds, this.size)
  }
}
