/** IEEE 754-2008 binary16 («half»), the width in which weights are stored on disk. */

const scratch = new DataView(new ArrayBuffer(4))

/** The number that 16 bits of half precision stand for. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >>> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity
  return sign * (1024 + fraction) * 2 ** (exponent - 25)
}

/** The nearest half to a number, ties to even; magnitudes from 65,520 up become infinite. */
export function numberToHalf(value: number): number {
  scratch.setFloat32(0, value)
  const single = scratch.getUint32(0)
  const sign = (single >>> 16) & 0x8000
  if (Number.isNaN(value)) return sign | 0x7e00
  const magnitude = Math.abs(value)
  if (magnitude >= 65_520) return sign | 0x7c00
  // Under 2^-14 halves are evenly spaced by 2^-24; above, ten bits of fraction follow the leading one.
  const exponent = magnitude < 2 ** -14 ? -14 : Math.floor(Math.log2(magnitude))
  const steps = roundHalfToEven(magnitude / 2 ** (exponent - 10))
  return sign | (magnitude < 2 ** -14 ? steps : ((exponent + 14) << 10) + steps)
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}

/** Halves of an array, packed for storage. */
export function toHalves(values: ArrayLike<number>): Uint16Array {
  return Uint16Array.from(values, numberToHalf)
}
