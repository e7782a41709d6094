type Numbers = Float64Array<ArrayBuffer>

/** A copy of numbers with room for at least `length`, twice what it had; itself while it has the room. */
export function grown(numbers: Numbers, length: number): Numbers {
  if (length <= numbers.length) return numbers
  const larger = new Float64Array(Math.max(length, 2 * numbers.length))
  larger.set(numbers)
  return larger
}
