/**
 * Procedural noise in metres. `sampling.footprint` is the size of one pixel on the surface being shaded:
 * octaves finer than it are left out, which keeps distant textures from flickering into dots.
 */
export const sampling = { footprint: 0 }

/** A hash of three integers, uniform in [0, 1). */
export function hash(x: number, y: number, z: number): number {
  let mixed = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(z | 0, 0x1b873593)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
}

/** Value noise in [0, 1), one cell per unit. */
export function valueNoise(x: number, y: number, z: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const iz = Math.floor(z)
  const fx = x - ix
  const fy = y - iy
  const fz = z - iz
  const ux = fx * fx * (3 - 2 * fx)
  const uy = fy * fy * (3 - 2 * fy)
  const uz = fz * fz * (3 - 2 * fz)
  const near = plane(ix, iy, iz, ux, uy)
  return near + (plane(ix, iy, iz + 1, ux, uy) - near) * uz
}

function plane(ix: number, iy: number, iz: number, ux: number, uy: number): number {
  const a = hash(ix, iy, iz)
  const b = hash(ix + 1, iy, iz)
  const c = hash(ix, iy + 1, iz)
  const d = hash(ix + 1, iy + 1, iz)
  const low = a + (b - a) * ux
  return low + (c + (d - c) * ux - low) * uy
}

/** Fractal noise in [0, 1] around 0.5: `octaves` layers from `frequency` cells per metre up. */
export function fbm(x: number, y: number, z: number, frequency: number, octaves: number): number {
  let sum = 0
  let weight = 0.5
  let total = 0
  let scale = frequency
  for (let octave = 0; octave < octaves; octave++) {
    total += weight
    const fade = 1.4 - scale * sampling.footprint * 1.6
    if (fade <= 0) {
      sum += weight * 0.5
    } else {
      const value = valueNoise(x * scale + octave * 17.3, y * scale + octave * 5.7, z * scale - octave * 9.1)
      sum += weight * (fade >= 1 ? value : 0.5 + (value - 0.5) * fade)
    }
    weight *= 0.5
    scale *= 2.03
  }
  return sum / total
}

/** What `worley` found: distances to the nearest two points (cells) and the nearest cell's number. */
export const cell = { nearest: 0, second: 0, id: 0 }

/** Cellular noise in the plane, one point per unit cell; the answer is left in `cell`. */
export function worley(x: number, y: number, seed: number, jitter = 0.9): void {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  let nearest = 9
  let second = 9
  let id = 0
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const cx = ix + dx
      const cy = iy + dy
      const px = cx + 0.5 + (hash(cx, cy, seed) - 0.5) * jitter - x
      const py = cy + 0.5 + (hash(cy, seed, cx) - 0.5) * jitter - y
      const distance = px * px + py * py
      if (distance < nearest) {
        second = nearest
        nearest = distance
        id = Math.imul(cx, 7919) + cy
      } else if (distance < second) {
        second = distance
      }
    }
  }
  cell.nearest = Math.sqrt(nearest)
  cell.second = Math.sqrt(second)
  cell.id = id
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}
