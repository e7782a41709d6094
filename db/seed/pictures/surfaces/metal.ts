import { cell, fbm, hash, smoothstep, valueNoise, worley } from '../noise'
import { blend, dim, edgeDistance, fill, mixRgb, rgb, type Rgb, type Surface } from '../surface'

const RUST = rgb('#7b3f1d')
const DEEP_RUST = rgb('#3d2116')
const PRIMER = rgb('#8b8d8f')

/** Bare or rolled steel with mill scale and rust; `rust` 0 to 1. */
export function steel(tone: Rgb, rust: number, gloss = 0.3): Surface {
  return {
    mean: mixRgb(tone, RUST, rust * 0.7),
    bevel: 0.003,
    roughness: 0.45,
    paint(p, out) {
      fill(out, tone, 0.8 + hash(p.seed, 3, 3) * 0.3)
      dim(out, 0.82 + fbm(p.x, p.y, p.z + p.seed, 24, 4) * 0.36)
      const patch = fbm(p.x, p.y + p.seed, p.z, 6, 5)
      const eaten = smoothstep(0.62 - rust * 0.45, 0.84 - rust * 0.3, patch)
      const depth = fbm(p.x, p.y, p.z + p.seed, 50, 3)
      blend(out, mixRgb(RUST, DEEP_RUST, depth), eaten * 0.95)
      const edge = edgeDistance(p)
      if (edge < 0.003) dim(out, 1.25)
      out.gloss = gloss * (1 - eaten * 0.9)
    },
    relief: (x, y, z, seed) => fbm(x, y, z + seed, 60, 2) * 0.0012 * (0.4 + rust),
  }
}

/** Zinc-coated sheet: flat grey crystals that catch the light differently. */
export function galvanised(tone: Rgb = PRIMER, gloss = 0.5): Surface {
  return {
    mean: tone,
    bevel: 0.003,
    roughness: 0.3,
    paint(p, out) {
      const [u, v] = p.face === 1 ? [p.x, p.z] : p.face === 2 ? [p.x, p.y] : [p.z, p.y]
      worley(u * 70, v * 70, p.seed & 7)
      fill(out, tone, 0.5 + hash(cell.id, 2, 2) * 0.22)
      dim(out, 0.85 + fbm(p.x, p.y, p.z, 5, 4) * 0.3)
      out.gloss = gloss * (0.6 + hash(cell.id, 5, 1) * 0.5)
    },
    relief: (x, y, z) => fbm(x, y, z, 7, 2) * 0.002,
  }
}

/** Brushed stainless steel, aluminium or copper. */
export function brushed(tone: Rgb, gloss = 0.6, axis: 0 | 1 | 2 = 0): Surface {
  return {
    mean: tone,
    bevel: 0.003,
    roughness: 0.22,
    paint(p, out) {
      const l = axis === 0 ? p.x : axis === 1 ? p.y : p.z
      const a = axis === 0 ? p.y : p.x
      const b = axis === 2 ? p.y : p.z
      const streak = valueNoise(l * 6, a * 480, b * 480)
      fill(out, tone, 0.34 + streak * 0.2)
      dim(out, 0.9 + fbm(p.x, p.y, p.z + p.seed, 4, 3) * 0.2)
      out.gloss = gloss * (0.8 + streak * 0.3)
    },
  }
}

/** Paint on metal or wood: even, chipped at the edges, dusty on top. */
export function paint(
  tone: Rgb,
  options: { chips?: number; under?: Rgb; gloss?: number; dirt?: number; bevel?: number } = {},
): Surface {
  const { chips = 0.3, under = DEEP_RUST, gloss = 0.045, dirt = 0.3, bevel = 0.005 } = options
  return {
    mean: tone,
    bevel,
    roughness: 0.3,
    paint(p, out) {
      fill(out, tone, 0.94 + fbm(p.x, p.y, p.z + p.seed, 3, 3) * 0.12)
      const grime = fbm(p.x + p.seed, p.y * 0.6, p.z, 5, 4)
      blend(out, DEEP_RUST, smoothstep(0.5, 0.85, grime) * dirt)
      const flake = fbm(p.x, p.y, p.z + p.seed * 1.9, 26, 4)
      const edge = edgeDistance(p)
      const weak = chips * (edge < 0.02 ? 0.28 : 0.12)
      const gone = smoothstep(0.78 - weak, 0.8 - weak, flake)
      blend(out, under, gone * (chips > 0 ? 0.9 : 0))
      out.gloss = gloss * (1 - gone)
    },
    relief: (x, y, z, seed) => fbm(x, y, z + seed, 30, 2) * 0.0012,
  }
}
