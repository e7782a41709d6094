import { dayNumber } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { facetBitsOf } from './facet-bits'
import type { LotFacts } from './lot-facts'

/**
 * What every search reads of each lot, as columns of numbers by slot: thousands of lots are held to a filter or put in
 * order without opening one of them. Slots are only added; what a slot holds never changes.
 */
export class LotNumbers {
  /** Slots that are filled. */
  length = 0
  /** Which choices of the form of search it meets (`facet-bits.ts`). */
  facetBits = new Int32Array(0)
  /** Its place in `MATERIAL_TYPES`. */
  material = new Uint8Array(0)
  /** Days as `dayNumber` counts them: when it can be fetched, until when (0 where nothing is left), since when all see it. */
  fromDay = new Int32Array(0)
  untilDay = new Int32Array(0)
  publicDay = new Int32Array(0)
  publishedAtMs = new Float64Array(0)
  /** From 0 to 1. */
  completeness = new Float32Array(0)

  /** Takes in the lots beyond those that it holds; `lots` are by slot, from the first. */
  follow(lots: readonly LotFacts[]): void {
    if (lots.length > this.facetBits.length) this.grow(Math.ceil(lots.length * 1.25) + 16)
    for (let slot = this.length; slot < lots.length; slot += 1) {
      const lot = lots[slot]!
      this.facetBits[slot] = facetBitsOf(lot)
      this.material[slot] = MATERIAL_TYPES.indexOf(lot.material)
      this.fromDay[slot] = dayNumber(lot.availableFrom)
      this.untilDay[slot] = lot.availableMilli > 0 ? lot.untilDay : 0
      this.publicDay[slot] = lot.publicDay
      this.publishedAtMs[slot] = lot.publishedAtMs
      this.completeness[slot] = lot.completeness
    }
    this.length = lots.length
  }

  private grow(room: number): void {
    const longer = <T extends Int32Array | Uint8Array | Float32Array | Float64Array>(
      made: T,
      before: T,
    ): T => {
      made.set(before)
      return made
    }
    this.facetBits = longer(new Int32Array(room), this.facetBits)
    this.material = longer(new Uint8Array(room), this.material)
    this.fromDay = longer(new Int32Array(room), this.fromDay)
    this.untilDay = longer(new Int32Array(room), this.untilDay)
    this.publicDay = longer(new Int32Array(room), this.publicDay)
    this.publishedAtMs = longer(new Float64Array(room), this.publishedAtMs)
    this.completeness = longer(new Float32Array(room), this.completeness)
  }
}
