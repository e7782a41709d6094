/**
 * How weights are kept in a model file; operators compute in single precision whichever it is. `half`: as the source
 * model has them, so nothing is lost. `bytes`: eight bits and one scale per output channel.
 */
export const WEIGHT_STORAGES = ['single', 'half', 'bytes'] as const
export type WeightStorage = (typeof WEIGHT_STORAGES)[number]

const NEXT_TO_NOTHING = 1e-30

/** Rows of weights as whole numbers from −127 to 127, each row with the scale that its largest weight needs. */
export function toSignedBytes(
  values: Float32Array,
  rows: number,
): { bytes: Int8Array; scales: Float32Array } {
  const width = values.length / rows
  if (!Number.isInteger(width)) throw new Error(`${values.length} weights are not ${rows} equal rows`)
  const bytes = new Int8Array(values.length)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * width, (row + 1) * width)
    const largest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    // A row of zeros, or next to, has no scale of its own that single precision could hold.
    scales[row] = largest > NEXT_TO_NOTHING ? largest / 127 : 1
    own.forEach((value, at) => (bytes[row * width + at] = Math.round(value / scales[row]!)))
  }
  return { bytes, scales }
}
