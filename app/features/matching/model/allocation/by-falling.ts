const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS

/** Places of the greatest keys first, ties in their order; keys are whole, 0 or more, below 2³¹. Radix sort. */
export function byFalling(keys: Float64Array): Int32Array {
  let sorted = new Int32Array(keys.length)
  let values = new Int32Array(keys.length)
  let greatest = 0
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!
    sorted[place] = place
    values[place] = key
    if (key > greatest) greatest = key
  }
  let spare = new Int32Array(keys.length)
  let spareValues = new Int32Array(keys.length)
  for (let shift = 0; shift < 31 && greatest >> shift > 0; shift += DIGIT_BITS) {
    const starts = startsOf(values, shift)
    for (let at = 0; at < sorted.length; at++) {
      const value = values[at]!
      const to = starts[DIGITS - 1 - ((value >> shift) & (DIGITS - 1))]!++
      spare[to] = sorted[at]!
      spareValues[to] = value
    }
    ;[sorted, spare] = [spare, sorted]
    ;[values, spareValues] = [spareValues, values]
  }
  return sorted
}

/** Where the run of each digit begins, the greatest digit first. */
function startsOf(values: Int32Array, shift: number): Int32Array {
  const starts = new Int32Array(DIGITS + 1)
  for (let at = 0; at < values.length; at++) starts[DIGITS - ((values[at]! >> shift) & (DIGITS - 1))]! += 1
  for (let index = 1; index <= DIGITS; index++) starts[index]! += starts[index - 1]!
  return starts
}
