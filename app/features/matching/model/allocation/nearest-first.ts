import { widened } from './typed-arrays'

/**
 * Items that wait at a distance each, handed out nearest first: a binary heap. An item may wait several times. Those that
 * are as near as the last one taken wait on a pile of their own, from which the last to come is the first to go.
 */
export class NearestFirst {
  private distances = new Float64Array(64)
  private items = new Int32Array(64)
  private count = 0
  private readonly near: number[] = []
  /** Distance of the item taken last. */
  distance = 0

  clear(): void {
    this.count = 0
    this.distance = 0
    this.near.length = 0
  }

  add(distance: number, item: number): void {
    if (distance === this.distance) {
      this.near.push(item)
      return
    }
    if (this.count === this.items.length) {
      this.distances = widened(this.distances, new Float64Array(2 * this.count))
      this.items = widened(this.items, new Int32Array(2 * this.count))
    }
    const { distances, items } = this
    let at = this.count++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (distances[above]! <= distance) break
      distances[at] = distances[above]!
      items[at] = items[above]!
      at = above
    }
    distances[at] = distance
    items[at] = item
  }

  /** The nearest item, its distance in `distance`; -1 when none waits. */
  take(): number {
    if (this.near.length > 0) return this.near.pop()!
    if (this.count === 0) return -1
    const { distances, items } = this
    const nearest = items[0]!
    this.distance = distances[0]!
    const end = --this.count
    const distance = distances[end]!
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= end) break
      if (below + 1 < end && distances[below + 1]! < distances[below]!) below += 1
      if (distances[below]! >= distance) break
      distances[at] = distances[below]!
      items[at] = items[below]!
      at = below
    }
    distances[at] = distance
    items[at] = items[end]!
    return nearest
  }
}
