import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, addCylinder, turned, within } from '../scene'
import { addBearers, addPallet, hall, room, scatter } from '../stage'
import { rgb } from '../surface'
import { glass } from '../surfaces/glazed'
import { concrete, plaster } from '../surfaces/masonry'
import { brushed, galvanised, paint } from '../surfaces/metal'
import { carpet, mineralBoard, paper } from '../surfaces/soft'
import { PINE, strandBoard, wood } from '../surfaces/wood'

function plasterboardStack(random: Random): Shot {
  const { frame, lighting } = hall(random, -2.6)
  const face = paper(random.pick([rgb('#d5d0c4'), rgb('#b9c9b5'), rgb('#d8cfc6')]), 0.3)
  const stack = within(frame, [0, 0, 0], turned(random.range(0.3, 0.7)))
  addBearers(stack, 0.8, 1.2)
  for (let layer = 0; layer < 18; layer++) {
    const at = [random.range(-0.02, 0.02), 0.09 + layer * 0.0135, random.range(-0.02, 0.02)] as const
    addBox(stack, at, [2.4, 0.0125, 1.2], layer % 2 === 0 ? face : mineralBoard(rgb('#e2ddd2')), {
      seed: layer,
    })
  }
  scatter(frame, random, mineralBoard(rgb('#e6e2d8')), 16)
  return { scene: frame.scene, camera: { eye: [0.1, 1.15, 2.5], target: [0, 0.2, 0], view: 37 }, lighting }
}

function leaningBoards(random: Random): Shot {
  const { frame, lighting } = hall(random, -0.9)
  const face = paper(rgb('#d0cbbf'), 0.4)
  const core = mineralBoard(rgb('#ebe7de'))
  for (let i = 0; i < 9; i++) {
    const lean = within(
      frame,
      [-0.5 + i * 0.14 + random.range(-0.05, 0.05), 1.22, -0.42 + i * 0.03],
      turned(random.range(-0.05, 0.05), -0.17),
    )
    addBox(lean, [0, 0, 0], [1.2, 2.5, 0.011], face, { seed: i })
    addBox(lean, [0, 0, -0.001], [1.198, 2.505, 0.008], core, { seed: i })
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.5, 1.4, 3.1], target: [0.1, 1.05, -0.3], view: 39 },
    lighting,
  }
}

/** Boards screwed on studs, joints filled. */
function boardedWall(random: Random): Shot {
  const { frame, lighting } = room(
    random,
    concrete(rgb('#8d8a85'), { dirt: 0.6 }),
    plaster(rgb('#8d8981')),
    -1,
  )
  const face = paper(random.pick([rgb('#c9c5bb'), rgb('#b5c5b1')]), 0.3)
  const filler = plaster(rgb('#efece4'), 0)
  const wall = within(frame, [0, 0, -0.3], turned(random.range(-0.35, 0.35)))
  for (let i = -2; i < 3; i++) {
    if (i === 2) continue
    addBox(wall, [i * 1.2, 1.3, 0], [1.196, 2.6, 0.0125], face, { seed: i + 5 })
    addBox(wall, [i * 1.2 + 0.6, 1.3, 0.0066], [0.16, 2.6, 0.001], filler, { seed: i })
    for (let y = 0.2; y < 2.5; y += 0.3)
      for (const x of [0.04, 0.55])
        addCylinder(wall, [i * 1.2 + x - 0.3, y, 0.006], { radius: 0.022, length: 0.003 }, filler, {
          rotation: turned(0, Math.PI / 2),
        })
  }
  for (let i = 0; i < 5; i++)
    addBox(wall, [1.9 + i * 0.6, 1.3, -0.04], [0.05, 2.6, 0.07], galvanised(rgb('#a9adb0')), { seed: i })
  return {
    scene: frame.scene,
    camera: { eye: [0.4, 1.45, 2.9], target: [0.2, 1.2, -0.3], view: 40 },
    lighting,
  }
}

