const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** Places of the greatest gains first, ties in their order; gains are whole, 0 or more, below 2⁵³. Radix sort. */
export function byFallingGain(gains: Float64Array): Int32Array {
  let sorted = Int32Array.from(gains, (_, place) => place)
  let spare = new Int32Array(gains.length)
  const greatest = gains.reduce((most, gain) => Math.max(most, gain), 0)
  for (let unit = 1; greatest / unit >= 1; unit *= DIGITS) {
    const counts = new Int32Array(DIGITS + 1)
    for (const place of sorted) counts[DIGITS - digit(gains[place]!, unit)]! += 1
    for (let index = 1; index <= DIGITS; index++) counts[index]! += counts[index - 1]!
    for (const place of sorted) {
      const slot = DIGITS - 1 - digit(gains[place]!, unit)
      spare[counts[slot]!++] = place
    }
    const filled = spare
    spare = sorted
    sorted = filled
  }
  return sorted
}

function digit(gain: number, unit: number): number {
  return Math.floor(gain / unit) % DIGITS
}
