import type { DistanceField } from './scene'

/** Distance to an ellipsoid, close enough for sphere tracing with a shortened stride. */
export function ellipsoid(x: number, y: number, z: number, a: number, b: number, c: number): number {
  const k = Math.hypot(x / a, y / b, z / c)
  return k < 1e-6 ? -Math.min(a, b, c) : ((k - 1) * k) / Math.hypot(x / (a * a), y / (b * b), z / (c * c))
}

/** Distance to a box of half sizes `a`, `b`, `c` with rounded edges of radius `round`. */
export function roundBox(
  x: number,
  y: number,
  z: number,
  a: number,
  b: number,
  c: number,
  round: number,
): number {
  const qx = Math.abs(x) - a + round
  const qy = Math.abs(y) - b + round
  const qz = Math.abs(z) - c + round
  const outside = Math.hypot(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0))
  return outside + Math.min(Math.max(qx, qy, qz), 0) - round
}

/** The union of two distances with a fillet of about `k` metres. */
export function melt(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k
  return Math.min(a, b) - h * h * k * 0.25
}

/** The first solid with the second cut out, the cut's edge rounded by about `k` metres. */
export function carve(a: number, b: number, k: number): number {
  return -melt(-a, b, k)
}

/** A torus round the y axis. */
export function ring(x: number, y: number, z: number, radius: number, thickness: number): number {
  return Math.hypot(Math.hypot(x, z) - radius, y) - thickness
}

/** A line of given ends and radius. */
export function rod(x: number, y: number, z: number, half: number, radius: number): number {
  return Math.hypot(x, Math.max(0, Math.abs(y) - half), z) - radius
}

/** A washbasin 0.56 × 0.2 × 0.45 m, its bowl open upwards. */
export const washbasin: DistanceField = (x, y, z) => {
  const outer = melt(
    roundBox(x, y - 0.05, z, 0.28, 0.045, 0.225, 0.04),
    ellipsoid(x, y + 0.02, z, 0.22, 0.13, 0.18),
    0.08,
  )
  return carve(outer, ellipsoid(x, y - 0.1, z - 0.03, 0.21, 0.15, 0.15), 0.03)
}

/** A bathtub 1.6 × 0.5 × 0.72 m. */
export const bathtub: DistanceField = (x, y, z) => {
  const outer = melt(
    roundBox(x, y - 0.22, z, 0.8, 0.03, 0.36, 0.025),
    roundBox(x, y, z, 0.72, 0.23, 0.3, 0.16),
    0.06,
  )
  return carve(outer, roundBox(x, y - 0.12, z, 0.66, 0.32, 0.26, 0.2), 0.03)
}

/** A WC pan 0.36 × 0.4 × 0.5 m on its foot, the bowl towards +z. */
export const wcPan: DistanceField = (x, y, z) => {
  const bowl = ellipsoid(x, y - 0.1, z - 0.06, 0.185, 0.17, 0.245)
  const cut = Math.max(bowl, y - 0.19)
  const foot = roundBox(x, y + 0.07, z + 0.06, 0.1, 0.14, 0.15, 0.06)
  const back = roundBox(x, y - 0.08, z + 0.19, 0.15, 0.11, 0.07, 0.04)
  const solid = melt(melt(cut, foot, 0.1), back, 0.06)
  const hollow = ellipsoid(x, y - 0.19, z - 0.08, 0.125, 0.15, 0.165)
  return carve(solid, hollow, 0.02)
}

/** The seat of a WC as a flat ring. */
export const wcSeat: DistanceField = (x, y, z) => {
  const stretched = Math.hypot(x / 0.155, z / 0.205)
  return Math.max(Math.abs(stretched - 1) * 0.155 - 0.03, Math.abs(y) - 0.011)
}
