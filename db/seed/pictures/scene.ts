import type { Surface } from './surface'

export type Vec3 = readonly [number, number, number]
/** Row-major rotation from local to world axes. */
export type Rotation = readonly [number, number, number, number, number, number, number, number, number]

/** Distance in metres from a local point to a solid, negative inside. */
export type DistanceField = (x: number, y: number, z: number) => number

/** Shapes are centred on their own origin; a cylinder's axis is its local y. */
export type Shape =
  | { kind: 'box'; half: Vec3 }
  | { kind: 'cylinder'; radius: number; halfLength: number; innerRadius: number }
  | { kind: 'ellipsoid'; half: Vec3 }
  | { kind: 'field'; half: Vec3; distance: DistanceField; stride: number }

export type Solid = {
  shape: Shape
  center: Vec3
  rotation: Rotation
  surface: Surface
  /** Varies the surface from one object to the next. */
  seed: number
  /** Floors and walls, tested for every ray instead of through the tree. */
  backdrop: boolean
}

export type Scene = { solids: Solid[] }

export const UPRIGHT: Rotation = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export function newScene(): Scene {
  return { solids: [] }
}

/** Rotation by yaw (about y), then pitch (about x), then roll (about z), in radians, applied roll first. */
export function turned(yaw: number, pitch = 0, roll = 0): Rotation {
  const [cy, sy, cp, sp, cr, sr] = [yaw, pitch, roll].flatMap((a) => [Math.cos(a), Math.sin(a)]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return [
    cy * cr + sy * sp * sr,
    -cy * sr + sy * sp * cr,
    sy * cp,
    cp * sr,
    cp * cr,
    -sp,
    -sy * cr + cy * sp * sr,
    sy * sr + cy * sp * cr,
    cy * cp,
  ]
}

/** The rotation whose local y runs along `axis` (unit length), for cylinders and bars. */
export function along(axis: 'x' | 'y' | 'z'): Rotation {
  if (axis === 'x') return [0, 1, 0, -1, 0, 0, 0, 0, 1]
  return axis === 'z' ? [1, 0, 0, 0, 0, -1, 0, 1, 0] : UPRIGHT
}

export function compose(a: Rotation, b: Rotation): Rotation {
  const at = (row: number, column: number) =>
    a[row * 3]! * b[column]! + a[row * 3 + 1]! * b[column + 3]! + a[row * 3 + 2]! * b[column + 6]!
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), at(2, 0), at(2, 1), at(2, 2)]
}

export function rotate(r: Rotation, v: Vec3): Vec3 {
  return [
    r[0] * v[0] + r[1] * v[1] + r[2] * v[2],
    r[3] * v[0] + r[4] * v[1] + r[5] * v[2],
    r[6] * v[0] + r[7] * v[1] + r[8] * v[2],
  ]
}

/** Where solids are added: positions and turns are relative to it, so a group can be placed as one. */
export type Frame = { scene: Scene; origin: Vec3; rotation: Rotation }

export function frameOf(scene: Scene, origin: Vec3 = [0, 0, 0], rotation: Rotation = UPRIGHT): Frame {
  return { scene, origin, rotation }
}

/** The world position of a point of a frame. */
export function pointIn(frame: Frame, local: Vec3): Vec3 {
  return within(frame, local).origin
}

/** A frame inside another one. */
export function within(frame: Frame, origin: Vec3, rotation: Rotation = UPRIGHT): Frame {
  const moved = rotate(frame.rotation, origin)
  return {
    scene: frame.scene,
    origin: [frame.origin[0] + moved[0], frame.origin[1] + moved[1], frame.origin[2] + moved[2]],
    rotation: compose(frame.rotation, rotation),
  }
}

type Placement = { rotation?: Rotation; seed?: number; backdrop?: boolean }

function place(frame: Frame, shape: Shape, at: Vec3, surface: Surface, placement: Placement): void {
  const placed = within(frame, at, placement.rotation)
  frame.scene.solids.push({
    shape,
    center: placed.origin,
    rotation: placed.rotation,
    surface,
    seed: placement.seed ?? frame.scene.solids.length,
    backdrop: placement.backdrop ?? false,
  })
}

/** A box by its full size in metres, centred at `at`. */
export function addBox(
  frame: Frame,
  at: Vec3,
  size: Vec3,
  surface: Surface,
  placement: Placement = {},
): void {
  place(frame, { kind: 'box', half: [size[0] / 2, size[1] / 2, size[2] / 2] }, at, surface, placement)
}

/** A cylinder along local y, or a tube when `innerRadius` is given. */
export function addCylinder(
  frame: Frame,
  at: Vec3,
  size: { radius: number; length: number; innerRadius?: number },
  surface: Surface,
  placement: Placement = {},
): void {
  const { radius, length, innerRadius = 0 } = size
  place(frame, { kind: 'cylinder', radius, halfLength: length / 2, innerRadius }, at, surface, placement)
}

export function addEllipsoid(
  frame: Frame,
  at: Vec3,
  half: Vec3,
  surface: Surface,
  placement: Placement = {},
): void {
  place(frame, { kind: 'ellipsoid', half }, at, surface, placement)
}

/** A solid given by its distance; `half` bounds it and `stride` (at most 1) shortens steps for rough fields. */
export function addField(
  frame: Frame,
  at: Vec3,
  field: { half: Vec3; distance: DistanceField; stride?: number },
  surface: Surface,
  placement: Placement = {},
): void {
  const { half, distance, stride = 0.9 } = field
  place(frame, { kind: 'field', half, distance, stride }, at, surface, placement)
}
