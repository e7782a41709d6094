import { raysOf, type Rays } from './camera'
import { newLayers, type Layers, type Shot } from './frame'
import { skyLight, type Lighting } from './lighting'
import { fbm, sampling } from './noise'
import { describeHit, incoming, sample, shaded } from './shading'
import { BLOCKED, NEAREST, NEAREST_OPAQUE, newTracer, trace, type Tracer } from './tracer'

/** Rays sent from each point to gather light from the sky and neighbours. */
const AMBIENT_RAYS = 1
/** How far a neighbour still darkens or tints a point, in metres. */
const REACH = 3
/** Lifts secondary rays off the surface, in metres. */
const LIFT = 0.0015

/** Share of light a pane reflects straight on, dusty and double as it is, and the share it lets through. */
const PANE_MIRROR = 0.16
const PANE_PASS = 0.72

const ray = new Float64Array(6)
const second = new Float64Array(6)
const light3 = new Float64Array(3)

let noiseState = 1
let paneShade = 1

function uniform(): number {
  noiseState ^= noiseState << 13
  noiseState ^= noiseState >>> 17
  noiseState ^= noiseState << 5
  return (noiseState >>> 0) / 4294967296
}

/** One ray per pixel, with light gathered at each point it meets. */
export function traceLayers(
  shot: Shot,
  width: number,
  height: number,
): { layers: Layers; tracer: Tracer; rays: Rays } {
  const tracer = newTracer(shot.scene)
  const rays = raysOf(shot.camera, width, height)
  const layers = newLayers(width, height)
  noiseState = 0x2545f491
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rays.aim(x + 0.5, y + 0.5, ray)
      shadePixel(tracer, shot.lighting, rays.pixel, layers, y * width + x)
    }
  }
  return { layers, tracer, rays }
}

/** The first opaque point along `ray`; reflections of the panes on the way are added to `extra`. */
function firstOpaque(tracer: Tracer, light: Lighting, extra: Float32Array, at: number): boolean {
  let from = 0
  paneShade = 1
  for (let pane = 0; pane < 4; pane++) {
    if (!trace(tracer, ray, from, 1e4, NEAREST)) return false
    if (!tracer.solids[tracer.hit.solid]!.surface.glass) return true
    const t = tracer.hit.t
    describeHit(tracer, ray, 0)
    addReflection(tracer, light, PANE_MIRROR, extra, at)
    paneShade *= PANE_PASS
    from = t + 0.001
  }
  return trace(tracer, ray, from, 1e4, NEAREST_OPAQUE)
}

function shadePixel(tracer: Tracer, light: Lighting, pixel: number, layers: Layers, index: number): void {
  const at = index * 3
  if (!firstOpaque(tracer, light, layers.extra, at)) {
    paintSky(light, layers.extra, at)
    layers.depth[index] = 1e4
    return
  }
  describeHit(tracer, ray, pixel)
  layers.solid[index] = shaded.solid
  layers.depth[index] = shaded.t
  layers.normal[at] = shaded.gx
  layers.normal[at + 1] = shaded.gy
  layers.normal[at + 2] = shaded.gz
  const surface = tracer.solids[shaded.solid]!.surface
  const lift = reliefLight(light) * paneShade
  layers.albedo[at] = sample.r * lift
  layers.albedo[at + 1] = sample.g * lift
  layers.albedo[at + 2] = sample.b * lift
  if (surface.glow)
    for (let k = 0; k < 3; k++) layers.extra[at + k] = layers.extra[at + k]! + surface.glow[k]!
  if (sample.gloss > 0.005) addReflection(tracer, light, sample.gloss, layers.extra, at)
  addSun(tracer, light, layers.direct, at)
  for (let i = 0; i < AMBIENT_RAYS; i++) gather(tracer, light, layers.ambient, at)
}

