/**
 * Reorders the axes of a dense row-major tensor.
 * `axes[i]` is the source axis that becomes axis `i`: `[1, 0]` transposes a matrix.
 */
export function transpose(
  values: Float32Array,
  shape: readonly number[],
  axes: readonly number[],
): { values: Float32Array; shape: number[] } {
  const strides = new Array<number>(shape.length).fill(1)
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!
  const sizes = axes.map((axis) => shape[axis]!)
  const steps = axes.map((axis) => strides[axis]!)
  const moved = new Float32Array(values.length)
  const index = new Array<number>(axes.length).fill(0)
  let from = 0
  for (let to = 0; to < moved.length; to++) {
    moved[to] = values[from]!
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      index[axis]!++
      from += steps[axis]!
      if (index[axis]! < sizes[axis]!) break
      from -= steps[axis]! * sizes[axis]!
      index[axis] = 0
    }
  }
  return { values: moved, shape: sizes }
}
