import type { Shot } from '../frame'
import { fbm } from '../noise'
import type { Random } from '../random'
import { addBox, addField, turned, within, type Frame, type Vec3 } from '../scene'
import { hall, room, addPallet } from '../stage'
import { rgb, type Surface } from '../surface'
import { concrete, plaster } from '../surfaces/masonry'
import { paper, wool } from '../surfaces/soft'
import { PINE, wood } from '../surfaces/wood'

function woolLook(random: Random): Surface {
  return random.pick([
    wool(rgb('#e2c65c'), rgb('#a67f2a')),
    wool(rgb('#e3a3a6'), rgb('#a85f66')),
    wool(rgb('#b7a36b'), rgb('#6f5d35')),
    wool(rgb('#dccb8e'), rgb('#a08a4c')),
  ])
}

/** A soft batt: a box whose faces sag and fluff. */
function addBatt(
  frame: Frame,
  at: Vec3,
  size: Vec3,
  surface: Surface,
  seed: number,
  rotation = turned(0),
): void {
  const [hx, hy, hz] = [size[0] / 2, size[1] / 2, size[2] / 2]
  const distance = (x: number, y: number, z: number) => {
    const qx = Math.abs(x) - hx + 0.03
    const qy = Math.abs(y) - hy + 0.03
    const qz = Math.abs(z) - hz + 0.03
    const out = Math.hypot(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0))
    const base = out + Math.min(Math.max(qx, qy, qz), 0) - 0.03
    return base > 0.05 ? base - 0.02 : base + fbm(x + seed, y, z, 9, 2) * 0.04 - 0.015
  }
  addField(frame, at, { half: [hx + 0.02, hy + 0.02, hz + 0.02], distance, stride: 0.75 }, surface, {
    seed,
    rotation,
  })
}

function battsInStuds(random: Random): Shot {
  const { frame, lighting } = room(random, concrete(rgb('#8d8983')), plaster(rgb('#bdb6a8')), -0.3)
  const surface = woolLook(random)
  const stud = wood({ ...PINE, axis: 1, weather: 0.1 })
  for (let i = -3; i <= 3; i++) {
    addBox(frame, [i * 0.55, 1.25, -0.1], [0.05, 2.5, 0.14], stud, { seed: i + 9 })
    if (i === 3) continue
    for (const y of [0.62, 1.86])
      addBatt(
        frame,
        [i * 0.55 + 0.275, y, -0.1 + random.range(-0.01, 0.03)],
        [0.53, 1.24, 0.15],
        surface,
        random.int(0, 900),
      )
  }
  addBox(frame, [0, 0.03, -0.1], [4, 0.05, 0.14], stud)
  addBox(frame, [0, 2.5, -0.1], [4, 0.05, 0.14], stud)
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.8, 0.8), 1.35, 2.5], target: [0, 1.2, -0.1], view: 33 },
    lighting,
  }
}

function battStack(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const surface = woolLook(random)
  const base = within(frame, [0, 0, 0], turned(random.range(0.3, 0.7)))
  const deck = addPallet(base)
  for (let layer = 0; layer < 7; layer++)
    addBatt(
      base,
      [random.range(-0.03, 0.03), deck + 0.055 + layer * 0.105, random.range(-0.03, 0.03)],
      [1.2, 0.12, 0.62],
      surface,
      random.int(0, 900),
    )
  addBatt(frame, [-0.9, 0.32, 0.5], [0.62, 0.62, 0.12], surface, 44, turned(0.4, -0.25))
  return { scene: frame.scene, camera: { eye: [0.1, 1.25, 2], target: [-0.1, 0.42, 0], view: 33 }, lighting }
}

/** A roll: a spiral of wool, its start lying open. */
function addRoll(
  frame: Frame,
  at: Vec3,
  radius: number,
  length: number,
  surface: Surface,
  yaw: number,
): void {
  const distance = (x: number, y: number, z: number) => {
    const away = Math.hypot(y, z)
    const angle = Math.atan2(y, z) / (Math.PI * 2)
    const coil = away / 0.075 - angle
    const groove = Math.abs(coil - Math.floor(coil) - 0.5)
    const side = Math.abs(x) - length / 2 + Math.max(0, groove - 0.36) * 0.25
    return Math.max(away - radius, side) + (fbm(x, y + radius, z, 10, 2) - 0.5) * 0.03
  }
  addField(
    frame,
    at,
    { half: [length / 2 + 0.02, radius + 0.02, radius + 0.02], distance, stride: 0.7 },
    surface,
    { rotation: turned(yaw), seed: Math.round(at[0] * 50 + 90) },
  )
}

function rolls(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const surface = woolLook(random)
  for (let i = 0; i < 4; i++)
    addRoll(
      frame,
      [
        -0.75 + (i % 3) * 0.72 + (i > 2 ? 0.4 : 0),
        i > 2 ? 0.82 : 0.29,
        i > 2 ? -0.3 : random.range(-0.4, -0.2),
      ],
      0.29,
      1.1,
      surface,
      Math.PI / 2 + random.range(-0.25, 0.25) + 0.4,
    )
  addBatt(frame, [0.25, 0.05, 0.75], [1.5, 0.1, 0.6], surface, 12)
  return { scene: frame.scene, camera: { eye: [0.1, 1.15, 2.4], target: [0, 0.32, 0], view: 32 }, lighting }
}

/** Wool laid between the joists of a loft. */
function loft(random: Random): Shot {
  const { frame, lighting } = room(random, concrete(rgb('#7b6a52')), plaster(rgb('#a58c68'), 0.5), -2.6)
  const surface = woolLook(random)
  const joist = wood({ ...PINE, axis: 2, weather: 0.3 })
  for (let i = -3; i <= 3; i++) {
    addBox(frame, [i * 0.5, 0.1, -0.4], [0.06, 0.2, 4.4], joist, { seed: i + 30 })
    if (i < 3)
      for (let j = 0; j < 3; j++)
        addBatt(
          frame,
          [i * 0.5 + 0.25, 0.1 + random.range(-0.02, 0.03), 1 - j * 1.3],
          [0.45, 0.18, 1.32],
          surface,
          random.int(0, 900),
        )
  }
  return { scene: frame.scene, camera: { eye: [0.2, 1.5, 2.1], target: [0, 0.05, -0.1], view: 36 }, lighting }
}

/** Wood-fibre or foam boards, stacked and faced. */
function rigidBoards(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const surface = random.pick([wool(rgb('#9c7a4e'), rgb('#6f5330')), wool(rgb('#8f8b4e'), rgb('#5f5c2d'))])
  const face = paper(rgb('#6f7376'), 0.2)
  const base = within(frame, [0, 0, 0], turned(random.range(0.3, 0.6)))
  for (let layer = 0; layer < 8; layer++) {
    const [dx, dz] = [random.range(-0.02, 0.02), random.range(-0.02, 0.02)]
    addBox(
      base,
      [dx, 0.05 + layer * 0.083, dz],
      [1.2, 0.08, 0.6],
      { ...surface, bevel: 0.006 },
      { seed: layer },
    )
    addBox(base, [dx, 0.0915 + layer * 0.083, dz], [1.202, 0.003, 0.602], face, { seed: layer })
  }
  addBatt(frame, [0.85, 0.06, 0.6], [0.6, 0.12, 0.5], surface, 5, turned(0.5))
  return { scene: frame.scene, camera: { eye: [0.1, 1.2, 1.9], target: [0, 0.3, 0], view: 32 }, lighting }
}

export const insulationShots = [battsInStuds, battStack, rolls, loft, rigidBoards] as const
