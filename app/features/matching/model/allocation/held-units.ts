import { roomFor } from './typed-arrays'

export const NONE = -1

/** Price of what nobody can have. */
const NEVER = 2 ** 31 - 1

/** Who holds how many units of each good and at which level: a list a good, the lowest level first. */
export class HeldUnits {
  /** First entry of each good. */
  readonly first: Int32Array
  private readonly last: Int32Array
  holder = new Int32Array(0)
  level = new Int32Array(0)
  private arc = new Int32Array(0)
  private quantity = new Float64Array(0)
  private next = new Int32Array(0)
  private before = new Int32Array(0)
  private size = 0
  private spare = NONE

  constructor(goods: number) {
    this.first = new Int32Array(goods).fill(NONE)
    this.last = new Int32Array(goods).fill(NONE)
  }

  clear(): void {
    this.first.fill(NONE)
    this.last.fill(NONE)
    this.size = 0
    this.spare = NONE
  }

  /** The lowest level at which a good is held. */
  lowest(good: number): number {
    const at = this.first[good]!
    return at === NONE ? NEVER : this.level[at]!
  }

  add(good: number, holder: number, arc: number, quantity: number, level: number): void {
    let after = this.last[good]!
    while (after !== NONE && this.level[after]! > level) after = this.before[after]!
    if (after !== NONE && this.holder[after] === holder && this.level[after] === level) {
      this.quantity[after]! += quantity
      return
    }
    const at = this.entry()
    this.holder[at] = holder
    this.arc[at] = arc
    this.quantity[at] = quantity
    this.level[at] = level
    const behind = after === NONE ? this.first[good]! : this.next[after]!
    this.before[at] = after
    this.next[at] = behind
    if (after === NONE) this.first[good] = at
    else this.next[after] = at
    if (behind === NONE) this.last[good] = at
    else this.before[behind] = at
  }

  /** Takes up to `most` units of the first entry of a good away. @returns how many */
  takeFirst(good: number, most: number): number {
    const at = this.first[good]!
    const held = this.quantity[at]!
    if (held > most) {
      this.quantity[at] = held - most
      return most
    }
    const behind = this.next[at]!
    this.first[good] = behind
    if (behind === NONE) this.last[good] = NONE
    else this.before[behind] = NONE
    this.next[at] = this.spare
    this.spare = at
    return held
  }

  forEach(each: (holder: number, arc: number, quantity: number) => void): void {
    for (let good = 0; good < this.first.length; good++)
      for (let at = this.first[good]!; at !== NONE; at = this.next[at]!)
        each(this.holder[at]!, this.arc[at]!, this.quantity[at]!)
  }

  private entry(): number {
    const at = this.spare
    if (at !== NONE) {
      this.spare = this.next[at]!
      return at
    }
    this.size += 1
    this.holder = roomFor(this.holder, this.size)
    this.level = roomFor(this.level, this.size)
    this.arc = roomFor(this.arc, this.size)
    this.quantity = roomFor(this.quantity, this.size)
    this.next = roomFor(this.next, this.size)
    this.before = roomFor(this.before, this.size)
    return this.size - 1
  }
}
