import { grown } from './grown'

/** Slots of the smallest run; each size is twice the one before, and runs begin at multiples of it. */
const LEAST = 8

/** Where the numbers of a chain lie: its first slot, how many it uses, and the size of its run. */
const HEAD = { first: 0, count: 1, size: 2 } as const
const HEAD_SIZE = 4

/** Of a chain without slots. */
const NO_RUN = -1

/** Which slots each of many chains has, a chain being known by a number of the caller's: one run of slots, side by side. */
export class SlotRuns {
  private heads = new Int32Array(0)
  /** By `LEAST` slots, the chain they are of. */
  private owners = new Int32Array(0)
  /** By size, first slots of runs that no chain has. */
  private readonly free: number[][] = []
  private end = 0

  /** @param move what a chain that outgrows its run does with its slots: takes so many from one slot on to another */
  constructor(private readonly move: (from: number, to: number, count: number) => void) {}

  /** Slots there are, of all runs. */
  get slots(): number {
    return this.end
  }

  /** Begins a chain without slots. */
  begin(chain: number): void {
    this.heads = grown(this.heads, HEAD_SIZE * (chain + 1))
    this.heads[HEAD_SIZE * chain + HEAD.count] = 0
    this.heads[HEAD_SIZE * chain + HEAD.size] = NO_RUN
  }

  countOf(chain: number): number {
    return this.heads[HEAD_SIZE * chain + HEAD.count]!
  }

  firstOf(chain: number): number {
    return this.heads[HEAD_SIZE * chain + HEAD.first]!
  }

  chainAt(slot: number): number {
    return this.owners[Math.floor(slot / LEAST)]!
  }

  /** A slot at the end of a chain, whose others move when its run is full. */
  push(chain: number): number {
    const at = HEAD_SIZE * chain
    const count = this.heads[at + HEAD.count]!
    const size = this.heads[at + HEAD.size]!
    if (size === NO_RUN) this.take(chain, 0)
    else if (count === LEAST << size) {
      const first = this.firstOf(chain)
      this.take(chain, size + 1)
      this.move(first, this.firstOf(chain), count)
      this.give(first, size)
    }
    this.heads[at + HEAD.count] = count + 1
    return this.firstOf(chain) + count
  }

  /** Takes the last slot off a chain that has one. */
  pop(chain: number): number {
    const at = HEAD_SIZE * chain
    const count = --this.heads[at + HEAD.count]!
    const first = this.firstOf(chain)
    if (count === 0) {
      this.give(first, this.heads[at + HEAD.size]!)
      this.heads[at + HEAD.size] = NO_RUN
    }
    return first + count
  }

  private take(chain: number, size: number): void {
    const slots = LEAST << size
    const first = this.free[size]?.pop() ?? this.end
    this.end = Math.max(this.end, first + slots)
    this.owners = grown(this.owners, this.end / LEAST)
    this.owners.fill(chain, first / LEAST, (first + slots) / LEAST)
    this.heads[HEAD_SIZE * chain + HEAD.first] = first
    this.heads[HEAD_SIZE * chain + HEAD.size] = size
  }

  private give(first: number, size: number): void {
    const free = (this.free[size] ??= [])
    free.push(first)
  }
}
