const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** Places of the greatest keys first, ties in their order; keys are whole, 0 or more, below 2⁵³. Radix sort. */
export function byFalling(keys: Float64Array): Int32Array {
  let sorted = new Int32Array(keys.length)
  for (let place = 0; place < keys.length; place++) sorted[place] = place
  let spare = new Int32Array(keys.length)
  const greatest = keys.reduce((most, key) => Math.max(most, key), 0)
  for (let unit = 1; greatest / unit >= 1; unit *= DIGITS) {
    const counts = new Int32Array(DIGITS + 1)
    for (let at = 0; at < sorted.length; at++) counts[DIGITS - digit(keys[sorted[at]!]!, unit)]! += 1
    for (let index = 1; index <= DIGITS; index++) counts[index]! += counts[index - 1]!
    for (let at = 0; at < sorted.length; at++) {
      const place = sorted[at]!
      const slot = DIGITS - 1 - digit(keys[place]!, unit)
      spare[counts[slot]!++] = place
    }
    const filled = spare
    spare = sorted
    sorted = filled
  }
  return sorted
}

function digit(key: number, unit: number): number {
  return Math.floor(key / unit) % DIGITS
}
