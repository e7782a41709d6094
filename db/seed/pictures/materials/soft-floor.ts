import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, addCylinder, along, turned, within } from '../scene'
import { hall } from '../stage'
import { rgb, type Rgb } from '../surface'
import { concrete } from '../surfaces/masonry'
import { carpet } from '../surfaces/soft'
import { whiteRoom } from './floor-room'

const YARNS: readonly [Rgb, ...Rgb[]] = [
  rgb('#5b626c'),
  rgb('#7b2f33'),
  rgb('#38506b'),
  rgb('#6b6a60'),
  rgb('#8d8b86'),
]

function carpetFloor(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#8a8782')), -2.4)
  const yarns = [
    carpet(random.pick(YARNS), rgb('#a8acb2')),
    carpet(random.pick(YARNS), rgb('#3a3d42')),
    carpet(rgb('#77797c'), rgb('#a3a5a8')),
  ]
  const floor = within(frame, [0, 0, 0], turned(random.range(-0.5, 0.5)))
  for (let i = -7; i < 7; i++) {
    for (let j = -7; j < 6; j++) {
      const yarn = yarns[(i * 3 + j * 5 + 700) % 4 === 0 ? 1 : (i + j + 100) % 3 === 0 ? 2 : 0]!
      addBox(floor, [i * 0.5, 0.002, j * 0.5], [0.499, 0.012, 0.499], yarn, { seed: i + j + 40 })
    }
  }
  return { scene: frame.scene, camera: { eye: [0.2, 1.4, 1.9], target: [0, 0, -0.2], view: 40 }, lighting }
}

function carpetTiles(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const yarn = carpet(random.pick(YARNS), rgb('#a0a4aa'))
  for (let stack = 0; stack < 3; stack++) {
    const place = within(
      frame,
      [-0.62 + stack * 0.6, 0, random.range(-0.2, 0.1)],
      turned(random.range(-0.2, 0.2)),
    )
    const count = random.int(18, 50)
    for (let i = 0; i < count; i++)
      addBox(
        place,
        [random.range(-0.01, 0.01), 0.005 + i * 0.0085, random.range(-0.01, 0.01)],
        [0.5, 0.0078, 0.5],
        yarn,
        { rotation: turned(random.range(-0.02, 0.02)), seed: i },
      )
  }
  for (let i = 0; i < 4; i++)
    addBox(
      frame,
      [random.range(-0.8, 0.9), 0.006 + i * 0.008, random.range(0.55, 0.75)],
      [0.5, 0.008, 0.5],
      yarn,
      { rotation: turned(random.range(-0.6, 0.6)), seed: i },
    )
  return { scene: frame.scene, camera: { eye: [0.2, 1.3, 1.9], target: [0, 0.15, 0.1], view: 33 }, lighting }
}

function carpetRolls(random: Random): Shot {
  const { frame, lighting } = hall(random, -2.2)
  for (let i = 0; i < 6; i++) {
    const yarn = carpet(YARNS[(i + random.int(0, 1)) % YARNS.length] ?? YARNS[0], rgb('#8d9096'))
    const layer = i < 4 ? 0 : 1
    const place = within(
      frame,
      [-0.75 + (i % 4) * 0.42 + layer * 0.22, 0.2 + layer * 0.35, -0.5],
      turned(0.35),
    )
    for (let ring = 0; ring < 7; ring++) {
      const radius = 0.195 - ring * 0.024
      addCylinder(
        place,
        [0, 0, random.range(-0.012, 0.012)],
        { radius, length: 2.4, innerRadius: radius - 0.019 },
        yarn,
        { rotation: along('z'), seed: i },
      )
    }
  }
  return { scene: frame.scene, camera: { eye: [0.5, 0.95, 2.1], target: [0, 0.3, 0.1], view: 30 }, lighting }
}

/** One roll half open on the floor. */
function openRoll(random: Random): Shot {
  const { frame, lighting } = hall(random, -2.2)
  const yarn = carpet(random.pick(YARNS), rgb('#a39d92'), 60)
  const base = within(frame, [0, 0, 0], turned(random.range(-0.3, 0.3)))
  addBox(base, [0, 0.005, 0.6], [1.9, 0.01, 2.2], yarn, { seed: 2 })
  for (let ring = 0; ring < 5; ring++)
    addCylinder(
      base,
      [0, 0.17, -0.55],
      { radius: 0.17 - ring * 0.028, length: 1.9 + ring * 0.008, innerRadius: 0.15 - ring * 0.028 },
      yarn,
      { rotation: along('x'), seed: 2 },
    )
  return { scene: frame.scene, camera: { eye: [0.5, 1.2, 1.7], target: [0, 0.05, -0.1], view: 38 }, lighting }
}

export const softFloorShots = [carpetFloor, carpetTiles, carpetRolls, openRoll] as const
