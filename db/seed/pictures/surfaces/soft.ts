import { fbm, hash, smoothstep, valueNoise } from '../noise'
import { blend, dim, fill, mixRgb, rgb, type Rgb, type Surface } from '../surface'

const DUST = rgb('#a39b8e')

/** Carpet: loops or cut pile, a tone per object with flecks of a second yarn. */
export function carpet(yarn: Rgb, fleck: Rgb = yarn, lines = 0): Surface {
  return {
    mean: yarn,
    bevel: 0.002,
    roughness: 1,
    paint(p, out) {
      const loop = valueNoise(p.x * 240, p.y * 240, p.z * 240 + p.seed)
      const tuft = valueNoise(p.x * 600, p.y * 600, p.z * 600)
      fill(out, yarn, 0.86 + hash(p.seed, 6, 2) * 0.28)
      const band = lines > 0 ? Math.sin((p.seed % 2 === 0 ? p.x : p.z) * lines) * 0.5 + 0.5 : 0
      blend(out, fleck, smoothstep(0.55, 0.85, loop) * 0.6 + band * 0.35)
      dim(out, 0.5 + tuft * 0.45 + loop * 0.45)
      dim(out, 0.75 + fbm(p.x + p.seed, p.y, p.z, 4, 4) * 0.5)
      blend(out, DUST, smoothstep(0.55, 0.85, fbm(p.x, p.y, p.z, 2, 5)) * 0.2)
    },
    relief: (x, y, z) => valueNoise(x * 240, y * 240, z * 240) * 0.003,
  }
}

/** Mineral or plant wool: matted fibres in drifts. */
export function wool(tone: Rgb, shade: Rgb): Surface {
  return {
    mean: tone,
    bevel: 0.025,
    roughness: 1,
    paint(p, out) {
      const drift = fbm(p.x + p.seed, p.y, p.z, 9, 4)
      const bend = (drift - 0.5) * 0.2
      const strand = fbm(p.x + bend, (p.y + bend) * 2.6, p.z - bend, 60, 4)
      fill(out, mixRgb(shade, tone, smoothstep(0.1, 0.6, strand)))
      dim(out, 0.85 + drift * 0.35)
      const fluff = valueNoise(p.x * 420, p.y * 420, p.z * 420)
      dim(out, 0.82 + fluff * 0.36)
    },
    relief: (x, y, z, seed) => fbm(x + seed, y * 1.8, z, 45, 3) * 0.008,
  }
}

/** Cardboard, kraft paper or the facing of a board. */
export function paper(tone: Rgb, wear = 0.3): Surface {
  return {
    mean: tone,
    bevel: 0.003,
    roughness: 0.9,
    paint(p, out) {
      fill(out, tone, 0.92 + hash(p.seed, 1, 9) * 0.12)
      dim(out, 0.92 + fbm(p.x, p.y, p.z + p.seed, 120, 2) * 0.16)
      dim(out, 0.9 + fbm(p.x + p.seed, p.y, p.z, 3, 4) * 0.2)
      blend(out, DUST, smoothstep(0.52, 0.8, fbm(p.x, p.y + p.seed, p.z, 6, 4)) * wear)
    },
  }
}

/** Chalky board core: plaster or mineral fibre, with pin holes when `holes` is set. */
export function mineralBoard(tone: Rgb, holes = 0): Surface {
  return {
    mean: tone,
    bevel: 0.004,
    roughness: 1,
    paint(p, out) {
      fill(out, tone, 0.95 + hash(p.seed, 4, 1) * 0.1)
      dim(out, 0.93 + fbm(p.x, p.y, p.z, 40, 3) * 0.14)
      if (holes > 0) {
        const [u, v] = p.face === 1 ? [p.x, p.z] : p.face === 2 ? [p.x, p.y] : [p.z, p.y]
        const pin = valueNoise(u * 190 + p.seed, v * 190, 4)
        const worm = valueNoise(u * 60, v * 95 + p.seed, 8)
        dim(out, 1 - smoothstep(0.74, 0.9, pin) * holes - smoothstep(0.8, 0.9, worm) * holes * 0.8)
      }
      blend(out, DUST, smoothstep(0.58, 0.85, fbm(p.x + p.seed, p.y, p.z, 3, 4)) * 0.35)
    },
  }
}
