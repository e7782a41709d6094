import type { Shot } from '../frame'
import { cell, fbm, worley } from '../noise'
import type { Random } from '../random'
import { addBox, addField, frameOf, newScene, turned, within, type Vec3 } from '../scene'
import { addBearers, addGround, addPallet, yard } from '../stage'
import { sunny } from '../lighting'
import { rgb, type Rgb } from '../surface'
import { gravel, stone } from '../surfaces/masonry'

type Tones = readonly [Rgb, ...Rgb[]]
const LIMESTONE: Tones = [rgb('#cdbf9f'), rgb('#d8cdb3'), rgb('#b8a582'), rgb('#c4b79c')]
const SANDSTONE: Tones = [rgb('#b08d62'), rgb('#c2a177'), rgb('#96744f'), rgb('#a59277')]
const GRANITE: Tones = [rgb('#7f7d7b'), rgb('#929090'), rgb('#6d6b6c'), rgb('#8b8580')]
const SLATY: Tones = [rgb('#5b5a5a'), rgb('#6b655f'), rgb('#4b4a4c'), rgb('#7a6f62')]

/** A wall of split stones in irregular courses, deep joints between. */
function ledgeWall(random: Random): Shot {
  const frame = frameOf(newScene())
  addGround(frame, gravel(rgb('#8d8270'), 0.03))
  const surface = stone(random.pick([SLATY, SANDSTONE, GRANITE]), { moss: 0.15 })
  let y = 0
  while (y < 2.3) {
    const height = random.range(0.05, 0.13)
    let x = -1.8 + random.range(-0.2, 0)
    while (x < 1.8) {
      const width = random.range(0.12, 0.42)
      const rotation = turned(
        random.range(-0.06, 0.06),
        random.range(-0.05, 0.05),
        random.range(-0.012, 0.012),
      )
      addBox(
        frame,
        [x + width / 2, y + height / 2, random.range(-0.02, 0.035)],
        [width - 0.006, height - 0.005, 0.25],
        surface,
        { rotation, seed: random.int(0, 1e6) },
      )
      x += width
    }
    y += height
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.6, 0.6), 1.2, 1.9], target: [0, 1.1, 0], view: 33 },
    lighting: sunny(random),
  }
}

/** Cut blocks stacked on bearers. */
function cutBlocks(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const surface = stone(random.pick([LIMESTONE, SANDSTONE]), { moss: 0.2, rough: 0.7 })
  const stack = within(frame, [0, 0, 0], turned(random.range(-0.5, 0.5)))
  addBearers(stack, 0.5, 0.9)
  for (let layer = 0; layer < 3; layer++) {
    let x = -0.95
    while (x < 0.8 - layer * 0.15) {
      const width = random.range(0.3, 0.55)
      const rotation = turned(random.range(-0.05, 0.05))
      addBox(
        stack,
        [x + width / 2, 0.22 + layer * 0.27, random.range(-0.05, 0.05)],
        [width - 0.015, 0.26, random.range(0.35, 0.5)],
        surface,
        { rotation, seed: random.int(0, 1e6) },
      )
      x += width
    }
  }
  return { scene: frame.scene, camera: { eye: [0.5, 1.2, 2.3], target: [0, 0.4, 0], view: 32 }, lighting }
}

/** Rounded setts of granite laid in courses. */
function setts(random: Random): Shot {
  const { frame, lighting } = yard(random, -7)
  const surface = stone(random.pick([GRANITE, GRANITE, SANDSTONE]), { moss: 0.3 })
  const ground = within(frame, [0, 0, 0], turned(random.range(-0.5, 0.5)))
  for (let row = -14; row < 14; row++) {
    for (let i = -13; i < 13; i++) {
      if (row > 8 && random.chance(0.35)) continue
      const x = (i + (row % 2) * 0.5) * 0.122 + random.range(-0.005, 0.005)
      const rotation = turned(random.range(-0.05, 0.05), random.range(-0.05, 0.05), random.range(-0.05, 0.05))
      addBox(ground, [x, random.range(-0.008, 0.006), row * 0.122], [0.114, 0.1, 0.112], surface, {
        rotation,
        seed: random.int(0, 1e6),
      })
    }
  }
  for (let i = 0; i < 30; i++) {
    const rotation = turned(random.range(0, 6), random.range(-0.4, 0.4), random.range(-0.4, 0.4))
    addBox(
      frame,
      [random.range(-1.3, -0.3), random.range(0.1, 0.3), random.range(-0.9, -0.2)],
      [0.12, 0.1, 0.11],
      surface,
      { rotation, seed: random.int(0, 1e6) },
    )
  }
  return { scene: frame.scene, camera: { eye: [0.1, 1.25, 1.7], target: [0, 0, 0.1], view: 36 }, lighting }
}

/** Rubble stones bedded in mortar, as one displaced wall face. */
function rubbleWall(random: Random): Shot {
  const frame = frameOf(newScene())
  addGround(frame, gravel(rgb('#94866d'), 0.03))
  const tones = random.pick([LIMESTONE, SANDSTONE, GRANITE])
  const base = stone(tones, { moss: 0.2, rough: 0.5 })
  const seed = random.int(1, 500)
  const scale: Vec3 = [1 / 0.26, 1 / 0.17, 0]
  const mortar = rgb('#b5a88f')
  const surface = {
    ...base,
    paint(p: Parameters<typeof base.paint>[0], out: Parameters<typeof base.paint>[1]) {
      worley(p.x * scale[0], p.y * scale[1], seed)
      const gap = cell.second - cell.nearest
      base.paint({ ...p, seed: cell.id }, out)
      if (gap < 0.1) {
        out.r = mortar[0] * (0.5 + gap * 5)
        out.g = mortar[1] * (0.5 + gap * 5)
        out.b = mortar[2] * (0.5 + gap * 5)
      }
    },
  }
  const distance = (x: number, y: number, z: number) => {
    if (z > 0.09) return z - 0.06
    worley(x * scale[0], y * scale[1], seed)
    const bulge = Math.min(0.28, cell.second - cell.nearest) / 0.28
    return z - 0.055 * (bulge * (2 - bulge)) - fbm(x, y, seed, 14, 2) * 0.02
  }
  addField(frame, [0, 1.2, 0], { half: [2.2, 1.2, 0.1], distance, stride: 0.55 }, surface)
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.8, 0.8), 1.2, 2.1], target: [0, 1.1, 0], view: 33 },
    lighting: sunny(random),
  }
}

/** Flagstones leaning and piled on a pallet. */
function flagstones(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const surface = stone(random.pick([SLATY, LIMESTONE, SANDSTONE]), { moss: 0.15, rough: 0.6 })
  const stack = within(frame, [0, 0, 0], turned(random.range(-0.6, 0.6)))
  const deck = addPallet(stack)
  let y = deck
  for (let layer = 0; layer < 12; layer++) {
    const thick = random.range(0.03, 0.06)
    for (const side of [-1, 1]) {
      const rotation = turned(random.range(-0.15, 0.15), random.range(-0.01, 0.01))
      addBox(
        stack,
        [side * 0.29, y + thick / 2, random.range(-0.04, 0.04)],
        [random.range(0.45, 0.57), thick - 0.004, random.range(0.5, 0.75)],
        surface,
        { rotation, seed: random.int(0, 1e6) },
      )
    }
    y += thick
  }
  return { scene: frame.scene, camera: { eye: [0.4, 1.3, 1.8], target: [0, 0.35, 0], view: 32 }, lighting }
}

export const stoneShots = [ledgeWall, rubbleWall, setts, cutBlocks, flagstones] as const
