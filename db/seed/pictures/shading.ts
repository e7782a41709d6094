import { skyLight, type Lighting } from './lighting'
import { localNormal, roundEdges } from './local-normal'
import { sampling } from './noise'
import type { SurfacePoint, SurfaceSample } from './surface'
import { NEAREST_OPAQUE, toLocal, trace, type Ray, type Tracer } from './tracer'

/** The surface point under a ray, in one shared record. */
export type Shaded = {
  solid: number
  t: number
  x: number
  y: number
  z: number
  /** Geometric normal (flat), then the normal with rounded edges and relief. */
  gx: number
  gy: number
  gz: number
  nx: number
  ny: number
  nz: number
}

export const shaded: Shaded = {
  solid: -1,
  t: 0,
  x: 0,
  y: 0,
  z: 0,
  gx: 0,
  gy: 0,
  gz: 0,
  nx: 0,
  ny: 0,
  nz: 0,
}
export const sample: SurfaceSample = { r: 0, g: 0, b: 0, gloss: 0 }

const point: SurfacePoint = { x: 0, y: 0, z: 0, face: 0, seed: 0, hx: 0, hy: 0, hz: 0, height: 0 }
const local = new Float64Array(3)
const normal = new Float64Array(3)

/**
 * Describes the tracer's last hit: position, normals and the surface's colour, into `shaded` and `sample`.
 * Without `fine`, normals stay flat, which is quicker.
 */
export function describeHit(tracer: Tracer, ray: Ray, pixel: number, fine = true): void {
  const { t, solid: index } = tracer.hit
  const solid = tracer.solids[index]!
  const { shape, surface } = solid
  shaded.solid = index
  shaded.t = t
  shaded.x = ray[0]! + t * ray[3]!
  shaded.y = ray[1]! + t * ray[4]!
  shaded.z = ray[2]! + t * ray[5]!
  toLocal(tracer, index, shaded.x, shaded.y, shaded.z, true, local)
  point.face = localNormal(shape, local, normal)
  const r = solid.rotation
  shaded.gx = r[0] * normal[0]! + r[1] * normal[1]! + r[2] * normal[2]!
  shaded.gy = r[3] * normal[0]! + r[4] * normal[1]! + r[5] * normal[2]!
  shaded.gz = r[6] * normal[0]! + r[7] * normal[1]! + r[8] * normal[2]!
  const slant = Math.abs(shaded.gx * ray[3]! + shaded.gy * ray[4]! + shaded.gz * ray[5]!)
  sampling.footprint = (pixel * t) / Math.max(0.25, slant)
  if (fine && surface.bevel > 0 && shape.kind === 'box') roundEdges(shape.half, local, surface.bevel, normal)
  if (fine && surface.relief) raise(surface.relief, solid.seed)
  shaded.nx = r[0] * normal[0]! + r[1] * normal[1]! + r[2] * normal[2]!
  shaded.ny = r[3] * normal[0]! + r[4] * normal[1]! + r[5] * normal[2]!
  shaded.nz = r[6] * normal[0]! + r[7] * normal[1]! + r[8] * normal[2]!
  point.x = local[0]!
  point.y = local[1]!
  point.z = local[2]!
  point.seed = solid.seed
  point.hx = shape.kind === 'cylinder' ? shape.radius : shape.half[0]
  point.hy = shape.kind === 'cylinder' ? shape.halfLength : shape.half[1]
  point.hz = shape.kind === 'cylinder' ? shape.radius : shape.half[2]
  point.height = shaded.y
  sample.gloss = 0
  surface.paint(point, sample)
}

/** Tilts `normal` by the slope of the relief along two tangents, measured over about a pixel. */
function raise(relief: (x: number, y: number, z: number, seed: number) => number, seed: number): void {
  const step = Math.max(0.0008, sampling.footprint)
  const x = local[0]!
  const y = local[1]!
  const z = local[2]!
  const nx = normal[0]!
  const ny = normal[1]!
  const nz = normal[2]!
  const sideways = Math.abs(ny) > 0.8
  let ux = sideways ? 0 : nz
  let uy = sideways ? -nz : 0
  let uz = sideways ? ny : -nx
  const size = 1 / Math.sqrt(ux * ux + uy * uy + uz * uz)
  ux *= size
  uy *= size
  uz *= size
  const vx = ny * uz - nz * uy
  const vy = nz * ux - nx * uz
  const vz = nx * uy - ny * ux
  const here = relief(x, y, z, seed)
  const su = (relief(x + ux * step, y + uy * step, z + uz * step, seed) - here) / step
  const sv = (relief(x + vx * step, y + vy * step, z + vz * step, seed) - here) / step
  const tx = nx - su * ux - sv * vx
  const ty = ny - su * uy - sv * vy
  const tz = nz - su * uz - sv * vz
  const length = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz)
  normal[0] = tx * length
  normal[1] = ty * length
  normal[2] = tz * length
}

const bounced = new Float64Array(3)

/** Light coming back along a ray that left a surface: the sky, or a neighbour's mean colour lit roughly. */
export function incoming(tracer: Tracer, light: Lighting, ray: Ray, reach: number, out: Float64Array): void {
  if (!trace(tracer, ray, 0, reach, NEAREST_OPAQUE)) {
    skyLight(light, ray[3]!, ray[4]!, ray[5]!, out)
    return
  }
  const { surface } = tracer.solids[tracer.hit.solid]!
  skyLight(light, 0, 1, 0, bounced)
  const level = 0.42
  for (let k = 0; k < 3; k++) {
    const direct = light.sun ? light.sun.color[k]! * 0.22 : 0
    out[k] = surface.mean[k]! * (bounced[k]! * level + direct) + (surface.glow ? surface.glow[k]! : 0)
  }
}
