import { grown } from './grown'

const BUCKETS = 2 ** 32

/** Buckets, or any whole numbers below 2³², by falling bound: all are put in, then some are taken out. A bound is a whole number, not negative. */
export class BoundQueue {
  private keys = new Float64Array(256)
  private size = 0

  clear(): void {
    this.size = 0
  }

  push(bound: number, bucket: number): void {
    this.keys = grown(this.keys, this.size + 1)
    this.keys[this.size++] = bound * BUCKETS + bucket
  }

  /** Puts a bucket in, or back, in order. */
  pushInOrder(bound: number, bucket: number): void {
    this.push(bound, bucket)
    const key = this.keys[this.size - 1]!
    let at = this.size - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (this.keys[parent]! >= key) break
      this.keys[at] = this.keys[parent]!
      at = parent
    }
    this.keys[at] = key
  }

  /** Orders what was put in; must be called between the last `push` and the first `pop`. */
  order(): void {
    for (let at = (this.size >> 1) - 1; at >= 0; at--) this.sink(at)
  }

  get isEmpty(): boolean {
    return this.size === 0
  }

  /** The highest bound left. */
  get bound(): number {
    return Math.floor(this.keys[0]! / BUCKETS)
  }

  /** Takes the bucket of the highest bound. */
  pop(): number {
    const bucket = this.keys[0]! % BUCKETS
    this.keys[0] = this.keys[--this.size]!
    this.sink(0)
    return bucket
  }

  private sink(start: number): void {
    const { keys, size } = this
    const key = keys[start]!
    let at = start
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && keys[child + 1]! > keys[child]!) child++
      if (keys[child]! <= key) break
      keys[at] = keys[child]!
      at = child
    }
    keys[at] = key
  }
}
