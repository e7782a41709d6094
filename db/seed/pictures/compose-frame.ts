import type { Rays } from './camera'
import type { Layers } from './frame'
import { describeHit, sample, shaded } from './shading'
import { NEAREST_OPAQUE, trace, type Tracer } from './tracer'

const CORNERS = [
  [0.2, 0.25],
  [0.8, 0.2],
  [0.25, 0.8],
  [0.78, 0.76],
] as const
/** Brighter values are cut before averaging, so that a highlight does not leave a jagged edge. */
const WHITE = 1.6

const ray = new Float64Array(6)

function litValue(layers: Layers, at: number, k: number, albedo: number): number {
  const light = layers.ambient[at + k]! + layers.direct[at + k]!
  return Math.min(WHITE, albedo * light + layers.extra[at + k]!)
}

/** Puts colour and light together; pixels on an edge are sampled at four places. */
export function composeFrame(layers: Layers, tracer: Tracer, rays: Rays): Float32Array {
  const { width, height } = layers
  const frame = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      for (let k = 0; k < 3; k++) frame[at + k] = litValue(layers, at, k, layers.albedo[at + k]!)
    }
  }
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (isEdge(layers, y * width + x)) softenPixel(layers, tracer, rays, frame, x, y)
    }
  }
  return frame
}

function isEdge(layers: Layers, index: number): boolean {
  return (
    differs(layers, index, index + 1) ||
    differs(layers, index, index + layers.width) ||
    differs(layers, index, index - 1) ||
    differs(layers, index, index - layers.width)
  )
}

function differs(layers: Layers, a: number, b: number): boolean {
  if (layers.solid[a] !== layers.solid[b]) return true
  const { normal } = layers
  const facing =
    normal[a * 3]! * normal[b * 3]! +
    normal[a * 3 + 1]! * normal[b * 3 + 1]! +
    normal[a * 3 + 2]! * normal[b * 3 + 2]!
  return layers.solid[a]! >= 0 && facing < 0.9
}

function softenPixel(
  layers: Layers,
  tracer: Tracer,
  rays: Rays,
  frame: Float32Array,
  x: number,
  y: number,
): void {
  const own = (y * layers.width + x) * 3
  let red = 0
  let green = 0
  let blue = 0
  for (const [dx, dy] of CORNERS) {
    rays.aim(x + dx, y + dy, ray)
    const met = trace(tracer, ray, 0, 1e4, NEAREST_OPAQUE)
    if (met) describeHit(tracer, ray, rays.pixel, false)
    const like = likeliest(layers, x, y, met ? shaded.solid : -1, dx > 0.5 ? 1 : -1, dy > 0.5 ? 1 : -1)
    const at = like * 3
    red += litValue(layers, at, 0, met ? sample.r : 0)
    green += litValue(layers, at, 1, met ? sample.g : 0)
    blue += litValue(layers, at, 2, met ? sample.b : 0)
  }
  frame[own] = red / 4
  frame[own + 1] = green / 4
  frame[own + 2] = blue / 4
}

/** The neighbour whose light suits a corner of a pixel: same solid, nearest normal; else the pixel itself. */
function likeliest(layers: Layers, x: number, y: number, solid: number, sx: number, sy: number): number {
  const own = y * layers.width + x
  const choices = [own, own + sx, own + sy * layers.width, own + sx + sy * layers.width]
  let best = own
  let score = -2
  for (const index of choices) {
    if (layers.solid[index] !== solid) continue
    const at = index * 3
    const facing =
      solid < 0
        ? 1
        : layers.normal[at]! * shaded.gx +
          layers.normal[at + 1]! * shaded.gy +
          layers.normal[at + 2]! * shaded.gz
    if (facing > score + 1e-6) {
      score = facing
      best = index
    }
  }
  return best
}
