import { indoor, overcast, sunny, type Lighting } from './lighting'
import type { Random } from './random'
import {
  addBox,
  addCylinder,
  addEllipsoid,
  frameOf,
  newScene,
  turned,
  within,
  type Frame,
  type Vec3,
} from './scene'
import { rgb, type Surface } from './surface'
import { asphalt, clay, concrete, gravel, plaster } from './surfaces/masonry'
import { galvanised } from './surfaces/metal'
import { PINE, strandBoard, wood } from './surfaces/wood'

/** A place to lay materials: ground at y = 0, a background behind z = `back`, and its light. */
export type Stage = { frame: Frame; lighting: Lighting }

export function addGround(frame: Frame, surface: Surface): void {
  addBox(frame, [0, -0.5, 0], [120, 1, 120], surface, { backdrop: true, seed: 1 })
}

/** A wall whose face is at z = `back`. */
export function addWall(frame: Frame, back: number, surface: Surface, height = 4): void {
  addBox(frame, [0, height / 2, back - 0.15], [40, height, 0.3], surface, { backdrop: true, seed: 2 })
}

/** A yard in the open: hard ground, a hoarding or a hedge far behind. */
export function yard(random: Random, back = -6): Stage {
  const frame = frameOf(newScene())
  const ground = random.pick([
    gravel(rgb('#a39886'), 0.025),
    asphalt(rgb('#5d5c5a')),
    concrete(rgb('#a7a29a'), { dirt: 0.6 }),
    gravel(rgb('#8b7a63'), 0.014),
  ])
  addGround(frame, ground)
  const behind = random.pick(['hoarding', 'blocks', 'hedge', 'brickwork'] as const)
  if (behind === 'hoarding') addHoarding(frame, back, random)
  else if (behind === 'hedge') addHedge(frame, back, random)
  else
    addWall(frame, back, behind === 'blocks' ? concrete(rgb('#9d9a94')) : plaster(rgb('#c8bba4'), 0.6), 3.2)
  return { frame, lighting: random.chance(0.5) ? sunny(random) : overcast(random) }
}

function addHoarding(frame: Frame, back: number, random: Random): void {
  const sheet = random.chance(0.5) ? galvanised(rgb('#b9bdbf'), 0.15) : clay([rgb('#dad7d0')], 0.1)
  for (let i = -8; i <= 8; i++) {
    addBox(frame, [i * 1.1, 1.05, back], [1.09, 2.1, 0.04], sheet)
    for (let rib = 0; rib < 5; rib++)
      addBox(frame, [i * 1.1 - 0.44 + rib * 0.22, 1.05, back + 0.03], [0.05, 2.1, 0.03], sheet)
  }
}

function addHedge(frame: Frame, back: number, random: Random): void {
  const leaf: Surface = {
    ...gravel(rgb('#4c5f30'), 0.05),
    relief: undefined,
  }
  addWall(frame, back - 0.6, leaf, 2.2)
  for (let i = 0; i < 60; i++) {
    const at: Vec3 = [random.range(-9, 9), random.range(0.2, 2.1), back + random.range(-0.5, 0.2)]
    addEllipsoid(frame, at, [random.range(0.3, 0.7), random.range(0.25, 0.5), 0.4], leaf)
  }
}

/** A warehouse or a stripped-out floor: slab, wall behind, light from one side. */
export function hall(random: Random, back = -2.5): Stage {
  const frame = frameOf(newScene())
  addGround(frame, concrete(random.pick([rgb('#8f8c86'), rgb('#a8a39b'), rgb('#7c7a75')]), { dirt: 0.3 }))
  addWall(
    frame,
    back,
    random.pick([plaster(rgb('#e4dfd3'), 0.4), concrete(rgb('#a09d97')), plaster(rgb('#c9d2cf'), 0.5)]),
  )
  return { frame, lighting: indoor(random) }
}

/** A room under works with a given floor and wall. */
export function room(random: Random, floor: Surface, wall: Surface, back = -2): Stage {
  const frame = frameOf(newScene())
  addGround(frame, floor)
  addWall(frame, back, wall)
  return { frame, lighting: indoor(random) }
}

/** Plywood on the ground, the usual place to photograph small things. */
export function bench(random: Random): Stage {
  const frame = frameOf(newScene())
  addGround(frame, strandBoard(rgb('#c9a36a')))
  addWall(frame, -1.4, random.pick([plaster(rgb('#dcd6ca'), 0.5), concrete(rgb('#9c9993'))]))
  return { frame, lighting: random.chance(0.6) ? indoor(random) : overcast(random) }
}

/** A pallet of 1.2 × 0.8 m whose deck is at 0.144 m (EUR pallet, EN 13698-1). */
export function addPallet(frame: Frame, at: Vec3 = [0, 0, 0], yaw = 0, seed = 0): number {
  const deal = wood({ ...PINE, weather: 0.45, axis: 0 })
  const base = within(frame, at, turned(yaw))
  const put = (x: number, y: number, z: number, size: Vec3, part: number) =>
    addBox(base, [x, y, z], size, deal, { seed: seed * 31 + part })
  for (let i = 0; i < 3; i++) {
    put(0, 0.011, (i - 1) * 0.35, [1.2, 0.022, 0.1], i)
    for (let j = 0; j < 3; j++) put((j - 1) * 0.53, 0.061, (i - 1) * 0.35, [0.14, 0.078, 0.1], 3 + i * 3 + j)
  }
  for (let j = 0; j < 3; j++) put((j - 1) * 0.53, 0.111, 0, [0.14, 0.022, 0.8], 14 + j)
  for (let i = 0; i < 5; i++) put(0, 0.133, (i - 2) * 0.17, [1.2, 0.022, i % 2 === 0 ? 0.14 : 0.1], 20 + i)
  return 0.144
}

/** Two bearers that keep a stack off the ground; answers their height. */
export function addBearers(frame: Frame, spread: number, depth: number, seed = 0): number {
  const deal = wood({ ...PINE, weather: 0.6, axis: 2 })
  for (const side of [-1, 1])
    addBox(frame, [side * spread, 0.04, 0], [0.08, 0.08, depth], deal, { seed: seed + side + 60 })
  return 0.08
}

/** A few crumbs of rubble around the subject. */
export function scatter(frame: Frame, random: Random, surface: Surface, count: number, spread = 1.5): void {
  for (let i = 0; i < count; i++) {
    const size = random.range(0.01, 0.04)
    const at: Vec3 = [random.range(-spread, spread), size * 0.35, random.range(-0.3, spread)]
    const rotation = turned(random.range(0, 6), random.range(-0.5, 0.5), random.range(-0.5, 0.5))
    addBox(frame, at, [size * 1.5, size, size], surface, { rotation })
  }
}

/** A length of strap or bar lying along x. */
export function addRod(
  frame: Frame,
  at: Vec3,
  radius: number,
  length: number,
  surface: Surface,
  yaw = 0,
): void {
  const turn = turned(yaw, 0, Math.PI / 2)
  addCylinder(frame, at, { radius, length }, surface, { rotation: turn })
}
