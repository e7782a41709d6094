import { fbm, hash, smoothstep } from '../noise'
import { blend, dim, fill, rgb, type Rgb, type Surface, type SurfacePoint } from '../surface'

const GRIME = rgb('#4d453b')

/** Glazed ceramic, enamel or plastic: even colour, clear reflections, thin grime. */
export function glaze(
  tone: Rgb,
  options: { gloss?: number; vary?: number; dirt?: number; bevel?: number } = {},
): Surface {
  const { gloss = 0.06, vary = 0.06, dirt = 0.12, bevel = 0.003 } = options
  return {
    mean: tone,
    bevel,
    roughness: 0.06,
    paint(p, out) {
      fill(out, tone, 1 - vary / 2 + hash(p.seed, 7, 7) * vary)
      dim(out, 0.96 + fbm(p.x, p.y, p.z + p.seed, 7, 3) * 0.08)
      blend(out, GRIME, smoothstep(0.55, 0.85, fbm(p.x + p.seed, p.y, p.z, 9, 4)) * dirt)
      out.gloss = gloss
    },
    relief: (x, y, z, seed) => fbm(x, y, z + seed, 5, 2) * 0.0008,
  }
}

/** A glazed tile with a drawing: `pattern` answers 0 for the ground, 1 for the figure. */
export function patterned(
  ground: Rgb,
  figure: Rgb,
  pattern: (u: number, v: number, seed: number) => number,
  gloss = 0.03,
): Surface {
  const drawn = (p: SurfacePoint) => (p.face === 1 ? pattern(p.x, p.z, p.seed) : pattern(p.x, p.y, p.seed))
  return {
    mean: ground,
    bevel: 0.003,
    roughness: 0.25,
    paint(p, out) {
      fill(out, ground, 0.94 + hash(p.seed, 2, 1) * 0.1)
      blend(out, figure, drawn(p))
      dim(out, 0.86 + fbm(p.x, p.y, p.z + p.seed, 30, 4) * 0.28)
      blend(out, GRIME, smoothstep(0.52, 0.85, fbm(p.x + p.seed, p.y, p.z, 6, 4)) * 0.22)
      out.gloss = gloss
    },
  }
}

/** Clear window glass: only its reflection shows. */
export function glass(): Surface {
  return {
    mean: [0.1, 0.12, 0.12],
    bevel: 0,
    roughness: 0.01,
    glass: true,
    paint(_p, out) {
      fill(out, [0, 0, 0])
    },
    relief: (x, y, z) => fbm(x, y, z, 2.2, 2) * 0.006,
  }
}

/** A lamp or a lit diffuser. */
export function lamp(color: Rgb, power: number): Surface {
  return {
    mean: color,
    bevel: 0,
    roughness: 1,
    glow: [color[0] * power, color[1] * power, color[2] * power],
    paint(_p, out) {
      fill(out, color, 0.6)
    },
  }
}
