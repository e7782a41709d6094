import { lengthOf } from '~/features/classifier/model/embedding'

/** A key and its likeness, the cosine from -1 to 1 between its vector and the nearest of the queries. */
export type Near = { key: string; likeness: number }

/** Rows looked at before others get their turn: about two milliseconds. */
const BLOCK = 16_384

/**
 * Vectors in one typed array, all of them looked at by each search: exact, and quick enough for some hundred
 * thousand. Vectors are signed bytes of which only the direction counts.
 */
export class VectorIndex {
  private readonly keys: string[] = []
  private readonly rows = new Map<string, number>()
  private vectors: Int8Array
  private lengths: Float32Array

  constructor(
    readonly dimensions: number,
    capacity = 1024,
  ) {
    this.vectors = new Int8Array(capacity * dimensions)
    this.lengths = new Float32Array(capacity)
  }

  get size(): number {
    return this.keys.length
  }

  /** Bytes of the vectors, without the keys. */
  get bytes(): number {
    return this.vectors.byteLength + this.lengths.byteLength
  }

  /** Puts a vector in, in place of another of its key. One of another dimension, or without direction, is left out. */
  set(key: string, vector: Int8Array): void {
    const length = lengthOf(vector)
    if (vector.length !== this.dimensions || length === 0) return this.remove(key)
    const row = this.rows.get(key) ?? this.keys.length
    if (row === this.keys.length) {
      this.keys.push(key)
      this.rows.set(key, row)
      this.grow()
    }
    this.vectors.set(vector, row * this.dimensions)
    this.lengths[row] = length
  }

  /** Takes a key out; the last row moves to its place. */
  remove(key: string): void {
    const row = this.rows.get(key)
    if (row === undefined) return
    this.rows.delete(key)
    const last = this.keys.pop()!
    if (row === this.keys.length) return
    const from = this.keys.length * this.dimensions
    this.vectors.copyWithin(row * this.dimensions, from, from + this.dimensions)
    this.lengths[row] = this.lengths[this.keys.length]!
    this.keys[row] = last
    this.rows.set(last, row)
  }

  /**
   * The keys nearest to any of the queries (of length one), at most `most` and at least as like as `least`, nearest
   * first. `pause` is awaited between blocks, so that a long search holds nobody up.
   */
  async nearest(
    queries: readonly Float32Array[],
    { most, least }: { most: number; least: number },
    pause: () => Promise<void>,
  ): Promise<Near[]> {
    const usable = queries.filter(({ length }) => length === this.dimensions)
    let found: Near[] = []
    let threshold = least
    for (let from = 0; from < this.keys.length && usable.length > 0; from += BLOCK) {
      const until = Math.min(this.keys.length, from + BLOCK)
      for (let row = from; row < until; row++) {
        const likeness = this.likeness(usable, row)
        if (likeness < threshold) continue
        found.push({ key: this.keys[row]!, likeness })
        if (found.length < 2 * most) continue
        // The threshold rises with what is found, so that fewer and fewer rows get as far as here.
        found = found.sort(byLikeness).slice(0, most)
        threshold = found.at(-1)!.likeness
      }
      if (until < this.keys.length) await pause()
    }
    return found.sort(byLikeness).slice(0, most)
  }

  private likeness(queries: readonly Float32Array[], row: number): number {
    const { vectors, dimensions } = this
    const offset = row * dimensions
    let best = -Infinity
    for (const query of queries) {
      // Four sums at a time: each addition would otherwise wait for the one before.
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      let i = 0
      for (; i + 3 < dimensions; i += 4) {
        a += query[i]! * vectors[offset + i]!
        b += query[i + 1]! * vectors[offset + i + 1]!
        c += query[i + 2]! * vectors[offset + i + 2]!
        d += query[i + 3]! * vectors[offset + i + 3]!
      }
      for (; i < dimensions; i++) a += query[i]! * vectors[offset + i]!
      best = Math.max(best, a + b + c + d)
    }
    return best / this.lengths[row]!
  }

  private grow(): void {
    if (this.keys.length <= this.lengths.length) return
    const capacity = this.lengths.length * 2
    const vectors = new Int8Array(capacity * this.dimensions)
    const lengths = new Float32Array(capacity)
    vectors.set(this.vectors)
    lengths.set(this.lengths)
    this.vectors = vectors
    this.lengths = lengths
  }
}

function byLikeness(a: Near, b: Near): number {
  return b.likeness - a.likeness || (a.key < b.key ? -1 : 1)
}
