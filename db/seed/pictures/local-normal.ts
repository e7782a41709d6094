import type { Shape } from './scene'

/** The unit normal at a point of a shape's surface, in local axes; answers the face (axis) it is nearest to. */
export function localNormal(shape: Shape, p: Float64Array, out: Float64Array): number {
  if (shape.kind === 'box') return boxNormal(shape.half, p, out)
  if (shape.kind === 'cylinder') {
    const away = Math.hypot(p[0]!, p[2]!)
    if (Math.abs(Math.abs(p[1]!) - shape.halfLength) < 1e-5) return setNormal(out, 0, Math.sign(p[1]!), 0)
    const inside = shape.innerRadius > 0 && away < (shape.radius + shape.innerRadius) / 2 ? -1 : 1
    return setNormal(out, (inside * p[0]!) / away, 0, (inside * p[2]!) / away)
  }
  if (shape.kind === 'ellipsoid') {
    const [hx, hy, hz] = shape.half
    return setNormal(out, p[0]! / (hx * hx), p[1]! / (hy * hy), p[2]! / (hz * hz))
  }
  const step = 0.0012
  const d = shape.distance
  const [x, y, z] = [p[0]!, p[1]!, p[2]!]
  return setNormal(
    out,
    d(x + step, y, z) - d(x - step, y, z),
    d(x, y + step, z) - d(x, y - step, z),
    d(x, y, z + step) - d(x, y, z - step),
  )
}

function boxNormal(half: readonly [number, number, number], p: Float64Array, out: Float64Array): number {
  const gx = half[0] - Math.abs(p[0]!)
  const gy = half[1] - Math.abs(p[1]!)
  const gz = half[2] - Math.abs(p[2]!)
  if (gx <= gy && gx <= gz) return setNormal(out, Math.sign(p[0]!) || 1, 0, 0)
  if (gy <= gz) return setNormal(out, 0, Math.sign(p[1]!) || 1, 0)
  return setNormal(out, 0, 0, Math.sign(p[2]!) || 1)
}

function setNormal(out: Float64Array, x: number, y: number, z: number): number {
  const length = Math.sqrt(x * x + y * y + z * z) || 1
  out[0] = x / length
  out[1] = y / length
  out[2] = z / length
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  const az = Math.abs(z)
  if (ax >= ay && ax >= az) return 0
  return ay >= az ? 1 : 2
}

/** Rounds a box's normal near its edges, over `width` metres. */
export function roundEdges(
  half: readonly [number, number, number],
  p: Float64Array,
  width: number,
  normal: Float64Array,
): void {
  for (let k = 0; k < 3; k++) {
    if (Math.abs(normal[k]!) > 0.5) continue
    const gap = half[k]! - Math.abs(p[k]!)
    if (gap < width) normal[k] = Math.sign(p[k]!) * (1 - gap / width) * 0.8
  }
  const length = Math.hypot(normal[0]!, normal[1]!, normal[2]!) || 1
  for (let k = 0; k < 3; k++) normal[k] = normal[k]! / length
}
