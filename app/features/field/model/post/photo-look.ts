/**
 * What a photo looks like, small enough to compare every pair: the signs of its lowest 63 frequencies (a perceptual
 * hash over the discrete cosine transform of a 32 × 32 grey picture) and the mean colour of its four quarters, as if
 * every photo were equally exposed.
 */
export type PhotoLook = {
  /** 64 bits as 16 hexadecimal digits; the first, of the mean, is always 0. */
  hash: string
  /** Red, green and blue of each quarter; the whole photo has a mean of 128. */
  colours: readonly number[]
}

/** The side of the picture that a look is made from, in pixels. */
export const LOOK_SIDE = 32
const KEPT = 8
const BITS = KEPT * KEPT

/** The look of a square picture of `LOOK_SIDE` pixels a side, as a canvas gives it: red, green, blue, alpha. */
export function lookOf(rgba: ArrayLike<number>): PhotoLook {
  const grey = Array.from(
    { length: LOOK_SIDE * LOOK_SIDE },
    (_, at) => 0.299 * at4(rgba, at, 0) + 0.587 * at4(rgba, at, 1) + 0.114 * at4(rgba, at, 2),
  )
  return { hash: hashOf(lowFrequencies(grey)), colours: quarterColours(rgba) }
}

/** In how many of the 64 bits two hashes differ. */
export function hashDistance(a: string, b: string): number {
  let distance = 0
  for (let at = 0; at < BITS / 4; at++) distance += ONES[digit(a, at) ^ digit(b, at)]!
  return distance
}
const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const

/** How far two looks are in colour: the mean over the quarters of the largest gap of a channel. */
export function colourDistance(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let quarter = 0; quarter < 4; quarter++) {
    const gaps = [0, 1, 2].map((channel) => Math.abs(a[3 * quarter + channel]! - b[3 * quarter + channel]!))
    sum += Math.max(...gaps)
  }
  return sum / 4
}

function digit(hash: string, at: number): number {
  return parseInt(hash[at] ?? '0', 16)
}

function at4(rgba: ArrayLike<number>, pixel: number, channel: number): number {
  return rgba[4 * pixel + channel] ?? 0
}

/** The 8 × 8 lowest coefficients of the cosine transform of type II, the mean first. */
function lowFrequencies(grey: readonly number[]): number[] {
  const rows = Array.from({ length: LOOK_SIDE * KEPT }, (_, at) => {
    const [y, u] = [Math.floor(at / KEPT), at % KEPT]
    let sum = 0
    for (let x = 0; x < LOOK_SIDE; x++) sum += grey[y * LOOK_SIDE + x]! * COSINES[u * LOOK_SIDE + x]!
    return sum
  })
  return Array.from({ length: BITS }, (_, at) => {
    const [v, u] = [Math.floor(at / KEPT), at % KEPT]
    let sum = 0
    for (let y = 0; y < LOOK_SIDE; y++) sum += rows[y * KEPT + u]! * COSINES[v * LOOK_SIDE + y]!
    return sum
  })
}
const COSINES = Array.from({ length: KEPT * LOOK_SIDE }, (_, at) => {
  const [u, x] = [Math.floor(at / LOOK_SIDE), at % LOOK_SIDE]
  return Math.cos(((2 * x + 1) * u * Math.PI) / (2 * LOOK_SIDE))
})

/** One bit a frequency: whether it is above the median of all but the mean. */
function hashOf(frequencies: readonly number[]): string {
  const sorted = frequencies.slice(1).sort((a, b) => a - b)
  const median = sorted[(sorted.length - 1) / 2]!
  let hash = ''
  for (let at = 0; at < BITS; at += 4) {
    let nibble = 0
    for (let bit = 0; bit < 4; bit++) {
      const index = at + bit
      nibble = 2 * nibble + (index > 0 && frequencies[index]! > median ? 1 : 0)
    }
    hash += nibble.toString(16)
  }
  return hash
}

/** Means of each quarter and channel, scaled to one exposure: a brighter shot of the same thing looks the same. */
function quarterColours(rgba: ArrayLike<number>): number[] {
  const half = LOOK_SIDE / 2
  const means = [0, 1, 2, 3].flatMap((quarter) => {
    const [left, top] = [(quarter % 2) * half, Math.floor(quarter / 2) * half]
    return [0, 1, 2].map((channel) => {
      let sum = 0
      for (let y = top; y < top + half; y++)
        for (let x = left; x < left + half; x++) sum += at4(rgba, y * LOOK_SIDE + x, channel)
      return sum / (half * half)
    })
  })
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length
  return means.map((value) => Math.round(mean > 0 ? (value * EXPOSURE) / mean : EXPOSURE))
}
const EXPOSURE = 128
