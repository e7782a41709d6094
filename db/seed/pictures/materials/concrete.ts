import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, turned, within, type Frame, type Vec3 } from '../scene'
import { addBearers, addPallet, room, scatter, yard } from '../stage'
import { rgb, type Rgb, type Surface } from '../surface'
import { concrete, gravel, plaster } from '../surfaces/masonry'

const GREYS: readonly [Rgb, ...Rgb[]] = [rgb('#9f9c96'), rgb('#b0aca4'), rgb('#8c8a87')]

/** A hollow block, 0.5 × 0.2 × 0.2 m: outer shell and two webs, open at the top. */
function addHollowBlock(frame: Frame, at: Vec3, yaw: number, surface: Surface, seed: number): void {
  const block = within(frame, at, turned(yaw))
  const put = (x: number, y: number, z: number, size: Vec3) =>
    addBox(block, [x, y, z], size, surface, { seed })
  for (const z of [-0.085, 0.085]) put(0, 0, z, [0.49, 0.195, 0.03])
  for (const x of [-0.23, 0, 0.23]) put(x, 0, 0, [0.03, 0.195, 0.14])
  put(0, -0.09, 0, [0.43, 0.015, 0.14])
}

function blocksOnPallet(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const surface = concrete(random.pick(GREYS), { dirt: 0.25 })
  const stack = within(frame, [0, 0, 0], turned(random.range(-0.6, 0.6)))
  const deck = addPallet(stack)
  for (let layer = 0; layer < 4; layer++) {
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 4; j++) {
        if (layer === 3 && random.chance(0.4)) continue
        const at: Vec3 = [-0.27 + i * 0.52, deck + 0.1 + layer * 0.2, -0.31 + j * 0.205]
        addHollowBlock(stack, at, random.range(-0.02, 0.02), surface, random.int(0, 1e6))
      }
    }
  }
  addHollowBlock(frame, [0.95, 0.1, 0.55], random.range(0.4, 1), surface, 9)
  scatter(frame, random, surface, 16)
  return { scene: frame.scene, camera: { eye: [0.5, 1.5, 1.9], target: [0.1, 0.4, 0], view: 41 }, lighting }
}

function paversLaid(random: Random): Shot {
  const { frame, lighting } = yard(random, -7)
  const surface = concrete(random.pick(GREYS), { dirt: 0.3, pits: 0.8 })
  const ground = within(frame, [0, 0, 0], turned(random.range(-0.4, 0.4)))
  for (let row = -12; row < 16; row++) {
    for (let i = -12; i < 12; i++) {
      if (row > 9 && random.chance((row - 9) * 0.12)) continue
      const x = (i + (row % 2 === 0 ? 0 : 0.5)) * 0.206
      const rotation = turned(
        random.range(-0.01, 0.01),
        random.range(-0.008, 0.008),
        random.range(-0.008, 0.008),
      )
      addBox(ground, [x, random.range(0, 0.004), row * 0.106], [0.2, 0.06, 0.1], surface, {
        rotation,
        seed: random.int(0, 1e6),
      })
    }
  }
  return { scene: frame.scene, camera: { eye: [0, 1.5, 2.2], target: [0, 0, 0.3], view: 45 }, lighting }
}

function slabsStacked(random: Random): Shot {
  const { frame, lighting } = yard(random)
  const tone = random.pick(GREYS)
  const surface = concrete(tone, { dirt: 0.3, pits: 1 })
  for (let stack = 0; stack < 3; stack++) {
    const place = within(
      frame,
      [-0.75 + stack * 0.68, 0, random.range(-0.2, 0.15)],
      turned(random.range(-0.2, 0.2)),
    )
    addBearers(place, 0.18, 0.5, stack)
    const layers = random.int(6, 12)
    for (let layer = 0; layer < layers; layer++) {
      const at: Vec3 = [random.range(-0.012, 0.012), 0.105 + layer * 0.054, random.range(-0.012, 0.012)]
      addBox(place, at, [0.5, 0.05, 0.5], surface, {
        rotation: turned(random.range(-0.02, 0.02)),
        seed: random.int(0, 1e6),
      })
    }
  }
  const lean = turned(0.2, -0.3)
  addBox(frame, [0.95, 0.26, 0.5], [0.5, 0.5, 0.05], surface, { rotation: lean })
  return { scene: frame.scene, camera: { eye: [0.4, 1.3, 2.3], target: [0, 0.3, 0], view: 40 }, lighting }
}

function kerbsAndBeams(random: Random): Shot {
  const { frame, lighting } = yard(random, -5)
  const surface = concrete(random.pick(GREYS), { dirt: 0.5, pits: 1 })
  const stack = within(frame, [0, 0, 0], turned(random.range(0.3, 0.7)))
  addBearers(stack, 0.6, 1.2)
  for (let layer = 0; layer < 4; layer++) {
    for (let i = 0; i < 5 - layer; i++) {
      const at: Vec3 = [random.range(-0.06, 0.06), 0.18 + layer * 0.205, -0.45 + i * 0.19 + layer * 0.08]
      addBox(stack, at, [1.9, 0.2, 0.17], surface, { seed: random.int(0, 1e6) })
    }
  }
  scatter(frame, random, surface, 20)
  return { scene: frame.scene, camera: { eye: [-0.4, 1.35, 2.3], target: [0, 0.35, 0], view: 41 }, lighting }
}

function blockWall(random: Random): Shot {
  const { frame, lighting } = room(random, gravel(rgb('#8f887c')), plaster(rgb('#b5afa5'), 0.6), -3)
  const surface = concrete(random.pick(GREYS), { dirt: 0.3, pits: 1 })
  const mortar = concrete(rgb('#7e7a74'))
  for (let row = 0; row < 9; row++) {
    for (let i = -4; i < 4; i++) {
      if (row > 6 && i > 9 - row) continue
      const x = (i + (row % 2 === 0 ? 0 : 0.5)) * 0.5 + 0.25
      addBox(frame, [x, 0.1 + row * 0.205, random.range(-0.003, 0.003)], [0.488, 0.193, 0.2], surface, {
        seed: random.int(0, 1e6),
      })
      addBox(frame, [x, 0.1 + row * 0.205, -0.005], [0.502, 0.207, 0.18], mortar, { seed: 4 })
    }
  }
  for (let i = 0; i < 5; i++)
    addHollowBlock(
      frame,
      [random.range(-1.2, 1.2), 0.1, random.range(0.6, 1)],
      random.range(0, 3),
      surface,
      i,
    )
  return { scene: frame.scene, camera: { eye: [0.8, 1.4, 3.1], target: [0, 0.8, 0], view: 38 }, lighting }
}

export const concreteShots = [paversLaid, blocksOnPallet, slabsStacked, kerbsAndBeams, blockWall] as const
