import { grown } from './grown'

const MARKS = 2 ** 32

/** Marks, whole numbers below 2³², by falling bound: some are put in, then put in and taken out. A bound is a whole number, not negative. */
export class BoundQueue {
  private keys = new Float64Array(1024)
  private size = 0

  clear(): void {
    this.size = 0
  }

  /** Puts a mark in, in no order. */
  push(bound: number, mark: number): void {
    this.keys = grown(this.keys, this.size + 1)
    this.keys[this.size++] = bound * MARKS + mark
  }

  /** Puts a mark in, or back, in order. */
  pushInOrder(bound: number, mark: number): void {
    this.push(bound, mark)
    const { keys } = this
    let at = this.size - 1
    const key = keys[at]!
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (keys[parent]! >= key) break
      keys[at] = keys[parent]!
      at = parent
    }
    keys[at] = key
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
    return Math.floor(this.keys[0]! / MARKS)
  }

  /** Takes the mark of the highest bound. */
  pop(): number {
    const key = this.keys[0]!
    this.keys[0] = this.keys[--this.size]!
    this.sink(0)
    return key - Math.floor(key / MARKS) * MARKS
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
