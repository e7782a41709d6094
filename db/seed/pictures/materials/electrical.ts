import type { Shot } from '../frame'
import { ring } from '../fields'
import type { Random } from '../random'
import {
  addBox,
  addCylinder,
  addEllipsoid,
  addField,
  along,
  turned,
  within,
  type Frame,
  type Vec3,
} from '../scene'
import { bench, hall, room } from '../stage'
import { rgb, type Rgb, type Surface } from '../surface'
import { glass, glaze, lamp } from '../surfaces/glazed'
import { concrete, plaster } from '../surfaces/masonry'
import { brushed, paint } from '../surfaces/metal'
import { carpet } from '../surfaces/soft'
import { PINE, wood } from '../surfaces/wood'

const SHEATHS: readonly [Rgb, ...Rgb[]] = [
  rgb('#26282a'),
  rgb('#a8422f'),
  rgb('#3c5f93'),
  rgb('#8f9498'),
  rgb('#c46a2a'),
]

/** A coil of cable lying flat: many turns with a little disorder. */
function addCoil(
  frame: Frame,
  at: Vec3,
  radius: number,
  sheath: Surface,
  random: Random,
  rotation = turned(0),
): void {
  const place = within(frame, at, rotation)
  for (let layer = 0; layer < 5; layer++) {
    for (let turn = 0; turn < 5; turn++) {
      const around = radius - turn * 0.0165 + random.range(-0.003, 0.003)
      const distance = (x: number, y: number, z: number) => ring(x, y, z, around, 0.0085)
      addField(
        place,
        [random.range(-0.006, 0.006), 0.01 + layer * 0.016, random.range(-0.006, 0.006)],
        { half: [around + 0.01, 0.0095, around + 0.01], distance, stride: 0.95 },
        sheath,
        { rotation: turned(0, random.range(-0.02, 0.02)), seed: turn + layer },
      )
    }
  }
  const tie = paint(rgb('#e6e4dc'), { chips: 0 })
  for (const side of [-1, 1]) addBox(place, [side * (radius - 0.033), 0.045, 0], [0.095, 0.1, 0.012], tie)
}

function cableCoils(random: Random): Shot {
  const { frame, lighting } = random.chance(0.5) ? bench(random) : hall(random, -1.3)
  for (let i = 0; i < 4; i++) {
    const sheath = glaze(SHEATHS[(i + random.int(0, 4)) % SHEATHS.length] ?? SHEATHS[0], {
      gloss: 0.04,
      dirt: 0.25,
    })
    addCoil(
      frame,
      [-0.36 + (i % 2) * 0.62 + (i > 1 ? 0.1 : 0), i > 1 ? 0.09 : 0, i > 1 ? -0.18 : 0.2],
      random.range(0.2, 0.26),
      sheath,
      random,
    )
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.1, 0.95, 1.05], target: [0, 0.03, 0.02], view: 33 },
    lighting,
  }
}

/** Wooden drums with cable wound on them. */
function cableDrums(random: Random): Shot {
  const { frame, lighting } = hall(random, -2.2)
  const flange = wood({ ...PINE, axis: 1, weather: 0.35 })
  for (let i = 0; i < 2; i++) {
    const place = within(frame, [-0.5 + i, 0.45, -0.1 - i * 0.3], turned(0.5 + random.range(-0.2, 0.2)))
    for (const z of [-0.26, 0.26]) {
      addCylinder(place, [0, 0, z], { radius: 0.45, length: 0.04, innerRadius: 0.04 }, flange, {
        rotation: along('z'),
        seed: i,
      })
    }
    const sheath = glaze(SHEATHS[(i * 2) % SHEATHS.length] ?? SHEATHS[0], { gloss: 0.05, dirt: 0.15 })
    for (let turn = 0; turn < 15; turn++) {
      const distance = (x: number, y: number, z: number) => ring(x, y, z, 0.34, 0.0175)
      addField(
        place,
        [0, 0, -0.225 + turn * 0.032],
        { half: [0.36, 0.018, 0.36], distance, stride: 0.95 },
        sheath,
        { rotation: along('z'), seed: turn },
      )
    }
  }
  return { scene: frame.scene, camera: { eye: [0.5, 1.05, 2], target: [0, 0.42, -0.1], view: 32 }, lighting }
}