/** Glazed office partition modules leaning. */
function glazedPartition(random: Random): Shot {
  const { frame, lighting } = room(
    random,
    carpet(rgb('#5a5f66'), rgb('#7d828a')),
    plaster(rgb('#d9d6cd'), 0.2),
    -1.8,
  )
  const metal = brushed(rgb('#aeb1b4'), 0.3, 1)
  for (let i = 0; i < 4; i++) {
    const x = -1.5 + i
    for (const side of [-0.48, 0.48]) addBox(frame, [x + side, 1.25, -0.4], [0.045, 2.5, 0.08], metal)
    for (const y of [0.03, 0.9, 2.47]) addBox(frame, [x, y, -0.4], [0.95, 0.05, 0.08], metal)
    addBox(frame, [x, 0.46, -0.4], [0.93, 0.84, 0.05], paint(rgb('#c9cfd0'), { chips: 0 }), { seed: i })
    addBox(frame, [x, 1.68, -0.4], [0.93, 1.54, 0.008], glass())
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.8, 0.8), 1.5, 3.1], target: [0, 1.2, -0.4], view: 40 },
    lighting,
  }
}

/** A suspended grid seen from below, some tiles out. */
function gridOverhead(random: Random): Shot {
  const { frame, lighting } = room(random, carpet(rgb('#6b6f75')), plaster(rgb('#dcd9d0'), 0.2), -4)
  const tile = mineralBoard(rgb('#e9e7e0'), 0.5)
  const rail = paint(rgb('#f1f0ec'), { chips: 0 })
  addBox(frame, [0, 3.4, 0], [12, 0.2, 12], concrete(rgb('#6f6c68')), { seed: 3 })
  for (let i = -6; i <= 6; i++) {
    addBox(frame, [i * 0.6, 2.6, 0], [0.024, 0.035, 9], rail)
    addBox(frame, [0, 2.6, i * 0.6], [9, 0.035, 0.024], rail)
    for (let j = -6; j < 6; j++) {
      if (random.chance(0.16)) continue
      addBox(frame, [i * 0.6 + 0.3, 2.598, j * 0.6 + 0.3], [0.575, 0.018, 0.575], tile, {
        seed: random.int(0, 1e6),
      })
    }
  }
  return {
    scene: frame.scene,
    camera: {
      eye: [random.range(-0.5, 0.5), 1.3, 2.6],
      target: [random.range(-0.4, 0.4), 2.2, -1],
      view: 46,
    },
    lighting: { ...lighting, sun: null, nadir: [0.75, 0.73, 0.7], exposure: 1.25 },
  }
}

function tileStacks(surfaceOf: (random: Random) => { tile: ReturnType<typeof mineralBoard>; thick: number }) {
  return function stacks(random: Random): Shot {
    const { frame, lighting } = hall(random, -2)
    const { tile, thick } = surfaceOf(random)
    const base = within(frame, [0, 0, 0], turned(random.range(-0.5, 0.5)))
    const deck = addPallet(base)
    for (const side of [-1, 1]) {
      const count = Math.round(random.range(0.35, 0.75) / thick)
      for (let i = 0; i < count; i++) {
        const rotation = turned(random.range(-0.02, 0.02))
        addBox(
          base,
          [side * 0.31 + random.range(-0.006, 0.006), deck + (i + 0.5) * thick, random.range(-0.01, 0.01)],
          [0.597, thick - 0.0015, 0.597],
          tile,
          { rotation, seed: random.int(0, 1e6) },
        )
      }
    }
    addBox(frame, [random.range(0.8, 1), 0.29, 0.35], [0.597, 0.597, thick], tile, {
      rotation: turned(-0.4, -0.25),
    })
    return { scene: frame.scene, camera: { eye: [0.4, 1.35, 2], target: [0.1, 0.35, 0], view: 39 }, lighting }
  }
}

