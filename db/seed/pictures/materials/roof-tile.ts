import type { Shot } from '../frame'
import type { Lighting } from '../lighting'
import { overcast, sunny } from '../lighting'
import type { Random } from '../random'
import { addBox, addField, frameOf, newScene, turned, within, type Frame, type Vec3 } from '../scene'
import { addGround, addPallet, yard } from '../stage'
import { rgb, type Rgb, type Surface } from '../surface'
import { clay, gravel, stone } from '../surfaces/masonry'
import { PINE, wood } from '../surfaces/wood'

type Tones = readonly [Rgb, ...Rgb[]]
const TERRACOTTA: Tones = [rgb('#b5623c'), rgb('#a55433'), rgb('#c27650'), rgb('#8f4a30')]
const AGED: Tones = [rgb('#8a5a44'), rgb('#7b4c3a'), rgb('#9c6b50'), rgb('#6b4a3c')]
const SLATE: Tones = [rgb('#4c5158'), rgb('#5a5f66'), rgb('#42464c'), rgb('#626068')]

function daylight(random: Random): Lighting {
  return random.chance(0.7) ? sunny(random) : overcast(random)
}

/** A roof plane rising away from the eye: local x across, local z up the slope. */
function slope(random: Random, pitch: number): Frame {
  const frame = frameOf(newScene())
  addGround(frame, gravel(rgb('#6d7355'), 0.08))
  return within(frame, [0, 1, 0], turned(random.range(-0.25, 0.25), pitch))
}

/** Flat tiles or slates, overlapping by courses with broken joints. */
function addFlatCourses(
  roof: Frame,
  random: Random,
  size: { width: number; gauge: number; thick: number },
  surface: Surface,
): void {
  const { width, gauge, thick } = size
  const columns = Math.ceil(2 / width)
  const rows = Math.ceil(2.8 / gauge)
  for (let row = 0; row < rows; row++) {
    for (let i = -columns; i < columns; i++) {
      const x = (i + (row % 2) * 0.5 + 0.5) * width
      const z = 1.1 - row * gauge
      const rotation = turned(random.range(-0.012, 0.012), 0.055, random.range(-0.012, 0.012))
      addBox(
        roof,
        [x, thick * 1.4 + random.range(0, 0.003), z],
        [width - 0.004, thick, gauge * 1.5],
        surface,
        { rotation, seed: random.int(0, 1e6) },
      )
    }
  }
}

function plainTiles(random: Random): Shot {
  const roof = slope(random, 0.72)
  addFlatCourses(
    roof,
    random,
    { width: 0.17, gauge: 0.11, thick: 0.016 },
    clay(random.pick([TERRACOTTA, AGED]), 0.25),
  )
  return {
    scene: roof.scene,
    camera: { eye: [0.2, 2.1, 2.5], target: [0, 1.15, 0], view: 43 },
    lighting: daylight(random),
  }
}

function slates(random: Random): Shot {
  const roof = slope(random, 0.75)
  addFlatCourses(
    roof,
    random,
    { width: 0.22, gauge: 0.14, thick: 0.009 },
    { ...stone(SLATE, { moss: 0.2, rough: 0.25 }), bevel: 0.003 },
  )
  return {
    scene: roof.scene,
    camera: { eye: [-0.3, 2.1, 2.6], target: [0, 1.15, 0], view: 43 },
    lighting: daylight(random),
  }
}

/** The distance to a wavy tile: one roll across, curved by a sine. */
function waveTile(width: number, length: number, rise: number) {
  const turn = (Math.PI * 2) / width
  return (x: number, y: number, z: number) => {
    const wave = y - Math.sin(x * turn) * rise
    const shell = Math.abs(wave) - 0.008
    return Math.max(shell * 0.75, Math.abs(z) - length / 2, Math.abs(x) - width / 2)
  }
}

function pantiles(random: Random): Shot {
  const roof = slope(random, 0.6)
  const surface = clay(random.pick([TERRACOTTA, TERRACOTTA, AGED]), 0.25)
  const [width, gauge] = [0.23, 0.32]
  const distance = waveTile(width, 0.4, 0.032)
  for (let row = 0; row < 8; row++) {
    for (let i = -7; i < 7; i++) {
      const rotation = turned(random.range(-0.006, 0.006), 0.07)
      addField(
        roof,
        [(i + 0.5) * width, 0.03 + random.range(0, 0.003), 1 - row * gauge],
        { half: [width / 2 + 0.004, 0.046, 0.205], distance, stride: 0.9 },
        surface,
        { rotation, seed: random.int(0, 1e6) },
      )
    }
  }
  return {
    scene: roof.scene,
    camera: { eye: [0.5, 2, 2.5], target: [0, 1.15, 0], view: 40 },
    lighting: daylight(random),
  }
}

/** Wavy tiles standing on edge on a pallet, as they come off a roof. */
function tilesOnPallet(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const surface = clay(random.pick([TERRACOTTA, AGED]), 0.4)
  const stack = within(frame, [0, 0, 0], turned(random.range(-0.7, 0.7)))
  const deck = addPallet(stack)
  const [width, length] = [0.24, 0.38]
  const distance = waveTile(width, length, 0.03)
  for (let layer = 0; layer < 2; layer++) {
    for (let row = 0; row < 3; row++) {
      for (let i = 0; i < 26; i++) {
        if (layer === 1 && i > 17 - row * 4) continue
        const at: Vec3 = [-0.55 + i * 0.043, deck + length / 2 + layer * 0.39, -0.26 + row * 0.26]
        const rotation = turned(Math.PI / 2, 0, 0)
        const upright = within(stack, at, rotation)
        addField(
          upright,
          [0, 0, 0],
          { half: [width / 2, 0.045, length / 2], distance, stride: 0.9 },
          surface,
          { rotation: turned(0, Math.PI / 2 - 0.06, 0), seed: random.int(0, 1e6) },
        )
      }
    }
  }
  return { scene: frame.scene, camera: { eye: [0.4, 1.35, 1.8], target: [0, 0.42, 0], view: 40 }, lighting }
}

/** A roof being stripped: tiles left on bare battens. */
function strippedRoof(random: Random): Shot {
  const roof = slope(random, 0.68)
  const surface = clay(random.pick([TERRACOTTA, AGED]), 0.3)
  const batten = wood({ ...PINE, weather: 0.6 })
  for (let row = 0; row < 17; row++)
    addBox(roof, [0, 0, 1.15 - row * 0.17], [5, 0.03, 0.04], batten, { seed: row })
  for (let i = -4; i < 5; i++)
    addBox(roof, [i * 0.55, -0.09, 0], [0.08, 0.15, 3.4], wood({ ...PINE, weather: 0.4, axis: 2 }), {
      seed: 90 + i,
    })
  for (let row = 0; row < 17; row++) {
    const limit = -0.6 + row * 0.13 + random.range(-0.15, 0.15)
    for (let i = -10; i < 10; i++) {
      const x = (i + (row % 2) * 0.5 + 0.5) * 0.21
      if (x > limit + 0.4) continue
      addBox(roof, [x, 0.036, 1.1 - row * 0.17], [0.205, 0.016, 0.27], surface, {
        rotation: turned(random.range(-0.01, 0.01), 0.06),
        seed: random.int(0, 1e6),
      })
    }
  }
  return {
    scene: roof.scene,
    camera: { eye: [0.3, 2.2, 2.6], target: [0, 1.15, 0], view: 43 },
    lighting: daylight(random),
  }
}

export const roofTileShots = [pantiles, plainTiles, slates, tilesOnPallet, strippedRoof] as const
