import type { Shot } from '../frame'
import { bathtub, washbasin, wcPan, wcSeat } from '../fields'
import type { Random } from '../random'
import { addBox, addCylinder, addField, along, turned, within, type Frame, type Vec3 } from '../scene'
import { hall, room } from '../stage'
import { rgb, type Surface } from '../surface'
import { glaze } from '../surfaces/glazed'
import { concrete, plaster } from '../surfaces/masonry'
import { brushed } from '../surfaces/metal'
import { PINE, wood } from '../surfaces/wood'

const CHROME = brushed(rgb('#c9cccf'), 0.7, 1)

function ware(random: Random): Surface {
  return glaze(random.pick([rgb('#efeeea'), rgb('#efeeea'), rgb('#e8e2d0'), rgb('#d9e2e0')]), {
    gloss: 0.07,
    dirt: 0.1,
    vary: 0.03,
  })
}

function addBasin(
  frame: Frame,
  at: Vec3,
  surface: Surface,
  options: { pedestal: boolean; tap: boolean },
): void {
  const place = within(frame, at)
  addField(place, [0, 0, 0], { half: [0.3, 0.16, 0.25], distance: washbasin, stride: 0.7 }, surface)
  if (options.pedestal) addCylinder(place, [0, -0.45, -0.05], { radius: 0.085, length: 0.7 }, surface)
  addCylinder(place, [0, -0.042, 0.03], { radius: 0.022, length: 0.006 }, CHROME)
  if (!options.tap) return
  addCylinder(place, [0, 0.14, -0.165], { radius: 0.02, length: 0.11 }, CHROME)
  addCylinder(place, [0, 0.18, -0.1], { radius: 0.012, length: 0.14 }, CHROME, { rotation: along('z') })
  addCylinder(place, [0, 0.21, -0.165], { radius: 0.008, length: 0.09 }, CHROME, { rotation: turned(0, 0.8) })
}

function addWc(frame: Frame, at: Vec3, yaw: number, surface: Surface, tank: boolean): void {
  const place = within(frame, at, turned(yaw))
  addField(place, [0, 0.21, 0], { half: [0.2, 0.22, 0.32], distance: wcPan, stride: 0.7 }, surface)
  const seat = glaze(rgb('#f2f1ee'), { gloss: 0.05 })
  addField(place, [0, 0.412, 0.075], { half: [0.2, 0.014, 0.25], distance: wcSeat, stride: 0.8 }, seat)
  if (!tank) return
  addBox(place, [0, 0.58, -0.27], [0.37, 0.36, 0.17], { ...surface, bevel: 0.025 })
  addBox(place, [0, 0.775, -0.265], [0.39, 0.035, 0.19], { ...surface, bevel: 0.015 })
  addCylinder(place, [0, 0.798, -0.265], { radius: 0.024, length: 0.012 }, CHROME)
}

function tiledRoom(random: Random): { frame: Frame; lighting: Shot['lighting'] } {
  const made = room(
    random,
    concrete(rgb('#8f8a82'), { dirt: 0.3 }),
    concrete(rgb('#c9c5bc'), { dirt: 0.1 }),
    -0.5,
  )
  const tile = glaze(random.pick([rgb('#e9e7e1'), rgb('#bcd0d2'), rgb('#d8cfbd')]), {
    vary: 0.08,
    gloss: 0.05,
  })
  for (let i = -9; i < 10; i++)
    for (let j = 0; j < 11; j++)
      addBox(made.frame, [i * 0.2, 0.1 + j * 0.2, -0.495], [0.196, 0.196, 0.014], tile, {
        seed: random.int(0, 1e6),
      })
  return made
}

function basinOnWall(random: Random): Shot {
  const { frame, lighting } = tiledRoom(random)
  addBasin(frame, [0, 0.85, -0.25], ware(random), { pedestal: true, tap: true })
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.5, 0.5), 1.45, 1.35], target: [0, 0.72, -0.25], view: 31 },
    lighting,
  }
}

function wcInRoom(random: Random): Shot {
  const { frame, lighting } = tiledRoom(random)
  addWc(frame, [0, 0, -0.1], random.range(-0.3, 0.3), ware(random), true)
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.6, 0.6), 1.25, 1.6], target: [0, 0.4, -0.1], view: 29 },
    lighting,
  }
}

function ceramicsOnFloor(random: Random): Shot {
  const { frame, lighting } = hall(random, -1.6)
  const surface = ware(random)
  for (let i = 0; i < 3; i++)
    addWc(
      frame,
      [-0.8 + i * 0.62, 0, -0.25 + random.range(-0.1, 0.1)],
      random.range(-0.5, 0.5),
      surface,
      i === 1,
    )
  for (let i = 0; i < 2; i++)
    addBasin(frame, [-0.1 + i * 0.75, 0.13, 0.5], surface, { pedestal: false, tap: i === 0 })
  return {
    scene: frame.scene,
    camera: { eye: [0.1, 1.35, 2.1], target: [0, 0.25, 0.05], view: 31 },
    lighting,
  }
}

function tub(random: Random): Shot {
  const { frame, lighting } = tiledRoom(random)
  const surface = ware(random)
  addField(frame, [0, 0.28, 0.1], { half: [0.84, 0.28, 0.4], distance: bathtub, stride: 0.7 }, surface)
  for (const x of [-0.5, 0.5]) addBox(frame, [x, 0.03, 0.1], [0.09, 0.08, 0.6], wood({ ...PINE, axis: 2 }))
  addCylinder(frame, [0.3, 0.62, -0.42], { radius: 0.02, length: 0.16 }, CHROME, { rotation: along('x') })
  addCylinder(frame, [0.3, 0.58, -0.36], { radius: 0.015, length: 0.12 }, CHROME)
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.5, 0.5), 1.5, 1.9], target: [0, 0.3, 0], view: 31 },
    lighting,
  }
}

function basinsStored(random: Random): Shot {
  const { frame, lighting } = room(random, concrete(rgb('#8c8983')), plaster(rgb('#d9d4c8'), 0.4), -0.9)
  const surface = ware(random)
  const shelf = wood({ ...PINE, weather: 0.2 })
  for (let level = 0; level < 2; level++) {
    addBox(frame, [0, 0.3 + level * 0.62, -0.45], [2.6, 0.035, 0.6], shelf, { seed: level })
    for (let i = 0; i < 3; i++)
      addBasin(frame, [-0.75 + i * 0.72, 0.45 + level * 0.62, -0.42], surface, {
        pedestal: false,
        tap: level === 0,
      })
  }
  for (const x of [-1.2, 1.2]) addBox(frame, [x, 0.7, -0.45], [0.06, 1.4, 0.5], shelf, { seed: 8 })
  return { scene: frame.scene, camera: { eye: [0.3, 1.6, 1.9], target: [0, 0.75, -0.4], view: 31 }, lighting }
}

export const sanitaryShots = [basinOnWall, wcInRoom, ceramicsOnFloor, tub, basinsStored] as const
