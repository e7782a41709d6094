type Numbers =
  Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>

/** A copy of numbers with room for at least `length`, twice what it had; itself while it has the room. */
export function grown<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  if (length <= numbers.length) return numbers
  const Same = numbers.constructor as new (length: number) => Kind
  const larger = new Same(Math.max(length, 2 * numbers.length))
  larger.set(numbers)
  return larger
}
