import type { Shot } from '../frame'
import { rod, roundBox, melt } from '../fields'
import type { Random } from '../random'
import {
  addBox,
  addCylinder,
  addEllipsoid,
  addField,
  along,
  pointIn,
  turned,
  within,
  type Frame,
  type Vec3,
} from '../scene'
import { addBearers, hall, room } from '../stage'
import { rgb, type Surface } from '../surface'
import { glaze } from '../surfaces/glazed'
import { concrete, plaster } from '../surfaces/masonry'
import { brushed, galvanised, paint, steel } from '../surfaces/metal'
import { OAK, wood } from '../surfaces/wood'

/** One section of a cast-iron radiator: two columns joined by hubs, 0.6 m high. */
function castSection(x: number, y: number, z: number): number {
  const front = rod(x, y, z - 0.05, 0.25, 0.023)
  const back = rod(x, y, z + 0.05, 0.25, 0.023)
  const columns = Math.min(front, back)
  const hubs = roundBox(x, Math.abs(y) - 0.27, z, 0.028, 0.03, 0.075, 0.026)
  return melt(columns, hubs, 0.03)
}

function addCastRadiator(frame: Frame, sections: number, surface: Surface): void {
  for (let i = 0; i < sections; i++) {
    const x = (i - (sections - 1) / 2) * 0.06
    addField(
      frame,
      [x, 0.38, 0],
      { half: [0.031, 0.31, 0.085], distance: castSection, stride: 0.85 },
      surface,
      { seed: i },
    )
  }
  for (const side of [-1, 1]) {
    const x = (side * (sections - 2) * 0.06) / 2
    for (const z of [-0.05, 0.05]) addCylinder(frame, [x, 0.05, z], { radius: 0.02, length: 0.1 }, surface)
  }
  const brass = brushed(rgb('#a98748'), 0.4)
  addCylinder(frame, [(sections * 0.06) / 2 + 0.03, 0.12, 0], { radius: 0.018, length: 0.09 }, brass, {
    rotation: along('x'),
  })
  addCylinder(
    frame,
    [(sections * 0.06) / 2 + 0.07, 0.07, 0],
    { radius: 0.012, length: 0.14 },
    brushed(rgb('#b0703f'), 0.4, 1),
  )
}

function castLook(random: Random): Surface {
  return random.pick([
    paint(rgb('#e4e0d4'), { chips: 0.55, under: rgb('#5a4a3d'), gloss: 0.04 }),
    paint(rgb('#8b8d8c'), { chips: 0.3, under: rgb('#3e3a37') }),
    paint(rgb('#c9c2af'), { chips: 0.5, under: rgb('#6d4b36') }),
  ])
}

function castAgainstWall(random: Random): Shot {
  const { frame, lighting } = room(
    random,
    wood({ ...OAK, axis: 0 }),
    plaster(random.pick([rgb('#d8d2c5'), rgb('#8fa3a0'), rgb('#cdbfa2')]), 0.35),
    -0.16,
  )
  addCastRadiator(frame, random.int(12, 17), castLook(random))
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.6, 0.6), 0.85, 1.55], target: [0, 0.4, 0], view: 31 },
    lighting,
  }
}

function castInRows(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  for (let i = 0; i < 4; i++) {
    const place = within(
      frame,
      [random.range(-0.12, 0.12), 0, 0.35 - i * 0.34],
      turned(random.range(-0.06, 0.06) + 0.35),
    )
    addCastRadiator(place, random.int(9, 15), castLook(random))
  }
  return { scene: frame.scene, camera: { eye: [-0.3, 1.15, 2.1], target: [0, 0.35, 0], view: 31 }, lighting }
}

function panelRadiators(random: Random): Shot {
  const { frame, lighting } = hall(random, -0.55)
  const surface = paint(rgb('#e9e8e4'), { chips: 0.12, gloss: 0.06 })
  for (let i = 0; i < 3; i++) {
    const lean = within(
      frame,
      [-0.25 + i * 0.28, 0.33, -0.3 + i * 0.13],
      turned(random.range(-0.1, 0.1), -0.12),
    )
    for (let rib = 0; rib < 26; rib++)
      addBox(
        lean,
        [(rib - 12.5) * 0.04, 0, 0],
        [0.028, 0.54, 0.022],
        { ...surface, bevel: 0.009 },
        { seed: i },
      )
    addBox(lean, [0, 0, -0.006], [1.06, 0.58, 0.014], surface, { seed: i })
    addBox(lean, [0, 0.295, -0.03], [1.08, 0.012, 0.085], surface, { seed: i })
    for (const side of [-1, 1])
      addBox(lean, [side * 0.54, 0, -0.03], [0.01, 0.58, 0.085], surface, { seed: i })
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.5, 0.95, 1.75], target: [0.05, 0.33, -0.15], view: 31 },
    lighting,
  }
}

