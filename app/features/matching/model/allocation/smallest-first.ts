/**
 * Brings the `most` smallest of the keys from `low` to `high` (included) to the front, in rising order, and moves pairs of
 * numbers along with them: the pair of key 0 begins at `from`.
 */
export function bringSmallestFirst(
  keys: Float64Array,
  [low, high]: readonly [low: number, high: number],
  most: number,
  pairs: Int32Array,
  from: number,
): void {
  for (let first = low; first < high && first < most;) {
    const pivot = keys[(first + high) >> 1]!
    let left = first
    let right = high
    while (left <= right) {
      while (keys[left]! < pivot) left++
      while (keys[right]! > pivot) right--
      if (left > right) break
      swap(keys, left, right)
      swap(pairs, from + 2 * left, from + 2 * right)
      swap(pairs, from + 2 * left + 1, from + 2 * right + 1)
      left++
      right--
    }
    bringSmallestFirst(keys, [first, right], most, pairs, from)
    first = left
  }
}

function swap(values: Float64Array | Int32Array, one: number, other: number): void {
  const value = values[one]!
  values[one] = values[other]!
  values[other] = value
}
