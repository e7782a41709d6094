import { cell, fbm, hash, smoothstep, valueNoise, worley } from '../noise'
import { blend, dim, edgeDistance, fill, mixRgb, rgb, type Rgb, type Surface } from '../surface'

const LIME = rgb('#c9c2b4')
const SOOT = rgb('#3b3733')
const RUST = rgb('#7a4a2a')
const MOSS = rgb('#5d6640')

/** Fired clay: a tone per object, pale lime stains and dark kiln marks. */
export function clay(tones: readonly [Rgb, ...Rgb[]], stain = 0.35): Surface {
  return {
    mean: tones[0],
    bevel: 0.006,
    roughness: 1,
    paint(p, out) {
      const pick = hash(p.seed, 3, 7)
      const tone = tones[Math.floor(pick * tones.length)] ?? tones[0]
      fill(out, tone, 0.78 + hash(p.seed, 11, 5) * 0.44)
      const grain = fbm(p.x, p.y, p.z + p.seed, 45, 4)
      dim(out, 0.6 + grain * 0.8)
      const patch = fbm(p.x + p.seed * 0.37, p.y, p.z, 9, 4)
      blend(out, SOOT, smoothstep(0.56, 0.8, patch) * 0.7)
      const lime = fbm(p.x, p.y + p.seed * 0.71, p.z, 14, 4)
      blend(out, LIME, smoothstep(0.58, 0.75, lime) * stain)
      const edge = edgeDistance(p)
      if (edge < 0.006) blend(out, mixRgb(tone, LIME, 0.4), (1 - edge / 0.006) * 0.4)
    },
    relief: (x, y, z, seed) => fbm(x, y, z + seed * 0.13, 70, 3) * 0.006,
  }
}

/** Cement, mortar or concrete: mottled, pitted, a little stained. */
export function concrete(tone: Rgb, options: { dirt?: number; pits?: number } = {}): Surface {
  const { dirt = 0.35, pits = 0.6 } = options
  return {
    mean: tone,
    bevel: 0.008,
    roughness: 1,
    paint(p, out) {
      fill(out, tone, 0.88 + hash(p.seed, 2, 9) * 0.24)
      const broad = fbm(p.x + p.seed, p.y, p.z, 1.7, 4)
      const fine = fbm(p.x, p.y + p.seed, p.z, 38, 4)
      dim(out, 0.72 + broad * 0.28 + fine * 0.3)
      const hole = valueNoise(p.x * 130, p.y * 130, p.z * 130 + p.seed)
      if (pits > 0 && hole > 0.86) dim(out, 1 - (hole - 0.86) * 4 * pits)
      const stain = fbm(p.x, p.y, p.z + p.seed * 3, 3.1, 5)
      blend(out, SOOT, smoothstep(0.53, 0.78, stain) * dirt)
      blend(out, RUST, smoothstep(0.6, 0.82, fbm(p.y, p.z + p.seed, p.x, 4.3, 4)) * dirt * 0.3)
      const edge = edgeDistance(p)
      if (edge < 0.012) dim(out, 1 + (1 - edge / 0.012) * 0.12)
    },
    relief: (x, y, z, seed) => fbm(x, y, z + seed, 55, 3) * 0.004,
  }
}

/** Quarried stone with a tone per object, veins along the bed and lichen. */
export function stone(
  tones: readonly [Rgb, ...Rgb[]],
  options: { moss?: number; rough?: number } = {},
): Surface {
  const { moss = 0.25, rough = 1 } = options
  return {
    mean: tones[0],
    bevel: 0.016,
    roughness: 1,
    paint(p, out) {
      const tone = tones[Math.floor(hash(p.seed, 5, 1) * tones.length)] ?? tones[0]
      fill(out, tone, 0.75 + hash(p.seed, 8, 3) * 0.5)
      const bed = fbm(p.x * 0.4, p.y * 2.4 + p.seed, p.z * 0.4, 11, 4)
      const grain = fbm(p.x, p.y, p.z + p.seed, 60, 4)
      dim(out, 0.5 + bed * 0.5 + grain * 0.5)
      const patch = fbm(p.x + p.seed, p.y, p.z, 5, 4)
      blend(out, mixRgb(tone, RUST, 0.5), smoothstep(0.52, 0.75, patch) * 0.4)
      blend(out, MOSS, smoothstep(0.56, 0.74, fbm(p.z, p.x, p.y + p.seed, 7, 4)) * moss)
    },
    relief: (x, y, z, seed) =>
      (fbm(x, y, z + seed, 18, 4) * 0.03 + fbm(x, y * 2, z + seed, 80, 2) * 0.003) * rough,
  }
}

/** Painted or raw plaster on a wall. */
export function plaster(tone: Rgb, wear = 0.3): Surface {
  return {
    mean: tone,
    bevel: 0,
    roughness: 1,
    paint(p, out) {
      fill(out, tone, 0.92 + fbm(p.x, p.y, p.z, 0.8, 4) * 0.16)
      dim(out, 0.96 + fbm(p.x, p.y, p.z, 60, 2) * 0.08)
      blend(out, SOOT, smoothstep(0.55, 0.95, fbm(p.x, p.y * 0.5, p.z, 2.2, 5)) * wear * 0.7)
      blend(out, SOOT, smoothstep(0.35, 0, p.height) * wear * 0.35)
      const scuff = fbm(p.x * 0.3, p.y * 2, p.z, 6, 4)
      blend(out, LIME, smoothstep(0.62, 0.72, scuff) * wear * 0.25)
    },
    relief: (x, y, z) => fbm(x, y, z, 26, 3) * 0.003,
  }
}

/** Crushed gravel or hard-packed earth of a yard. */
export function gravel(tone: Rgb, size = 0.02): Surface {
  return {
    mean: tone,
    bevel: 0,
    roughness: 1,
    paint(p, out) {
      worley(p.x / size, p.z / size, 5)
      const grit = hash(cell.id, 1, 1)
      const gap = smoothstep(0.02, 0.25, cell.second - cell.nearest)
      fill(out, tone, (0.6 + grit * 0.7) * (0.6 + gap * 0.4))
      dim(out, 0.65 + fbm(p.x, 0, p.z, 1.2, 5) * 0.7)
      blend(out, SOOT, smoothstep(0.5, 0.8, fbm(p.x, 3, p.z, 0.7, 4)) * 0.45)
    },
    relief(x, _y, z) {
      worley(x / size, z / size, 5)
      return Math.min(cell.second - cell.nearest, 0.4) * size * 0.8
    },
  }
}

/** Asphalt: dark, speckled, patched. */
export function asphalt(tone: Rgb): Surface {
  return {
    mean: tone,
    bevel: 0,
    roughness: 1,
    paint(p, out) {
      fill(out, tone, 0.7 + valueNoise(p.x * 160, 1, p.z * 160) * 0.7)
      dim(out, 0.7 + fbm(p.x, 0, p.z, 0.9, 5) * 0.6)
      blend(out, LIME, smoothstep(0.55, 0.8, fbm(p.x, 9, p.z, 2.4, 5)) * 0.25)
    },
    relief: (x, _y, z) => fbm(x, 0, z, 90, 2) * 0.006,
  }
}
