import type { DistanceField } from './scene'

/** One over a direction's part, finite when the ray runs along a face. */
export function inverse(part: number): number {
  return 1 / (Math.abs(part) < 1e-12 ? 1e-12 : part)
}

/** Local-space ray tests: each answers the first distance beyond `tMin`, or Infinity. */

export function hitBox(
  o: Float64Array,
  d: Float64Array,
  hx: number,
  hy: number,
  hz: number,
  tMin: number,
): number {
  const ix = inverse(d[0]!)
  const iy = inverse(d[1]!)
  const iz = inverse(d[2]!)
  const ax = Math.abs(ix) * hx
  const ay = Math.abs(iy) * hy
  const az = Math.abs(iz) * hz
  const nx = -o[0]! * ix
  const ny = -o[1]! * iy
  const nz = -o[2]! * iz
  const near = Math.max(nx - ax, ny - ay, nz - az)
  const far = Math.min(nx + ax, ny + ay, nz + az)
  return near <= far && near > tMin ? near : Infinity
}

/** A cylinder along y, hollow when `inner` is above 0. */
export function hitCylinder(
  o: Float64Array,
  d: Float64Array,
  radius: number,
  half: number,
  inner: number,
  tMin: number,
): number {
  const ox = o[0]!
  const oy = o[1]!
  const oz = o[2]!
  const dx = d[0]!
  const dy = d[1]!
  const dz = d[2]!
  const a = dx * dx + dz * dz
  const b = ox * dx + oz * dz
  const c = ox * ox + oz * oz
  const outer = b * b - a * (c - radius * radius)
  if (outer < 0) return Infinity
  let best = Infinity
  if (a > 1e-12) {
    const t = (-b - Math.sqrt(outer)) / a
    if (t > tMin && Math.abs(oy + t * dy) <= half) best = t
    const hollow = inner > 0 ? b * b - a * (c - inner * inner) : -1
    if (hollow > 0) {
      const far = (-b + Math.sqrt(hollow)) / a
      if (far > tMin && far < best && Math.abs(oy + far * dy) <= half) best = far
    }
  }
  if (Math.abs(dy) > 1e-9) {
    const cap = ((dy > 0 ? -half : half) - oy) / dy
    if (cap > tMin && cap < best) {
      const px = ox + cap * dx
      const pz = oz + cap * dz
      const away = px * px + pz * pz
      if (away <= radius * radius && away >= inner * inner) best = cap
    }
  }
  return best
}

export function hitEllipsoid(
  o: Float64Array,
  d: Float64Array,
  hx: number,
  hy: number,
  hz: number,
  tMin: number,
): number {
  const ox = o[0]! / hx
  const oy = o[1]! / hy
  const oz = o[2]! / hz
  const dx = d[0]! / hx
  const dy = d[1]! / hy
  const dz = d[2]! / hz
  const a = dx * dx + dy * dy + dz * dz
  const b = ox * dx + oy * dy + oz * dz
  const under = b * b - a * (ox * ox + oy * oy + oz * oz - 1)
  if (under < 0) return Infinity
  const t = (-b - Math.sqrt(under)) / a
  return t > tMin ? t : Infinity
}

const STEPS = 70
const TOUCH = 0.0007

/** Sphere tracing of a distance field inside its bounding box. */
export function hitField(
  o: Float64Array,
  d: Float64Array,
  half: readonly [number, number, number],
  field: { distance: DistanceField; stride: number },
  tMin: number,
): number {
  const ix = inverse(d[0]!)
  const iy = inverse(d[1]!)
  const iz = inverse(d[2]!)
  const ax = Math.abs(ix) * half[0]
  const ay = Math.abs(iy) * half[1]
  const az = Math.abs(iz) * half[2]
  const near = Math.max(-o[0]! * ix - ax, -o[1]! * iy - ay, -o[2]! * iz - az)
  const far = Math.min(-o[0]! * ix + ax, -o[1]! * iy + ay, -o[2]! * iz + az)
  if (near > far || far < tMin) return Infinity
  let t = Math.max(near, tMin) + 1e-5
  for (let step = 0; step < STEPS; step++) {
    const distance = field.distance(o[0]! + t * d[0]!, o[1]! + t * d[1]!, o[2]! + t * d[2]!)
    if (distance < TOUCH) return t > tMin ? t : Infinity
    t += Math.max(distance * field.stride, 0.0006)
    if (t > far) return Infinity
  }
  return Infinity
}