/** Pendant lamps, lit, over a workshop. */
function pendants(random: Random): Shot {
  const { frame, lighting } = room(random, concrete(rgb('#5f5b57')), plaster(rgb('#8d867b'), 0.4), -2)
  const shade = paint(random.pick([rgb('#23282b'), rgb('#2f5a4d'), rgb('#b9863a')]), {
    chips: 0.1,
    gloss: 0.08,
  })
  for (let i = 0; i < 4; i++) {
    const place = within(frame, [-0.75 + i * 0.5, 1.5 + random.range(-0.15, 0.15), random.range(-0.4, 0.2)])
    addCylinder(place, [0, 0.75, 0], { radius: 0.006, length: 1.2 }, paint(rgb('#222222'), { chips: 0 }))
    for (let step = 0; step < 9; step++) {
      const radius = 0.05 + 0.13 * Math.sin((step / 8) * 1.45)
      addCylinder(
        place,
        [0, 0.12 - step * 0.017, 0],
        { radius, length: 0.0175, innerRadius: radius - 0.012 },
        shade,
        { seed: i },
      )
    }
    addCylinder(place, [0, 0.15, 0], { radius: 0.03, length: 0.08 }, brushed(rgb('#a88a50'), 0.4, 1))
    addEllipsoid(place, [0, -0.01, 0], [0.05, 0.065, 0.05], lamp(rgb('#ffd9a0'), 2.6))
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.4, 0.4), 1.25, 1.9], target: [0, 1.55, -0.2], view: 35 },
    lighting: { ...lighting, exposure: 0.75 },
  }
}

/** Recessed office lights in a suspended ceiling, lit. */
function ceilingLights(random: Random): Shot {
  const { frame, lighting } = room(random, carpet(rgb('#50545a')), plaster(rgb('#cfccc3'), 0.2), -4)
  const panel = plaster(rgb('#d9d7d0'), 0.1)
  addBox(frame, [0, 2.9, 0], [12, 0.2, 12], panel, { seed: 3 })
  const metal = brushed(rgb('#c4c8ca'), 0.5)
  for (let i = -1; i <= 1; i++) {
    for (let j = 0; j < 3; j++) {
      const place = within(frame, [i * 1.3, 2.79, 0.6 - j * 1.5])
      addBox(place, [0, 0, 0], [0.62, 0.03, 0.62], paint(rgb('#eeeeec'), { chips: 0 }))
      for (let tube = -1; tube <= 1; tube++)
        addCylinder(
          place,
          [tube * 0.18, -0.03, 0],
          { radius: 0.016, length: 0.56 },
          lamp(rgb('#fdfbf2'), 3),
          { rotation: along('z') },
        )
      for (let blade = -3; blade <= 3; blade++)
        addBox(place, [0, -0.04, blade * 0.085], [0.58, 0.045, 0.004], metal)
    }
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.4, 0.4), 1.35, 2.4], target: [0, 2.35, -0.8], view: 41 },
    lighting: { ...lighting, exposure: 0.7 },
  }
}

/** Tube luminaires laid out on the ground. */
function battens(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const body = paint(rgb('#e6e6e2'), { chips: 0.12, gloss: 0.06 })
  for (let i = 0; i < 8; i++) {
    const layer = Math.floor(i / 5)
    const place = within(
      frame,
      [random.range(-0.08, 0.08), 0.04 + layer * 0.1, -0.5 + (i % 5) * 0.24 + layer * 0.1],
      turned(random.range(-0.06, 0.06) + 0.25),
    )
    addBox(place, [0, 0, 0], [1.5, 0.06, 0.17], body, { seed: i })
    for (const z of [-0.045, 0.045])
      addCylinder(
        place,
        [0, 0.05, z],
        { radius: 0.013, length: 1.42 },
        glaze(rgb('#f4f4f0'), { gloss: 0.08 }),
        { rotation: along('x') },
      )
    for (const x of [-0.73, 0.73]) addBox(place, [x, 0.045, 0], [0.03, 0.05, 0.15], body)
  }
  return { scene: frame.scene, camera: { eye: [0.4, 1.1, 1.7], target: [0, 0.05, 0], view: 33 }, lighting }
}

/** Glass globes hanging in a dark hall. */
function globes(random: Random): Shot {
  const { frame, lighting } = room(random, concrete(rgb('#4a4643')), plaster(rgb('#57524b'), 0.5), -1.8)
  for (let i = 0; i < 9; i++) {
    const at: Vec3 = [random.range(-0.9, 0.9), random.range(1.1, 1.95), random.range(-0.8, 0.3)]
    const size = random.range(0.09, 0.15)
    addCylinder(
      frame,
      [at[0], at[1] + 1, at[2]],
      { radius: 0.005, length: 2 - size * 2 },
      paint(rgb('#1c1c1c'), { chips: 0 }),
    )
    addCylinder(
      frame,
      [at[0], at[1] + size, at[2]],
      { radius: 0.028, length: 0.06 },
      brushed(rgb('#a98748'), 0.5, 1),
    )
    addEllipsoid(frame, at, [size, size, size], glass())
    addEllipsoid(frame, at, [size * 0.38, size * 0.5, size * 0.38], lamp(rgb('#ffd08a'), 3.2))
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.1, 1.35, 1.8], target: [0, 1.5, -0.2], view: 35 },
    lighting: { ...lighting, exposure: 0.5 },
  }
}

export const electricalShots = [pendants, cableCoils, ceilingLights, cableDrums, globes, battens] as const
