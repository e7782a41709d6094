import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, addCylinder, along, pointIn, turned, within, type Frame, type Vec3 } from '../scene'
import { addBearers, addRod, hall, scatter, yard } from '../stage'
import { rgb, type Surface } from '../surface'
import { brushed, galvanised, paint, steel } from '../surfaces/metal'

type Section = { height: number; width: number; web: number; flange: number }
const IPE: Section = { height: 0.24, width: 0.12, web: 0.009, flange: 0.014 }
const HEB: Section = { height: 0.2, width: 0.2, web: 0.012, flange: 0.018 }

/** An I or H section whose length runs along local z. */
function addSection(
  frame: Frame,
  at: Vec3,
  section: Section,
  length: number,
  surface: Surface,
  seed: number,
): void {
  const { height, width, web, flange } = section
  addBox(frame, at, [web, height - 2 * flange, length], surface, { seed })
  for (const side of [-1, 1]) {
    addBox(frame, [at[0], at[1] + (side * (height - flange)) / 2, at[2]], [width, flange, length], surface, {
      seed,
    })
  }
}

function steelLook(random: Random): Surface {
  const tone = random.pick([rgb('#4c4f53'), rgb('#45413e'), rgb('#5c5f63')])
  return random.chance(0.75)
    ? steel(tone, random.range(0.3, 0.6), 0.2)
    : paint(rgb('#6d4438'), { chips: 0.5, under: rgb('#55504c') })
}

/** Beams stacked, ends towards the eye. */
function sectionEnds(random: Random): Shot {
  const { frame, lighting } = random.chance(0.5) ? yard(random, -7) : hall(random, -5)
  const surface = steelLook(random)
  const section = random.pick([IPE, HEB])
  const stack = within(frame, [0, 0, -1.2], turned(random.range(0.15, 0.45)))
  addBox(stack, [0, 0.05, 1.2], [1.8, 0.1, 0.12], steel(rgb('#555250'), 0.8))
  for (let layer = 0; layer < 3; layer++) {
    for (let i = 0; i < 7 - layer; i++) {
      const at: Vec3 = [
        (i - 3 + layer * 0.5) * (section.width + 0.015),
        0.1 + section.height / 2 + layer * section.height,
        random.range(-0.08, 0.08),
      ]
      addSection(stack, at, section, 4, surface, random.int(0, 1e6))
    }
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.5, 0.95, 2.3], target: pointIn(stack, [0, 0.4, 1.6]), view: 30 },
    lighting,
  }
}

/** Long beams on bearers, seen from the side. */
function longSections(random: Random): Shot {
  const { frame, lighting } = yard(random, -6)
  const surface = steelLook(random)
  const stack = within(frame, [0, 0, 0], turned(Math.PI / 2 + random.range(-0.5, 0.5)))
  for (const z of [-0.9, 0.9]) addBox(stack, [0, 0.05, z], [1.4, 0.1, 0.1], steel(rgb('#55514d'), 0.7))
  for (let i = 0; i < 5; i++)
    addSection(
      stack,
      [(i - 2) * 0.27, 0.1 + IPE.height / 2, random.range(-0.1, 0.1)],
      IPE,
      3.2,
      surface,
      i * 11,
    )
  for (let i = 0; i < 2; i++)
    addSection(
      stack,
      [(i - 0.5) * 0.3, 0.1 + IPE.height * 1.5, random.range(-0.2, 0.2)],
      IPE,
      3,
      surface,
      i * 17 + 3,
    )
  scatter(frame, random, surface, 10)
  return { scene: frame.scene, camera: { eye: [0.9, 1.3, 2.3], target: [0, 0.25, 0], view: 34 }, lighting }
}

/** Square tubes in a bundle. */
function squareTubes(random: Random): Shot {
  const { frame, lighting } = hall(random, -4)
  const surface = random.chance(0.5) ? galvanised() : steel(rgb('#686b70'), 0.35, 0.3)
  const stack = within(frame, [0, 0, -0.8], turned(random.range(0.25, 0.5)))
  addBox(stack, [0, 0.04, 0.6], [1.4, 0.08, 0.1], steel(rgb('#55514d'), 0.7))
  const [side, wall] = [0.12, 0.006]
  for (let layer = 0; layer < 5; layer++) {
    for (let i = 0; i < 8; i++) {
      const at: Vec3 = [
        (i - 3.5) * (side + 0.004),
        0.08 + side / 2 + layer * (side + 0.003),
        random.range(-0.05, 0.05),
      ]
      for (const s of [-1, 1]) {
        addBox(stack, [at[0] + (s * (side - wall)) / 2, at[1], at[2]], [wall, side, 3], surface, {
          seed: i + layer,
        })
        addBox(stack, [at[0], at[1] + (s * (side - wall)) / 2, at[2]], [side, wall, 3], surface, {
          seed: i + layer,
        })
      }
    }
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.6, 0.95, 2.2], target: pointIn(stack, [0, 0.36, 1.3]), view: 28 },
    lighting,
  }
}

/** Columns standing or leaning with their base plates. */
function columns(random: Random): Shot {
  const { frame, lighting } = hall(random, -1.6)
  const surface = steelLook(random)
  for (let i = 0; i < 5; i++) {
    const lean = within(
      frame,
      [(i - 2) * 0.42, 1.12, -0.75],
      turned(random.range(-0.4, 0.4), Math.PI / 2 - 0.17),
    )
    addSection(lean, [0, 0, 0], random.pick([IPE, HEB]), 2.3, surface, i * 7)
    addBox(lean, [0, 0, 1.14], [0.26, 0.26, 0.02], surface, { seed: i })
  }
  return { scene: frame.scene, camera: { eye: [0.3, 1.3, 2.7], target: [0, 0.95, -0.6], view: 31 }, lighting }
}

