/**
 * A sketch: an entry in eight numbers of 16 bits, each rounded to the side that makes a score no lower, so that most
 * entries are left out by reading a quarter of a line of the processor's cache. Which ones is nothing that a processor
 * foresees, and a branch that it did not foresee costs as much as ten sums: whoever reads sketches decides once for each,
 * by its sum, and puts sums together by whole numbers and masks.
 */
export const SKETCH = {
  from: 0,
  until: 1,
  /** The condition, and what the entry is besides. */
  kind: 2,
  quantity: 3,
  lat: 4,
  lon: 5,
  first: 6,
  second: 7,
} as const
export const SKETCH_SIZE = 8

/** The part of a kind that is the condition. */
export const CONDITION = 7
/** In a kind, the place of a bit: whether the second number is not known. */
export const UNKNOWN_BIT = 3
/** In a kind: sheets must be compared. */
export const HAS_SHEET = 16
/** In a kind, above all else: some number has no room in 16 bits, so that only the entry itself tells. */
export const ODD = 32

/** Added to a sum it is below any other, whatever that is. */
export const NEVER = -(2 ** 30)

/**
 * What sums of sketches, in hundredths of points, fall short of the rounded parts of the same numbers at most: five halves,
 * whole numbers cut off, and last bits.
 */
export const CUT_OFF = 5

/** Degrees of a step of latitude and of longitude. Steps are kept modulo 2¹⁶, as the nearer of two ways round is sought. */
export const LAT_STEP = 180 / 2 ** 20
export const LON_STEP = 360 / 2 ** 20

/** Kilometres by which two places may lie nearer than their steps: half a step of each, both ways, and a little more. */
export const SKETCH_KM = 0.043

/** Sketches accept so much at least: a quotient by a radius stays a number of 32 bits. */
export const LEAST_RADIUS_KM = 2 ** -4

/** Hundredths of points by condition, `NEVER` where it is refused. */
export function pointsByCondition(weight: number, valueOf: (condition: number) => number | null): number[] {
  const points: number[] = []
  for (let condition = 0; condition <= CONDITION; condition++) {
    const value = valueOf(condition)
    // Not a whole number, so that all are kept as fractions are.
    points.push(value === null ? NEVER + 0.5 : 10_000 * weight * value)
  }
  return points
}

/** Steps of a place in degrees. */
export function stepsOf(degrees: number, step: number): number {
  return Math.round(degrees / step) & 0xffff
}

/** From one number of steps to another, the nearer way round. */
export function stepsApart(from: number, to: number): number {
  return ((to - from) << 16) >> 16
}

/** A code is an exponent and ten digits of a binary fraction; 0 stands for nil. */
const DIGITS = 10
const ONE = 1 << DIGITS
const LEAST_EXPONENT = -16
const POWERS = Float64Array.from({ length: 64 }, (_, at) =>
  at === 0 ? 0 : 2 ** (at - 1 + LEAST_EXPONENT - DIGITS),
)
const LEAST_CODE = ONE
const MOST_CODE = 0xffff
const LEAST = 2 ** LEAST_EXPONENT
const MOST = valueOfCode(MOST_CODE)

/** The number that a code stands for. */
export function valueOfCode(code: number): number {
  return (ONE + (code & (ONE - 1))) * POWERS[code >> DIGITS]!
}

/** The greatest code that is not above a number; 0 of one that is not above nil. */
export function codeBelow(value: number): number {
  if (!(value >= LEAST)) return 0
  if (value >= MOST) return MOST_CODE
  const near = Math.floor(Math.log2(value))
  const exponent = 2 ** near > value ? near - 1 : near
  const digits = Math.floor((value / 2 ** exponent) * ONE)
  return Math.min(MOST_CODE, (exponent - LEAST_EXPONENT) * ONE + digits)
}

/** The least code that is above nil and not below a number; NaN when none is. */
export function codeAbove(value: number): number {
  if (!(value <= MOST)) return NaN
  const below = codeBelow(value)
  if (below > 0 && valueOfCode(below) === value) return below
  return Math.max(LEAST_CODE, below + 1)
}

/** The same; of what is too large the greatest code, which then stands for itself and all above. */
export function mostCode(value: number): number {
  const code = codeAbove(value)
  return Number.isNaN(code) ? MOST_CODE : code
}

/** A day that has room in 16 bits; NaN of another. */
export function dayCode(day: number): number {
  return day >= 0 && day <= 0xffff ? day : NaN
}

/** The smaller of two whole numbers below 2³⁰, without a branch. */
export function least(a: number, b: number): number {
  const over = (a - b) | 0
  return (b + (over & (over >> 31))) | 0
}

/** The larger, likewise. */
export function most(a: number, b: number): number {
  const over = (a - b) | 0
  return (a - (over & (over >> 31))) | 0
}
