import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, turned, within, type Vec3 } from '../scene'
import { rgb, type Surface } from '../surface'
import { concrete } from '../surfaces/masonry'
import { paint } from '../surfaces/metal'
import { OAK, PINE, WALNUT, wood } from '../surfaces/wood'
import { whiteRoom } from './floor-room'

function parquetLook(random: Random): Surface {
  return {
    ...wood({ ...random.pick([OAK, OAK, OAK, WALNUT]), gloss: 0.05, knots: 0.15, rings: 110, variety: 0.24 }),
    bevel: 0.0015,
    roughness: 0.35,
  }
}

function herringbone(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#4a3524')), -2.4)
  const surface = parquetLook(random)
  const [long, short] = [0.42, 0.07]
  const floor = within(frame, [0, 0, 0], turned(Math.PI / 4 + (random.chance(0.5) ? 0 : Math.PI / 2)))
  for (let i = -34; i < 34; i++) {
    for (let j = -6; j < 7; j++) {
      const x = i * short + j * long
      const z = i * short - j * long
      const put = (cx: number, cz: number, yaw: number) => {
        if (Math.abs(cx) + Math.abs(cz) > 4.6) return
        addBox(
          floor,
          [cx, 0.005 + random.range(0, 0.0006), cz],
          [long - 0.002, 0.014, short - 0.002],
          surface,
          { rotation: turned(yaw), seed: random.int(0, 1e6) },
        )
      }
      put(x + long / 2, z + short / 2, 0)
      put(x + short / 2, z + short + long / 2, Math.PI / 2)
    }
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.3, 0.3), 1.35, 2], target: [0, 0, -0.2], view: 46 },
    lighting,
  }
}

function straightParquet(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#3d2b1d')), -2.6)
  const surface = parquetLook(random)
  const floor = within(frame, [0, 0, 0], turned(random.range(-0.5, 0.5)))
  const width = random.pick([0.09, 0.14, 0.18])
  for (let row = -Math.ceil(3.4 / width); row < 3.4 / width; row++) {
    let x = -3.6 + random.range(-0.8, 0)
    while (x < 3.4) {
      const long = random.range(0.8, 1.6)
      addBox(
        floor,
        [x + long / 2, 0.005 + random.range(0, 0.0006), row * width],
        [long - 0.002, 0.014, width - 0.002],
        surface,
        { seed: random.int(0, 1e6) },
      )
      x += long
    }
  }
  return { scene: frame.scene, camera: { eye: [0, 1.35, 2.1], target: [0, 0, -0.3], view: 48 }, lighting }
}

/** Lifted boards tied in bundles. */
function boardBundles(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#a09b92')), -2)
  const surface = parquetLook(random)
  const strap = paint(rgb('#27292b'), { chips: 0 })
  for (let bundle = 0; bundle < 4; bundle++) {
    const place = within(
      frame,
      [-0.75 + bundle * 0.5, 0.02, random.range(-0.2, 0.2)],
      turned(Math.PI / 2 + random.range(-0.12, 0.12) + 0.35),
    )
    const layers = random.int(5, 10)
    for (let layer = 0; layer < layers; layer++) {
      for (let i = 0; i < 3; i++)
        addBox(
          place,
          [random.range(-0.04, 0.04), 0.011 + layer * 0.023, (i - 1) * 0.122],
          [1.5, 0.021, 0.12],
          surface,
          { seed: random.int(0, 1e6) },
        )
    }
    for (const x of [-0.45, 0.45])
      addBox(place, [x, (layers * 0.023) / 2, 0], [0.02, layers * 0.023 + 0.004, 0.368], strap)
  }
  return { scene: frame.scene, camera: { eye: [0.2, 1.25, 2], target: [0, 0.1, 0], view: 44 }, lighting }
}

/** Square panels of small strips, basket weave. */
function basketWeave(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#4a3524')), -2.2)
  const surface = parquetLook(random)
  const floor = within(frame, [0, 0, 0], turned(random.range(-0.6, 0.6)))
  for (let i = -9; i < 9; i++) {
    for (let j = -9; j < 8; j++) {
      for (let strip = 0; strip < 5; strip++) {
        const off = (strip - 2) * 0.064
        const turn = (i + j) % 2 === 0
        const at: Vec3 = [i * 0.32 + (turn ? 0 : off), 0.005, j * 0.32 + (turn ? off : 0)]
        addBox(floor, at, [0.318, 0.014, 0.062], surface, {
          rotation: turned(turn ? 0 : Math.PI / 2),
          seed: random.int(0, 1e6),
        })
      }
    }
  }
  return { scene: frame.scene, camera: { eye: [0.2, 1.3, 1.9], target: [0, 0, -0.2], view: 44 }, lighting }
}

/** Planks of untreated pine in a heap, as lifted from joists. */
function liftedPlanks(random: Random): Shot {
  const { frame, lighting } = whiteRoom(random, concrete(rgb('#8f8b84')), -1.8)
  const surface = wood({ ...PINE, weather: 0.15, knots: 0.8 })
  for (let i = 0; i < 22; i++)
    addBox(
      frame,
      [random.range(-0.3, 0.3), 0.02 + i * 0.014, random.range(-0.5, 0.6)],
      [1.9, 0.022, 0.12],
      surface,
      { rotation: turned(random.range(-0.35, 0.35)), seed: random.int(0, 1e6) },
    )
  return { scene: frame.scene, camera: { eye: [0.3, 1.3, 1.9], target: [0, 0.1, 0], view: 44 }, lighting }
}

export const woodFloorShots = [herringbone, straightParquet, boardBundles, basketWeave, liftedPlanks] as const
