import type { Random } from './random'
import type { Vec3 } from './scene'
import { rgb, type Rgb } from './surface'

/** Light around a scene: an optional sun, a graded sky, and an optional bright side (a window, a gate). */
export type Lighting = {
  sun: { direction: Vec3; color: Rgb; spread: number } | null
  zenith: Rgb
  horizon: Rgb
  nadir: Rgb
  side: { direction: Vec3; color: Rgb; sharpness: number } | null
  exposure: number
}

export function unit(v: Vec3): Vec3 {
  const length = Math.hypot(v[0], v[1], v[2]) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}

function scale(color: Rgb, factor: number): Rgb {
  return [color[0] * factor, color[1] * factor, color[2] * factor]
}

/** Direct sun and a blue sky. */
export function sunny(random: Random): Lighting {
  const side = random.chance(0.5) ? 1 : -1
  return {
    sun: {
      direction: unit([side * random.range(0.35, 0.9), random.range(0.6, 1), random.range(0.35, 0.8)]),
      color: scale(rgb('#fff0d8'), random.range(1.5, 1.9)),
      spread: 0.02,
    },
    zenith: scale(rgb('#9dbfe8'), 0.75),
    horizon: scale(rgb('#dfe8f0'), 0.7),
    nadir: scale(rgb('#8a8378'), 0.3),
    side: null,
    exposure: random.range(0.8, 0.95),
  }
}

/** A white sky, almost without shadows. */
export function overcast(random: Random): Lighting {
  return {
    sun: {
      direction: unit([random.range(-0.6, 0.6), 1, random.range(0.2, 0.7)]),
      color: scale(rgb('#f4f6fa'), 0.45),
      spread: 0.22,
    },
    zenith: scale(rgb('#e6ecf2'), 1.0),
    horizon: scale(rgb('#dfe3e6'), 0.75),
    nadir: scale(rgb('#77746e'), 0.25),
    side: null,
    exposure: random.range(0.9, 1.05),
  }
}

/** Indoors, lit from one side by a window or a gate. */
export function indoor(random: Random): Lighting {
  const side = random.chance(0.5) ? 1 : -1
  const direction = unit([side * random.range(0.6, 1), random.range(0.35, 0.7), random.range(0.3, 0.9)])
  return {
    sun: { direction, color: scale(rgb('#fff6ea'), random.range(0.45, 0.7)), spread: 0.25 },
    zenith: scale(rgb('#d8d2c4'), 0.5),
    horizon: scale(rgb('#d6d0c6'), 0.45),
    nadir: scale(rgb('#7d746a'), 0.25),
    side: { direction, color: scale(rgb('#f4f6ff'), random.range(1.4, 2)), sharpness: 3 },
    exposure: random.range(1.0, 1.2),
  }
}

/** Light arriving along a direction, into `out`; `clouds` adds a sky's unevenness. */
export function skyLight(light: Lighting, x: number, y: number, z: number, out: Float64Array): void {
  const up = y > 0
  const t = Math.sqrt(Math.abs(y))
  const away = up ? light.zenith : light.nadir
  out[0] = light.horizon[0] + (away[0] - light.horizon[0]) * t
  out[1] = light.horizon[1] + (away[1] - light.horizon[1]) * t
  out[2] = light.horizon[2] + (away[2] - light.horizon[2]) * t
  if (!light.side) return
  const toward = light.side.direction
  const facing = x * toward[0] + y * toward[1] + z * toward[2]
  if (facing <= 0) return
  const lobe = facing ** light.side.sharpness
  out[0] += light.side.color[0] * lobe
  out[1] += light.side.color[1] * lobe
  out[2] += light.side.color[2] * lobe
}
