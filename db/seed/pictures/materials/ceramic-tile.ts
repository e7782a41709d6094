import type { Shot } from '../frame'
import { smoothstep } from '../noise'
import type { Random } from '../random'
import { addBox, turned, within, type Frame, type Vec3 } from '../scene'
import { addBearers, addWall, bench, room } from '../stage'
import { rgb, type Surface } from '../surface'
import { glaze, patterned } from '../surfaces/glazed'
import { concrete, plaster } from '../surfaces/masonry'
import { paper } from '../surfaces/soft'
import { whiteRoom } from './floor-room'

/** Tiles laid in a grid on a floor or a wall, in boxes with grout under them. */
function addTiles(
  frame: Frame,
  grid: { columns: number; rows: number; width: number; height: number; broken?: number },
  random: Random,
  pickSurface: (i: number, j: number) => Surface,
): void {
  const { columns, rows, width, height, broken = 0 } = grid
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const shift = broken * (j % 2) * width
      const at: Vec3 = [(i - columns / 2) * width + shift, (j - rows / 2) * height, random.range(0, 0.001)]
      const rotation = turned(random.range(-0.003, 0.003), random.range(-0.003, 0.003))
      addBox(frame, at, [width - 0.004, height - 0.004, 0.012], pickSurface(i, j), {
        rotation,
        seed: random.int(0, 1e6),
      })
    }
  }
}

function metroWall(random: Random): Shot {
  const { frame, lighting } = room(
    random,
    concrete(rgb('#8e8b86')),
    concrete(rgb('#d2cdc2'), { dirt: 0.1 }),
    -0.006,
  )
  const tone = random.pick([rgb('#eeece6'), rgb('#2f6656'), rgb('#aac4cf')])
  const surface = glaze(tone, { vary: 0.14, gloss: 0.06 })
  addTiles(
    within(frame, [0, 1.1, 0]),
    { columns: 18, rows: 30, width: 0.154, height: 0.078, broken: 0.5 },
    random,
    () => surface,
  )
  return { scene: frame.scene, camera: { eye: [0.7, 1.15, 1.35], target: [0, 1.05, 0], view: 33 }, lighting }
}

function star(u: number, v: number): number {
  const [x, y] = [Math.abs(u) / 0.1, Math.abs(v) / 0.1]
  const round = Math.hypot(x - 1, y - 1)
  const petal = Math.abs(Math.hypot(x, y) - 0.55) < 0.13 || Math.abs(x - y) < 0.08 ? 1 : 0
  return Math.max(petal * 0.9, 1 - smoothstep(0.42, 0.46, Math.abs(round - 0.15)))
}

function cementTiles(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#a39d92')), -2.2)
  const surface = patterned(
    rgb('#d9d2c0'),
    random.pick([rgb('#33475c'), rgb('#6e3328'), rgb('#3d4a3c')]),
    star,
  )
  const plain = patterned(rgb('#6d7276'), rgb('#6d7276'), () => 0)
  const floor = within(frame, [0, 0, 0], turned(random.range(-0.5, 0.5), -Math.PI / 2))
  addTiles(floor, { columns: 22, rows: 22, width: 0.2, height: 0.2 }, random, (i, j) =>
    i < 3 || j > 19 ? plain : surface,
  )
  return { scene: frame.scene, camera: { eye: [0.1, 1.4, 1.7], target: [0, 0, 0], view: 35 }, lighting }
}

function chequered(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#8d887e')), -2.4)
  const dark = glaze(random.pick([rgb('#26282a'), rgb('#7a3a2a')]), { vary: 0.2, gloss: 0.04, dirt: 0.3 })
  const light = glaze(rgb('#dfd9cb'), { vary: 0.1, gloss: 0.04, dirt: 0.3 })
  const floor = within(frame, [0, 0, 0], turned(Math.PI / 4 + random.range(-0.2, 0.2), -Math.PI / 2))
  addTiles(floor, { columns: 24, rows: 24, width: 0.22, height: 0.22 }, random, (i, j) =>
    (i + j) % 2 === 0 ? dark : light,
  )
  return { scene: frame.scene, camera: { eye: [0.2, 1.4, 1.9], target: [0, 0, -0.2], view: 35 }, lighting }
}

/** Tiles in piles, with their boxes. */
function tilePiles(random: Random): Shot {
  const { frame, lighting } = bench(random)
  const surface = patterned(rgb('#d6cdb8'), random.pick([rgb('#8b3f2c'), rgb('#39546a')]), star, 0.04)
  const raw = glaze(rgb('#b3714f'), { gloss: 0.02, vary: 0.2 })
  addBearers(frame, 0.4, 0.5)
  for (let pile = 0; pile < 6; pile++) {
    const count = random.int(6, 16)
    const at: Vec3 = [
      -0.5 + (pile % 3) * 0.26 + random.range(-0.02, 0.02),
      0.08,
      -0.15 + Math.floor(pile / 3) * 0.26,
    ]
    for (let i = 0; i < count; i++) {
      const place = within(
        frame,
        [at[0] + random.range(-0.005, 0.005), at[1] + 0.009 + i * 0.018, at[2] + random.range(-0.005, 0.005)],
        turned(random.range(-0.05, 0.05)),
      )
      addBox(place, [0, 0, 0], [0.2, 0.016, 0.2], i === count - 1 ? surface : raw, {
        seed: random.int(0, 1e6),
      })
    }
  }
  for (let i = 0; i < 3; i++)
    addBox(frame, [0.45, 0.1, 0.02 + i * 0.06], [0.2, 0.2, 0.016], surface, {
      rotation: turned(-0.3, -0.35),
      seed: i,
    })
  addBox(frame, [0.55, 0.13, -0.4], [0.42, 0.26, 0.24], paper(rgb('#b08c5c')))
  addWall(frame, -1.2, plaster(rgb('#cfc9bd'), 0.4))
  return { scene: frame.scene, camera: { eye: [0.1, 0.85, 1.2], target: [0, 0.14, 0], view: 32 }, lighting }
}

export const ceramicTileShots = [metroWall, cementTiles, chequered, tilePiles] as const
