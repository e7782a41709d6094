import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, pointIn, turned, within } from '../scene'
import { addBearers, hall, scatter, yard } from '../stage'
import { rgb } from '../surface'
import { DARK_OAK, DOUGLAS, OAK, PINE, wood } from '../surfaces/wood'

/** Beams stacked with their sawn ends towards the eye. */
function beamEnds(random: Random): Shot {
  const { frame, lighting } = random.chance(0.5) ? yard(random, -6) : hall(random, -4)
  const surface = wood({
    ...random.pick([PINE, DOUGLAS, OAK]),
    axis: 2,
    weather: random.range(0, 0.25),
    rings: 110,
  })
  const stack = within(frame, [0, 0, -0.9], turned(random.range(0.25, 0.6)))
  const side = random.range(0.13, 0.19)
  addBox(stack, [0, 0.04, 0.6], [1.5, 0.08, 0.09], wood({ ...PINE, weather: 0.6 }))
  for (let layer = 0; layer < 5; layer++) {
    for (let i = 0; i < 7; i++) {
      if (layer === 4 && random.chance(0.5)) continue
      const rotation = turned(random.range(-0.01, 0.01))
      addBox(
        stack,
        [(i - 3) * (side + 0.008), 0.08 + side / 2 + layer * (side + 0.003), random.range(-0.06, 0.06)],
        [side, side, 3],
        surface,
        { rotation, seed: random.int(0, 1e6) },
      )
    }
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.75, 1.15, 2.5], target: pointIn(stack, [0, 0.45, 1.2]), view: 29 },
    lighting,
  }
}

/** Planks in layers kept apart by sticks. */
function stickedPlanks(random: Random): Shot {
  const { frame, lighting } = random.chance(0.5) ? yard(random, -5) : hall(random, -3)
  const surface = wood({ ...random.pick([PINE, PINE, DOUGLAS]), weather: random.range(0, 0.35), knots: 0.8 })
  const stick = wood({ ...PINE, axis: 2, weather: 0.3 })
  const stack = within(frame, [0, 0, 0], turned(random.range(-0.6, -0.25)))
  addBearers(stack, 0.7, 1)
  for (let layer = 0; layer < 9; layer++) {
    const y = 0.1 + layer * 0.075
    for (let i = 0; i < 5; i++) {
      addBox(stack, [random.range(-0.06, 0.06), y, (i - 2) * 0.19], [2.2, 0.045, 0.18], surface, {
        rotation: turned(random.range(-0.012, 0.012)),
        seed: random.int(0, 1e6),
      })
    }
    for (const x of [-0.8, 0, 0.8])
      addBox(stack, [x, y + 0.037, 0], [0.045, 0.028, 0.95], stick, { seed: layer * 3 + Math.round(x * 2) })
  }
  return { scene: frame.scene, camera: { eye: [-0.2, 1.3, 2.2], target: [0, 0.36, 0], view: 32 }, lighting }
}

/** Old oak beams laid on bearers, seen along their length. */
function oldBeams(random: Random): Shot {
  const { frame, lighting } = yard(random, -6)
  const surface = wood({
    ...random.pick([OAK, DARK_OAK, DOUGLAS]),
    weather: random.range(0.35, 0.7),
    rings: 90,
    knots: 0.7,
  })
  const stack = within(frame, [0, 0, 0], turned(random.range(0.2, 0.5)))
  addBearers(stack, 0.9, 1.6)
  for (let i = 0; i < 5; i++) {
    addBox(stack, [random.range(-0.15, 0.15), 0.19, (i - 2) * 0.3], [3, 0.22, 0.24], surface, {
      rotation: turned(random.range(-0.04, 0.04)),
      seed: random.int(0, 1e6),
    })
    if (i < 3)
      addBox(stack, [random.range(-0.2, 0.2), 0.41, (i - 1) * 0.33], [2.8, 0.2, 0.2], surface, {
        rotation: turned(random.range(-0.08, 0.08)),
        seed: random.int(0, 1e6),
      })
  }
  scatter(frame, random, surface, 20)
  return { scene: frame.scene, camera: { eye: [-0.9, 1.35, 2.4], target: [0, 0.25, 0], view: 32 }, lighting }
}

/** Boards side by side: a floor deck or a fence taken down, filling the picture. */
function boards(random: Random): Shot {
  const { frame, lighting } = yard(random, -6)
  const surface = wood({
    ...random.pick([PINE, DOUGLAS, OAK]),
    weather: random.range(0.1, 0.5),
    knots: 0.9,
    axis: 1,
  })
  const panel = within(frame, [0, 0.9, 0], turned(random.range(-0.3, 0.3), -0.1))
  for (let i = -10; i < 11; i++) {
    addBox(
      panel,
      [i * 0.15, random.range(-0.03, 0.03), random.range(-0.004, 0.004)],
      [0.144, 2, 0.027],
      surface,
      { rotation: turned(0, 0, random.range(-0.004, 0.004)), seed: random.int(0, 1e6) },
    )
  }
  for (const y of [-0.6, 0.6])
    addBox(panel, [0, y, -0.04], [3.2, 0.08, 0.05], wood({ light: rgb('#b58f5e'), dark: rgb('#8a6336') }))
  return { scene: frame.scene, camera: { eye: [0.4, 1.2, 2.1], target: [0, 0.85, 0], view: 32 }, lighting }
}

export const timberShots = [beamEnds, stickedPlanks, oldBeams, boards] as const
