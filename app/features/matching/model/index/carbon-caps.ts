import { type CarbonTerms, mostCarbonPoints } from './carbon-points'

/** Steps of a mass, eight to its double, from a gram on. */
const STEPS = 320
/** The upper bits of a number of 32 bits: its exponent and three digits. */
const SHIFT = 20
const FIRST = 127 << 3
const NOT_YET = -1

const number = new Float32Array(1)
const bits = new Int32Array(number.buffer)

/** The most points that a carbon part can have by the mass at most carried, worked out once a step of that mass. */
export class CarbonCaps {
  private readonly caps = new Int16Array(STEPS)
  private terms: CarbonTerms | undefined

  /** Begins anew for other pairs. */
  begin(terms: CarbonTerms): void {
    this.terms = terms
    this.caps.fill(NOT_YET)
  }

  /** A bound of the carbon points of pairs that carry so many grams at most. */
  of(massG: number): number {
    number[0] = massG
    const step = Math.min(Math.max((bits[0]! >> SHIFT) - FIRST, 0), STEPS - 1)
    const cap = this.caps[step]!
    return cap === NOT_YET ? this.workOut(step) : cap
  }

  private workOut(step: number): number {
    const above = step + 1
    const edge = step === STEPS - 1 ? Infinity : 2 ** (above >> 3) * (1 + (above & 7) / 8)
    const cap = mostCarbonPoints(this.terms!, edge)
    this.caps[step] = cap
    return cap
  }
}
