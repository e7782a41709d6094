export type Rgb = readonly [number, number, number]

/** The point being shaded, in the solid's own axes (metres); one shared record, refilled for every point. */
export type SurfacePoint = {
  x: number
  y: number
  z: number
  /** Axis of the local normal: 0, 1 or 2. */
  face: number
  seed: number
  /** Half size of the solid along its own axes. */
  hx: number
  hy: number
  hz: number
  /** World height above the ground. */
  height: number
}

/** Linear reflectance written by a surface; `gloss` 0 to 1 is how much of a mirror it is at that point. */
export type SurfaceSample = { r: number; g: number; b: number; gloss: number }

export type Surface = {
  /** Mean linear reflectance, for light bounced onto neighbours. */
  mean: Rgb
  paint: (point: SurfacePoint, out: SurfaceSample) => void
  /** Relief in metres along the normal at a local point. */
  relief?: (x: number, y: number, z: number, seed: number) => number
  /** Width in metres over which box edges look rounded. */
  bevel: number
  /** Spread of reflections: 0 a mirror, 1 a sheen. */
  roughness: number
  /** See-through: rays go on, only the reflection stays. */
  glass?: boolean
  /** Light given off, linear. */
  glow?: Rgb
}

/** A linear colour from sRGB written as `#rrggbb`. */
export function rgb(hex: string): Rgb {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

export function mixRgb(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

/** Sets a sample to a colour times a factor. */
export function fill(out: SurfaceSample, color: Rgb, factor = 1): void {
  out.r = color[0] * factor
  out.g = color[1] * factor
  out.b = color[2] * factor
}

/** Mixes a colour into a sample: 0 leaves it, 1 replaces it. */
export function blend(out: SurfaceSample, color: Rgb, amount: number): void {
  out.r += (color[0] - out.r) * amount
  out.g += (color[1] - out.g) * amount
  out.b += (color[2] - out.b) * amount
}

export function dim(out: SurfaceSample, factor: number): void {
  out.r *= factor
  out.g *= factor
  out.b *= factor
}

/** Distance in metres from a box's face point to the nearest edge of that face. */
export function edgeDistance(p: SurfacePoint): number {
  const dx = p.face === 0 ? 9 : p.hx - Math.abs(p.x)
  const dy = p.face === 1 ? 9 : p.hy - Math.abs(p.y)
  const dz = p.face === 2 ? 9 : p.hz - Math.abs(p.z)
  return Math.min(dx, dy, dz)
}
