import { buildTree, type BoundsTree } from './bounds'
import { hitBox, hitCylinder, hitEllipsoid, hitField, inverse } from './intersect'
import type { Scene, Solid } from './scene'

/** A scene ready for rays, with the record of the last hit. */
export type Tracer = {
  solids: readonly Solid[]
  tree: BoundsTree
  backdrops: readonly number[]
  /** World to local: nine rotation terms then the centre, per solid. */
  places: Float64Array
  hit: { t: number; solid: number }
}

const localOrigin = new Float64Array(3)
const localDirection = new Float64Array(3)
const stack = new Int32Array(256)

export function newTracer(scene: Scene): Tracer {
  const { solids } = scene
  const places = new Float64Array(solids.length * 12)
  solids.forEach((solid, index) => {
    places.set(solid.rotation, index * 12)
    places.set(solid.center, index * 12 + 9)
  })
  const indexes = solids.map((_, index) => index)
  return {
    solids,
    places,
    tree: buildTree(
      solids,
      indexes.filter((index) => !solids[index]!.backdrop),
    ),
    backdrops: indexes.filter((index) => solids[index]!.backdrop),
    hit: { t: Infinity, solid: -1 },
  }
}

/** A ray: origin in 0–2, direction (unit length) in 3–5. */
export type Ray = Float64Array

/** A world point or direction in a solid's own axes; `offset` 0 for directions (no translation). */
export function toLocal(
  tracer: Tracer,
  index: number,
  x: number,
  y: number,
  z: number,
  isPoint: boolean,
  out: Float64Array,
): void {
  const m = tracer.places
  const at = index * 12
  const px = isPoint ? x - m[at + 9]! : x
  const py = isPoint ? y - m[at + 10]! : y
  const pz = isPoint ? z - m[at + 11]! : z
  out[0] = m[at]! * px + m[at + 3]! * py + m[at + 6]! * pz
  out[1] = m[at + 1]! * px + m[at + 4]! * py + m[at + 7]! * pz
  out[2] = m[at + 2]! * px + m[at + 5]! * py + m[at + 8]! * pz
}

function hitSolid(tracer: Tracer, index: number, ray: Ray, tMin: number): number {
  toLocal(tracer, index, ray[0]!, ray[1]!, ray[2]!, true, localOrigin)
  toLocal(tracer, index, ray[3]!, ray[4]!, ray[5]!, false, localDirection)
  const { shape } = tracer.solids[index]!
  switch (shape.kind) {
    case 'box':
      return hitBox(localOrigin, localDirection, shape.half[0], shape.half[1], shape.half[2], tMin)
    case 'cylinder':
      return hitCylinder(localOrigin, localDirection, shape.radius, shape.halfLength, shape.innerRadius, tMin)
    case 'ellipsoid':
      return hitEllipsoid(localOrigin, localDirection, shape.half[0], shape.half[1], shape.half[2], tMin)
    case 'field':
      return hitField(localOrigin, localDirection, shape.half, shape, tMin)
  }
}

/** What a search may skip: `anyHit` stops at the first solid met, `throughGlass` ignores panes. */
export type Search = { anyHit: boolean; throughGlass: boolean }

/** The nearest solid, panes included. */
export const NEAREST: Search = { anyHit: false, throughGlass: false }
/** The nearest solid behind any pane. */
export const NEAREST_OPAQUE: Search = { anyHit: false, throughGlass: true }
/** Whether anything opaque is in the way. */
export const BLOCKED: Search = { anyHit: true, throughGlass: true }

/** Looks for a solid beyond `tMin` and before `tMax`; it is left in `tracer.hit`. */
export function trace(tracer: Tracer, ray: Ray, tMin: number, tMax: number, search: Search): boolean {
  const { tree, hit } = tracer
  hit.t = tMax
  hit.solid = -1
  for (const index of tracer.backdrops) testSolid(tracer, index, ray, tMin)
  if (tree.size > 0 && !(search.anyHit && hit.solid >= 0)) descend(tracer, ray, tMin, search)
  return hit.solid >= 0
}

/** Walks the tree, nearer child first, leaving out boxes that start beyond the best hit so far. */
function descend(tracer: Tracer, ray: Ray, tMin: number, search: Search): void {
  const { tree, hit } = tracer
  const { bounds, right, axis } = tree
  const ix = inverse(ray[3]!)
  const iy = inverse(ray[4]!)
  const iz = inverse(ray[5]!)
  const sx = -ray[0]! * ix
  const sy = -ray[1]! * iy
  const sz = -ray[2]! * iz
  const backward = (ix < 0 ? 1 : 0) | (iy < 0 ? 2 : 0) | (iz < 0 ? 4 : 0)
  let depth = 1
  stack[0] = 0
  while (depth > 0) {
    const node = stack[--depth]!
    const at = node * 6
    const x0 = bounds[at]! * ix + sx
    const x1 = bounds[at + 3]! * ix + sx
    const y0 = bounds[at + 1]! * iy + sy
    const y1 = bounds[at + 4]! * iy + sy
    const z0 = bounds[at + 2]! * iz + sz
    const z1 = bounds[at + 5]! * iz + sz
    const near = Math.max(x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, z0 < z1 ? z0 : z1)
    const far = Math.min(x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0, z0 < z1 ? z1 : z0)
    if (near > far || far < 0 || near > hit.t) continue
    const other = right[node]!
    if (other < 0) {
      testLeaf(tracer, node, ray, tMin, search.throughGlass)
      if (search.anyHit && hit.solid >= 0) return
    } else if (backward & (1 << axis[node]!)) {
      stack[depth++] = node + 1
      stack[depth++] = other
    } else {
      stack[depth++] = other
      stack[depth++] = node + 1
    }
  }
}

function testLeaf(tracer: Tracer, node: number, ray: Ray, tMin: number, throughGlass: boolean): void {
  const { tree, solids } = tracer
  const end = tree.first[node]! + tree.count[node]!
  for (let i = tree.first[node]!; i < end; i++) {
    const index = tree.order[i]!
    if (throughGlass && solids[index]!.surface.glass) continue
    testSolid(tracer, index, ray, tMin)
  }
}

function testSolid(tracer: Tracer, index: number, ray: Ray, tMin: number): void {
  const t = hitSolid(tracer, index, ray, tMin)
  if (t < tracer.hit.t) {
    tracer.hit.t = t
    tracer.hit.solid = index
  }
}