/** Pipes in a pile, open ends towards the eye. */
function pipePile(random: Random): Shot {
  const { frame, lighting } = hall(random, -4)
  const surface = random.pick([
    glaze(rgb('#8f979c'), { gloss: 0.04, dirt: 0.3 }),
    galvanised(),
    steel(rgb('#77706a'), 0.5),
    glaze(rgb('#b0714a'), { gloss: 0.04, dirt: 0.3 }),
  ])
  const stack = within(frame, [0, 0, -0.9], turned(random.range(0.2, 0.5)))
  const radius = random.range(0.055, 0.1)
  for (let layer = 0; layer < 5; layer++) {
    for (let i = 0; i < 9 - layer; i++) {
      const at: Vec3 = [
        (i - 4 + layer / 2) * radius * 2.02,
        radius + layer * radius * 1.75,
        random.range(-0.12, 0.12),
      ]
      addCylinder(stack, at, { radius, length: 3, innerRadius: radius * 0.88 }, surface, {
        rotation: along('z'),
        seed: random.int(0, 999),
      })
    }
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.6, 0.8, 2.2], target: pointIn(stack, [0, radius * 4, 1.2]), view: 30 },
    lighting,
  }
}

/** Pipes with elbows along a wall. */
function pipesOnWall(random: Random): Shot {
  const { frame, lighting } = room(random, concrete(rgb('#8a8781')), plaster(rgb('#d5cfc2'), 0.6), -0.2)
  const surface = random.pick([
    glaze(rgb('#8c9397'), { gloss: 0.04, dirt: 0.25 }),
    paint(rgb('#cfcabf'), { chips: 0.3 }),
    brushed(rgb('#b3703f'), 0.4, 0),
  ])
  for (let i = 0; i < 5; i++) {
    const radius = i < 2 ? 0.075 : 0.04
    const [x, y] = [-0.5 + i * 0.26, 0.45 + i * 0.26]
    const z = -0.1
    addCylinder(frame, [x + 1.5, y, z], { radius, length: 3 }, surface, { rotation: along('x'), seed: i })
    addCylinder(frame, [x, y + 1.5, z], { radius, length: 3 }, surface, { seed: i })
    addEllipsoid(frame, [x, y, z], [radius * 1.12, radius * 1.12, radius * 1.12], surface, { seed: i })
    for (const [cx, cy, axis] of [
      [x + 0.14, y, 'x'],
      [x, y + 0.14, 'y'],
      [x + 1, y, 'x'],
    ] as const) {
      addCylinder(frame, [cx, cy, z], { radius: radius * 1.14, length: 0.06 }, surface, {
        rotation: along(axis),
        seed: i,
      })
    }
  }
  return { scene: frame.scene, camera: { eye: [0.6, 1.2, 2.2], target: [0.25, 1.05, 0], view: 33 }, lighting }
}

/** Round ventilation ducts in galvanised sheet. */
function ducts(random: Random): Shot {
  const { frame, lighting } = hall(random, -2.4)
  const sheet = galvanised(rgb('#a5abae'), 0.4)
  const base = within(frame, [0, 0, -0.1], turned(random.range(0.3, 0.7)))
  addBearers(base, 0.5, 1.3)
  for (let i = 0; i < 5; i++) {
    const radius = i < 3 ? 0.19 : 0.16
    const [y, z] = i < 3 ? [0.28, (i - 1) * 0.42] : [0.62, (i - 3.5) * 0.42]
    const place = within(base, [random.range(-0.15, 0.15), y, z])
    addCylinder(place, [0, 0, 0], { radius, length: 1.7, innerRadius: radius - 0.004 }, sheet, {
      rotation: along('x'),
      seed: i,
    })
    for (let seam = -3; seam <= 3; seam++)
      addCylinder(
        place,
        [seam * 0.24, 0, 0],
        { radius: radius + 0.005, length: 0.018, innerRadius: radius - 0.003 },
        sheet,
        { rotation: along('x'), seed: i },
      )
  }
  return { scene: frame.scene, camera: { eye: [-0.7, 1.1, 2.2], target: [0, 0.35, 0], view: 33 }, lighting }
}

export const heatingShots = [
  castAgainstWall,
  pipePile,
  panelRadiators,
  castInRows,
  pipesOnWall,
  ducts,
] as const
