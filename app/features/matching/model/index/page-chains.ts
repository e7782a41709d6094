import { grown } from './grown'

/** Slots of a page; a chain is pages of which only the first has free slots. */
export const PAGE = 8

/** Pages that a pool takes at once, so that its chains lie together in memory. */
const CHUNK = 8

/** No page. */
const NONE = -1

/** Pages of chains that are read together: those that are free, and where its chunks begin. */
export type Pool = { free: number[]; chunks: number[] }

/** Which slots each of many chains has, a chain being known by a number of the caller's. */
export class PageChains {
  /** By chain: how many slots it uses, and its first page. */
  private heads = new Int32Array(0)
  /** By page: its chain, and the next page. */
  private links = new Int32Array(0)
  private readonly freeChunks: number[] = []
  private pages = 0

  /** Slots there are, of all pages. */
  get slots(): number {
    return this.pages * PAGE
  }

  /** Begins a chain without slots. */
  begin(chain: number): void {
    this.heads = grown(this.heads, 2 * chain + 2)
    this.heads[2 * chain] = 0
    this.heads[2 * chain + 1] = NONE
  }

  countOf(chain: number): number {
    return this.heads[2 * chain]!
  }

  firstPageOf(chain: number): number {
    return this.heads[2 * chain + 1]!
  }

  pageAfter(page: number): number {
    return this.links[2 * page + 1]!
  }

  chainAt(slot: number): number {
    return this.links[2 * Math.floor(slot / PAGE)]!
  }

  *slotsOf(chain: number): Generator<number> {
    let page = this.firstPageOf(chain)
    for (let left = this.countOf(chain); left > 0; left -= inFirstPage(left)) {
      for (let at = 0; at < inFirstPage(left); at++) yield page * PAGE + at
      page = this.pageAfter(page)
    }
  }

  /** A slot at the end of a chain. */
  push(chain: number, pool: Pool): number {
    const at = this.heads[2 * chain]!++ % PAGE
    if (at === 0) {
      const page = this.pageFrom(pool)
      this.links[2 * page] = chain
      this.links[2 * page + 1] = this.firstPageOf(chain)
      this.heads[2 * chain + 1] = page
    }
    return this.firstPageOf(chain) * PAGE + at
  }

  /** Takes the last slot off a chain that has one. */
  pop(chain: number, pool: Pool): number {
    const page = this.firstPageOf(chain)
    const at = --this.heads[2 * chain]! % PAGE
    if (at === 0) {
      this.heads[2 * chain + 1] = this.pageAfter(page)
      pool.free.push(page)
    }
    return page * PAGE + at
  }

  /** Gives back the chunks of a pool, none of whose pages is in use. */
  drop(pool: Pool): void {
    this.freeChunks.push(...pool.chunks)
    pool.chunks.length = 0
    pool.free.length = 0
  }

  private pageFrom({ free, chunks }: Pool): number {
    if (free.length === 0) {
      const first = this.freeChunks.pop() ?? this.pages
      chunks.push(first)
      for (let at = CHUNK - 1; at >= 0; at--) free.push(first + at)
      this.pages = Math.max(this.pages, first + CHUNK)
      this.links = grown(this.links, 2 * this.pages)
    }
    return free.pop()!
  }
}

/** Slots in use in the first page of a chain that uses so many. */
export function inFirstPage(count: number): number {
  return ((count - 1) % PAGE) + 1
}
