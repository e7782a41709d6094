import type { Shot } from '../frame'
import { overcast } from '../lighting'
import type { Random } from '../random'
import { addBox, frameOf, newScene, turned, within, type Frame } from '../scene'
import { addGround, addPallet, hall, scatter, yard } from '../stage'
import { rgb, type Rgb } from '../surface'
import { clay, concrete, gravel } from '../surfaces/masonry'

const RED: readonly [Rgb, ...Rgb[]] = [rgb('#a4502f'), rgb('#b3603c'), rgb('#8d4029'), rgb('#a85a3c')]
const ORANGE: readonly [Rgb, ...Rgb[]] = [rgb('#b9683c'), rgb('#c27a4c'), rgb('#a65831'), rgb('#96492c')]
const BROWN: readonly [Rgb, ...Rgb[]] = [rgb('#7e4a38'), rgb('#8c5642'), rgb('#6b3d30'), rgb('#99604a')]
const [LENGTH, HEIGHT, DEPTH] = [0.22, 0.06, 0.105]
const JOINT = 0.012

/** A wall in running bond with recessed mortar; `ragged` leaves the top half demolished. */
function addBrickwork(
  frame: Frame,
  random: Random,
  courses: number,
  columns: number,
  tones: typeof RED,
  ragged = 0,
): void {
  const brick = clay(tones, 0.3)
  const mortar = concrete(rgb('#b7ad9c'), { dirt: 0.3 })
  const width = columns * (LENGTH + JOINT)
  const pitch = HEIGHT + JOINT
  for (let row = 0; row < courses; row++) {
    const shift = row % 2 === 0 ? 0 : 0.5
    const left = Math.round(random.range(0, ragged) * Math.max(0, row - courses * 0.55))
    const right = Math.round(random.range(0, ragged) * Math.max(0, row - courses * 0.55))
    for (let i = left; i < columns - right; i++) {
      const x = -width / 2 + (i + shift + 0.5) * (LENGTH + JOINT)
      const z = random.range(-0.003, 0.003)
      const rotation = turned(random.range(-0.01, 0.01), 0, random.range(-0.006, 0.006))
      addBox(frame, [x, row * pitch + HEIGHT / 2, z], [LENGTH, HEIGHT, DEPTH], brick, {
        rotation,
        seed: random.int(0, 1e6),
      })
    }
    for (let i = left; i < columns - right; i++) {
      const x = -width / 2 + (i + shift + 0.5) * (LENGTH + JOINT)
      addBox(
        frame,
        [x, row * pitch + HEIGHT / 2 + JOINT / 2, -0.004],
        [LENGTH + JOINT, pitch, DEPTH - 0.014],
        mortar,
        { seed: 5 },
      )
    }
  }
}

function wallFacing(random: Random): Shot {
  const frame = frameOf(newScene())
  addGround(frame, gravel(rgb('#8f8471')))
  addBrickwork(frame, random, 36, 16, random.pick([RED, ORANGE, BROWN]))
  const eye = random.range(-0.7, 0.7)
  return {
    scene: frame.scene,
    camera: {
      eye: [eye, 1.25, 2.1],
      target: [eye * 0.3, 1.15, 0],
      view: 32,
      roll: random.range(-0.02, 0.02),
    },
    lighting: {
      ...overcast(random),
      sun: { direction: [0.62, 0.65, 0.44], color: [1.3, 1.2, 1.05], spread: 0.03 },
    },
  }
}

function palletOfBricks(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const tones = random.pick([RED, ORANGE])
  const brick = clay(tones, 0.35)
  const turn = within(frame, [0, 0, 0], turned(random.range(-0.7, -0.3)))
  const deck = addPallet(turn)
  for (let layer = 0; layer < 9; layer++) {
    const across = layer % 2 === 0
    for (let i = 0; i < (across ? 5 : 10); i++) {
      for (let j = 0; j < (across ? 7 : 3); j++) {
        if (layer === 8 && random.chance(0.45)) continue
        const x = across ? -0.46 + i * 0.23 : -0.5 + i * 0.11
        const z = across ? -0.33 + j * 0.11 : -0.25 + j * 0.235
        const rotation = turned((across ? 0 : Math.PI / 2) + random.range(-0.03, 0.03))
        addBox(turn, [x, deck + 0.033 + layer * 0.063, z], [LENGTH, 0.061, DEPTH], brick, {
          rotation,
          seed: random.int(0, 1e6),
        })
      }
    }
  }
  scatter(frame, random, brick, 14)
  return {
    scene: frame.scene,
    camera: { eye: [0.2, 1.25, 1.75], target: [0, 0.4, 0], view: 31 },
    lighting,
  }
}

function heapOfBricks(random: Random): Shot {
  const { frame, lighting } = random.chance(0.5) ? yard(random, -3.5) : hall(random, -1.3)
  const brick = clay(random.pick([RED, ORANGE, BROWN]), 0.6)
  for (let i = 0; i < 320; i++) {
    const angle = random.range(0, Math.PI * 2)
    const away = Math.sqrt(random.next()) * 1.25
    const top = Math.max(0, 0.62 * (1 - away / 1.15))
    const y = 0.035 + top * random.range(0.55, 1)
    const rotation = turned(
      random.range(0, 6.28),
      random.range(-0.6, 0.6) * (top > 0.02 ? 1 : 0.1),
      random.range(-0.5, 0.5) * (top > 0.02 ? 1 : 0.1),
    )
    addBox(
      frame,
      [Math.cos(angle) * away, y, Math.sin(angle) * away * 0.8 - 0.1],
      [LENGTH, HEIGHT, DEPTH],
      brick,
      { rotation, seed: random.int(0, 1e6) },
    )
  }
  scatter(frame, random, brick, 40)
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.4, 0.4), 1.25, 1.9], target: [0, 0.2, 0], view: 34 },
    lighting,
  }
}

function raggedWall(random: Random): Shot {
  const { frame, lighting } = yard(random, -7)
  const tones = random.pick([RED, BROWN, ORANGE])
  const turn = within(frame, [-0.2, 0, -0.2], turned(random.range(0.35, 0.6)))
  addBrickwork(turn, random, 24, 16, tones, 0.55)
  const brick = clay(tones, 0.5)
  for (let i = 0; i < 26; i++) {
    const rotation = turned(random.range(0, 6), random.range(-0.2, 0.2))
    addBox(frame, [random.range(-1.2, 1.8), 0.03, random.range(0.3, 1.3)], [LENGTH, HEIGHT, DEPTH], brick, {
      rotation,
      seed: random.int(0, 1e6),
    })
  }
  scatter(frame, random, brick, 30)
  return {
    scene: frame.scene,
    camera: { eye: [0.3, 1.4, 3.2], target: [0, 0.75, 0], view: 36 },
    lighting,
  }
}

export const brickShots = [wallFacing, palletOfBricks, heapOfBricks, raggedWall] as const
