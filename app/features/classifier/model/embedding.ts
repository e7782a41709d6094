const FULL = 127

/** A vector as signed bytes whose largest is full: a byte each keeps the direction, which is all that counts. */
export function toBytes(vector: Float32Array): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  return Int8Array.from(vector, (value) => Math.round((value / largest) * FULL))
}

/** The vector of length one in the direction of bytes; null when they have none. */
export function toUnit(bytes: Int8Array): Float32Array | null {
  const length = lengthOf(bytes)
  return length > 0 ? Float32Array.from(bytes, (value) => value / length) : null
}

export function lengthOf(bytes: Int8Array): number {
  return Math.sqrt(bytes.reduce((sum, value) => sum + value * value, 0))
}
