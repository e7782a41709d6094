/** The same values at the start of a longer array. */
export function widened<Values extends Int32Array | Float64Array | Uint8Array | Int8Array>(
  values: Values,
  into: Values,
): Values {
  into.set(values)
  return into
}

/** An array that holds `size` values at least: the same, or one at least twice as long, filled up with `fill`. */
export function roomFor<Values extends Int32Array | Float64Array | Uint8Array>(
  values: Values,
  size: number,
  fill = 0,
): Values {
  if (size <= values.length) return values
  const length = Math.max(size, 2 * values.length)
  const longer = new (values.constructor as new (length: number) => Values)(length)
  longer.fill(fill, values.length)
  longer.set(values)
  return longer
}