/** How much relief brightens or darkens the light from all around, against a flat surface. */
function reliefLight(light: Lighting): number {
  const toward = light.side?.direction ?? light.sun?.direction ?? [0, 1, 0]
  const dx = shaded.nx - shaded.gx
  const dy = shaded.ny - shaded.gy
  const dz = shaded.nz - shaded.gz
  const turn = dx * toward[0] + (dy + Math.abs(dy) * 0.1) * toward[1] + dz * toward[2]
  return Math.min(1.7, Math.max(0.35, 1 + turn * 0.7))
}

function paintSky(light: Lighting, extra: Float32Array, at: number): void {
  const [x, y, z] = [ray[3]!, ray[4]!, ray[5]!]
  skyLight(light, x, y, z, light3)
  sampling.footprint = 0
  const cloud = Math.max(0, fbm(x / (0.3 + y), 7, z / (0.3 + y), 1.3, 4) - 0.45) * 0.9
  for (let k = 0; k < 3; k++) extra[at + k] = extra[at + k]! + light3[k]! * 0.9 + cloud * 0.8
}

function start(towards: Float64Array): void {
  towards[0] = shaded.x + shaded.gx * LIFT
  towards[1] = shaded.y + shaded.gy * LIFT
  towards[2] = shaded.z + shaded.gz * LIFT
}

function addSun(tracer: Tracer, light: Lighting, direct: Float32Array, at: number): void {
  if (!light.sun) return
  const { direction, color, spread } = light.sun
  const facing = shaded.nx * direction[0] + shaded.ny * direction[1] + shaded.nz * direction[2]
  const flat = shaded.gx * direction[0] + shaded.gy * direction[1] + shaded.gz * direction[2]
  if (facing <= 0 || flat <= 0.01) return
  start(second)
  const dx = direction[0] + (uniform() - 0.5) * 2 * spread
  const dy = direction[1] + (uniform() - 0.5) * 2 * spread
  const dz = direction[2] + (uniform() - 0.5) * 2 * spread
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
  second[3] = dx / length
  second[4] = dy / length
  second[5] = dz / length
  if (trace(tracer, second, 0, 40, BLOCKED)) return
  for (let k = 0; k < 3; k++) direct[at + k] = direct[at + k]! + color[k]! * facing
}

/** One cosine-weighted ray around the normal. */
function gather(tracer: Tracer, light: Lighting, ambient: Float32Array, at: number): void {
  const turn = uniform() * Math.PI * 2
  const lift = uniform() * 2 - 1
  const ring = Math.sqrt(1 - lift * lift)
  const dx = shaded.gx + ring * Math.cos(turn)
  const dy = shaded.gy + lift
  const dz = shaded.gz + ring * Math.sin(turn)
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz) || 1
  start(second)
  second[3] = dx / length
  second[4] = dy / length
  second[5] = dz / length
  incoming(tracer, light, second, REACH, light3)
  for (let k = 0; k < 3; k++) ambient[at + k] = ambient[at + k]! + light3[k]! / AMBIENT_RAYS
}

/** A mirror ray, weighted by Schlick's approximation of Fresnel reflection. */
function addReflection(
  tracer: Tracer,
  light: Lighting,
  gloss: number,
  extra: Float32Array,
  at: number,
): void {
  const rough = tracer.solids[shaded.solid]!.surface.roughness
  const nx = shaded.nx + (uniform() - 0.5) * rough * 0.5
  const ny = shaded.ny + (uniform() - 0.5) * rough * 0.5
  const nz = shaded.nz + (uniform() - 0.5) * rough * 0.5
  const facing = ray[3]! * nx + ray[4]! * ny + ray[5]! * nz
  const weight = gloss + (1 - gloss) * (1 - Math.min(1, Math.abs(facing))) ** 5 * (1 - rough * 0.8)
  start(second)
  second[3] = ray[3]! - 2 * facing * nx
  second[4] = ray[4]! - 2 * facing * ny
  second[5] = ray[5]! - 2 * facing * nz
  const length = Math.hypot(second[3], second[4], second[5]) || 1
  for (let k = 3; k < 6; k++) second[k] = second[k]! / length
  incoming(tracer, light, second, 30, light3)
  for (let k = 0; k < 3; k++) extra[at + k] = extra[at + k]! + Math.min(2.5, light3[k]!) * weight
}