function baffles(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const tile = mineralBoard(random.pick([rgb('#e6e3da'), rgb('#9fb0b8'), rgb('#d9c48e')]), 0.3)
  for (let i = 0; i < 12; i++) {
    const lean = within(
      frame,
      [-0.9 + i * 0.13, 0.3, -0.2],
      turned(Math.PI / 2 + random.range(-0.06, 0.06), -0.22),
    )
    addBox(lean, [0, 0, 0], [1.2, 0.597, 0.04], tile, { seed: i })
  }
  for (let i = 0; i < 9; i++)
    addBox(frame, [0.9, 0.022 + i * 0.042, 0.35], [0.597, 0.04, 0.597], tile, {
      rotation: turned(random.range(-0.1, 0.1)),
      seed: 40 + i,
    })
  return { scene: frame.scene, camera: { eye: [0.7, 1.2, 2.2], target: [0.1, 0.25, 0], view: 39 }, lighting }
}

/** A raised floor with a few panels lifted, pedestals showing. */
function openFloor(random: Random): Shot {
  const top = random.chance(0.5)
    ? carpet(rgb('#565b63'), rgb('#7f858d'))
    : paint(rgb('#8f9496'), { chips: 0.05, dirt: 0.4 })
  const { frame, lighting } = room(random, concrete(rgb('#6d6a66')), plaster(rgb('#d7d3c8'), 0.2), -3.2)
  const deck = within(frame, [0, 0.35, 0])
  const pedestal = galvanised()
  const open = new Set(['0,0', '1,0', random.pick(['0,-1', '1,-1', '-1,0'])])
  for (let i = -6; i < 6; i++) {
    for (let j = -5; j < 4; j++) {
      addCylinder(frame, [i * 0.6, 0.16, j * 0.6], { radius: 0.012, length: 0.32 }, pedestal)
      addBox(frame, [i * 0.6, 0.315, j * 0.6], [0.09, 0.005, 0.09], pedestal)
      if (open.has(`${i},${j}`)) continue
      addBox(deck, [i * 0.6 + 0.3, -0.015, j * 0.6 + 0.3], [0.597, 0.034, 0.597], top, {
        seed: random.int(0, 1e6),
      })
    }
  }
  const lifted = within(deck, [-0.75, 0.27, 0.1], turned(0.4, -0.3))
  addBox(lifted, [0, 0, 0], [0.597, 0.597, 0.034], galvanised(rgb('#9a9fa2')), { seed: 5 })
  return { scene: frame.scene, camera: { eye: [0.6, 1.6, 2.2], target: [0.2, 0.25, 0], view: 42 }, lighting }
}

const ceilingStack = tileStacks((random) => ({
  tile: mineralBoard(random.pick([rgb('#e8e5dc'), rgb('#dcdad3')]), 0.6),
  thick: 0.019,
}))
const steelPanels = tileStacks((random) => ({
  tile: { ...galvanised(rgb('#8f9598')), bevel: random.range(0.003, 0.004) },
  thick: 0.034,
}))
const chipboardPanels = tileStacks(() => ({ tile: strandBoard(rgb('#b58f5f')), thick: 0.04 }))
const carpetedPanels = tileStacks((random) => ({
  tile: carpet(random.pick([rgb('#4f5a68'), rgb('#5c5f62')]), rgb('#87909c')),
  thick: 0.04,
}))
const metalTrays = tileStacks(() => ({
  tile: paint(rgb('#e8e9e8'), { chips: 0.05, gloss: 0.08 }),
  thick: 0.03,
}))
const woodWool = tileStacks(() => ({ tile: wood({ ...PINE, weather: 0.5, knots: 0 }), thick: 0.035 }))

export const partitionShots = [plasterboardStack, leaningBoards, boardedWall, glazedPartition] as const
export const ceilingShots = [gridOverhead, ceilingStack, baffles, metalTrays, woodWool] as const
export const raisedFloorShots = [openFloor, steelPanels, chipboardPanels, carpetedPanels] as const