/** Coils of sheet standing on their edge. */
function coils(random: Random): Shot {
  const { frame, lighting } = hall(random, -4)
  const sheet = random.chance(0.5) ? galvanised(rgb('#a3a6a9'), 0.6) : brushed(rgb('#b7b9bb'), 0.65)
  const edge = brushed(rgb('#7f8286'), 0.35)
  const band = paint(rgb('#2c2f33'), { chips: 0 })
  for (let i = 0; i < 5; i++) {
    const place = within(
      frame,
      [-1 + i * 0.62, 0.42, i % 2 === 0 ? -0.5 : -0.15],
      turned(random.range(0.15, 0.35)),
    )
    addCylinder(place, [0, 0, 0], { radius: 0.42, length: 0.5, innerRadius: 0.2 }, sheet, {
      rotation: along('z'),
      seed: i,
    })
    for (let ring = 0; ring < 12; ring++) {
      const radius = 0.22 + ring * 0.0165
      addCylinder(
        place,
        [0, 0, random.range(0, 0.006)],
        { radius, length: 0.505, innerRadius: radius - 0.012 },
        edge,
        { rotation: along('z'), seed: ring },
      )
    }
    addCylinder(place, [0, 0, 0], { radius: 0.424, length: 0.04, innerRadius: 0.41 }, band, {
      rotation: along('z'),
    })
  }
  return { scene: frame.scene, camera: { eye: [0.5, 1, 2.1], target: [0.15, 0.4, -0.2], view: 31 }, lighting }
}

/** Reinforcing bars in loose bundles. */
function bars(random: Random): Shot {
  const { frame, lighting } = yard(random, -4)
  const surface = steel(rgb('#4a4745'), random.range(0.3, 0.6), 0.25)
  for (let i = 0; i < 170; i++) {
    const layer = Math.floor(i / 34)
    const at: Vec3 = [
      random.range(-0.1, 0.1),
      0.05 + layer * 0.03 + random.range(0, 0.02),
      -0.75 + (i % 34) * 0.045 + random.range(-0.03, 0.03),
    ]
    addRod(frame, at, random.range(0.011, 0.017), 4, surface, 0.35 + random.range(-0.06, 0.06))
  }
  addBearers(frame, 0.6, 1.5)
  return { scene: frame.scene, camera: { eye: [0.3, 0.8, 1.3], target: [0, 0.05, -0.1], view: 32 }, lighting }
}

/** Ribbed sheets in a stack, as roofing or deck. */
function ribbedSheets(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const surface = random.chance(0.5)
    ? galvanised(rgb('#a4a9ac'), 0.3)
    : paint(rgb('#4e6a78'), { chips: 0.2, gloss: 0.08 })
  const stack = within(frame, [0, 0, 0], turned(random.range(0.3, 0.8)))
  addBearers(stack, 0.6, 1.4)
  for (let layer = 0; layer < 7; layer++) {
    const [dx, dz] = [random.range(-0.05, 0.05), random.range(-0.04, 0.04)]
    for (let i = 0; i < 9; i++) {
      const x = -0.8 + i * 0.2 + dx
      const y = 0.1 + layer * 0.017
      addBox(stack, [x, y, dz], [0.1, 0.004, 1.5], surface, { seed: layer })
      addBox(stack, [x + 0.1, y + 0.045, dz], [0.06, 0.004, 1.5], surface, { seed: layer })
      for (const side of [-1, 1])
        addBox(stack, [x + 0.1 + side * 0.04, y + 0.022, dz], [0.055, 0.004, 1.5], surface, {
          rotation: turned(0, 0, -side * 1.15),
          seed: layer,
        })
    }
  }
  return { scene: frame.scene, camera: { eye: [0.2, 1, 2], target: [0, 0.15, 0], view: 31 }, lighting }
}

/** Angle and channel profiles in galvanised steel. */
function profiles(random: Random): Shot {
  const { frame, lighting } = hall(random, -3)
  const surface = galvanised(rgb('#aeb3b6'), 0.55)
  const stack = within(frame, [0, 0, 0], turned(random.range(0.3, 0.6)))
  addBearers(stack, 0.5, 0.1)
  for (let i = 0; i < 26; i++) {
    const [layer, column] = [Math.floor(i / 7), i % 7]
    const [x, y, z] = [
      (column - 3) * 0.13 + random.range(-0.01, 0.01),
      0.09 + layer * 0.09,
      random.range(-0.15, 0.15),
    ]
    addBox(stack, [x, y, z - 0.4], [0.11, 0.003, 2.6], surface, { seed: i })
    for (const side of [-1, 1])
      addBox(stack, [x + side * 0.054, y + 0.035, z - 0.4], [0.003, 0.07, 2.6], surface, { seed: i })
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.6, 0.85, 2], target: pointIn(stack, [0, 0.2, 0.5]), view: 30 },
    lighting,
  }
}

export const structuralSteelShots = [sectionEnds, longSections, squareTubes, columns] as const
export const otherMetalShots = [coils, bars, ribbedSheets, profiles] as const
