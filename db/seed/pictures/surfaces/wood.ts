import { fbm, hash, smoothstep, valueNoise } from '../noise'
import { blend, dim, edgeDistance, fill, mixRgb, rgb, type Rgb, type Surface } from '../surface'

const GREY = rgb('#8d877c')
const DARK = rgb('#2f221a')

export type WoodLook = {
  light: Rgb
  dark: Rgb
  /** 0 fresh, 1 silver-grey from years outside. */
  weather?: number
  /** Axis of the trunk in the solid: 0, 1 or 2. */
  axis?: 0 | 1 | 2
  gloss?: number
  /** Growth rings per metre. */
  rings?: number
  knots?: number
  /** Difference of tone between boards, 0 to 1. */
  variety?: number
}

/** Sawn wood cut from a noisy trunk, so that faces show grain and ends show rings. */
export function wood(look: WoodLook): Surface {
  const { light, dark, weather = 0, axis = 0, gloss = 0, rings = 130, knots = 0.5, variety = 0.36 } = look
  const mean = mixRgb(mixRgb(light, dark, 0.4), GREY, weather * 0.7)
  return {
    mean,
    bevel: 0.004,
    roughness: 0.7,
    paint(p, out) {
      const l = axis === 0 ? p.x : axis === 1 ? p.y : p.z
      const a = axis === 0 ? p.y : p.x
      const b = axis === 2 ? p.y : p.z
      const s = p.seed * 1.37
      const ca = a + (hash(p.seed, 1, 2) - 0.5) * 0.16
      const cb = b + 0.03 + hash(p.seed, 2, 2) * 0.14
      const sway = (fbm(l * 0.35 + s, a, b, 3.2, 3) - 0.5) * 0.05
      const radius = Math.hypot(ca + sway, cb + sway * 0.6)
      const knot = knotAt(l + s, a, p.seed, knots)
      const ring = radius * rings + knot * 2.2
      const phase = ring - Math.floor(ring)
      const band = smoothstep(0, 0.75, phase) * (1 - smoothstep(0.85, 1, phase))
      fill(out, mixRgb(light, dark, band * 0.75 + knot * 0.2))
      dim(out, 1 - variety / 2 + hash(p.seed, 4, 4) * variety)
      const fibre = fbm(l * 0.06, a, b + s, 190, 3)
      dim(out, 0.74 + fibre * 0.5)
      dim(out, 0.82 + fbm(l + s, a, b, 2.5, 3) * 0.36)
      if (p.face === axis) dim(out, 0.86)
      blend(out, DARK, smoothstep(0.75, 1, knot) * 0.75)
      if (weather > 0) weatherAway(out, weather, l + s, a, b)
      const edge = edgeDistance(p)
      if (edge < 0.004) dim(out, 0.8)
      out.gloss = gloss
    },
    relief: (x, y, z, seed) => {
      const l = axis === 0 ? x : axis === 1 ? y : z
      const a = axis === 0 ? y : x
      const b = axis === 2 ? y : z
      return fbm(l * 0.05, a + seed, b, 170, 2) * (0.0016 + weather * 0.003)
    },
  }
}

function weatherAway(
  out: { r: number; g: number; b: number; gloss: number },
  amount: number,
  l: number,
  a: number,
  b: number,
): void {
  const patch = fbm(l, a, b, 3, 4)
  blend(out, GREY, Math.min(0.85, amount * (0.3 + patch)))
  const crack = valueNoise(l * 3, a * 220, b * 220)
  if (crack > 0.8) dim(out, 1 - (crack - 0.8) * 3 * amount)
  dim(out, 1 - smoothstep(0.5, 0.8, fbm(l, b, a, 6, 4)) * 0.35 * amount)
}

/** 0 away from knots, up to 1 in a knot's heart; about one knot per 0.45 m when `share` is 1. */
function knotAt(l: number, a: number, seed: number, share: number): number {
  const step = Math.floor(l / 0.45)
  if (hash(step, seed, 6) > share) return 0
  const kl = (step + 0.2 + hash(step, seed, 7) * 0.6) * 0.45
  const ka = (hash(step, seed, 8) - 0.5) * 0.1
  const away = Math.hypot((l - kl) * 0.55, a - ka) / (0.009 + hash(step, seed, 9) * 0.008)
  return away > 3.2 ? 0 : Math.exp(-away * away * 0.35)
}

/** Plywood or OSB: strands of wood at many angles. */
export function strandBoard(tone: Rgb): Surface {
  return {
    mean: tone,
    bevel: 0.002,
    roughness: 0.9,
    paint(p, out) {
      const [u, v] = p.face === 1 ? [p.x, p.z] : p.face === 2 ? [p.x, p.y] : [p.z, p.y]
      let shade = 0
      for (let layer = 0; layer < 3; layer++) {
        const turn = layer * 1.1 + 0.4
        const c = Math.cos(turn)
        const s = Math.sin(turn)
        const value = valueNoise((u * c + v * s) * 14, (v * c - u * s) * 55, layer * 5)
        shade = Math.max(shade, value * (0.8 + layer * 0.1))
      }
      fill(out, tone, 0.45 + shade * 0.75)
      dim(out, 0.85 + fbm(u, v, 1, 90, 2) * 0.3)
    },
  }
}

export const OAK = { light: rgb('#c79a63'), dark: rgb('#8a5d33') }
export const PINE = { light: rgb('#e2bd84'), dark: rgb('#bb8645') }
export const DARK_OAK = { light: rgb('#7f5230'), dark: rgb('#4c2c18') }
export const DOUGLAS = { light: rgb('#cf8f5c'), dark: rgb('#92532d') }
export const WALNUT = { light: rgb('#6e4a33'), dark: rgb('#3b251a') }
