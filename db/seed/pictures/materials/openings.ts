import type { Shot } from '../frame'
import type { Lighting } from '../lighting'
import type { Random } from '../random'
import { addBox, addCylinder, along, frameOf, newScene, turned, within, type Frame } from '../scene'
import { addGround, addWall, hall, room, yard } from '../stage'
import { rgb, type Rgb, type Surface } from '../surface'
import { glass } from '../surfaces/glazed'
import { clay, concrete, plaster } from '../surfaces/masonry'
import { brushed, paint } from '../surfaces/metal'
import { DARK_OAK, OAK, PINE, WALNUT, wood } from '../surfaces/wood'

type Sash = { width: number; height: number; columns: number; rows: number; bar: number }

/** A glazed frame standing in local x–y, centred, with glazing bars. */
function addSash(frame: Frame, sash: Sash, surface: Surface, seed: number): void {
  const { width, height, columns, rows, bar } = sash
  const stile = 0.065
  for (const side of [-1, 1]) {
    addBox(frame, [(side * (width - stile)) / 2, 0, 0], [stile, height, 0.055], surface, { seed })
    addBox(frame, [0, (side * (height - stile)) / 2, 0], [width - 2 * stile, stile, 0.055], surface, {
      seed: seed + 1,
    })
  }
  for (let i = 1; i < columns; i++)
    addBox(frame, [-width / 2 + (i * width) / columns, 0, 0], [bar, height - stile, 0.04], surface, { seed })
  for (let i = 1; i < rows; i++)
    addBox(frame, [0, -height / 2 + (i * height) / rows, 0], [width - stile, bar, 0.04], surface, { seed })
  addBox(frame, [0, 0, 0], [width - stile, height - stile, 0.006], glass(), { seed })
}

function frameLook(random: Random): Surface {
  return random.pick([
    paint(rgb('#e9e7e0'), { chips: 0.5, under: rgb('#a98a63') }),
    paint(rgb('#eceded'), { chips: 0, gloss: 0.06 }),
    paint(rgb('#3c4146'), { chips: 0, gloss: 0.07 }),
    wood({ ...OAK, axis: 1, weather: 0.2, gloss: 0.03 }),
  ])
}

/** Two casements on a dark room, in a wall. */
function casementInWall(random: Random): Shot {
  const frame = frameOf(newScene())
  addGround(frame, concrete(rgb('#99958d')))
  const wall = random.chance(0.5) ? plaster(rgb('#d8d0bf'), 0.5) : clay([rgb('#c9bba3')], 0.2)
  const [width, height] = [1.3, 1.5]
  for (const side of [-1, 1]) {
    addBox(frame, [side * (width / 2 + 2), 1.5, -0.15], [4, 3, 0.3], wall, { seed: 2 })
    addBox(frame, [0, 1.45 + side * (height / 2 + 1), -0.15], [width, 2, 0.3], wall, { seed: 2 })
  }
  addBox(frame, [0, 1.45, -2.2], [6, 4, 0.1], plaster(rgb('#6d675e')))
  addBox(frame, [0, 1.45 - height / 2 - 0.03, 0.02], [width + 0.16, 0.06, 0.22], concrete(rgb('#b9b4aa')))
  const look = frameLook(random)
  for (const side of [-1, 1]) {
    const leaf = within(frame, [(side * width) / 4, 1.45, -0.12])
    addSash(leaf, { width: width / 2, height, columns: 1, rows: 3, bar: 0.028 }, look, 7 + side)
  }
  addCylinder(frame, [0.02, 1.4, -0.06], { radius: 0.01, length: 0.12 }, brushed(rgb('#9a9486')))
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.7, 0.7), 1.45, 2.5], target: [0, 1.42, 0], view: 33 },
    lighting: openSky(random),
  }
}

function openSky(random: Random): Lighting {
  return {
    sun: { direction: [0.5, 0.7, 0.51], color: [0.9, 0.85, 0.78], spread: 0.15 },
    zenith: [0.55, 0.7, 0.95],
    horizon: [0.85, 0.9, 0.95],
    nadir: [0.2, 0.19, 0.17],
    side: null,
    exposure: random.range(0.85, 1),
  }
}

/** Windows taken out and leant against a wall. */
function leaningWindows(random: Random): Shot {
  const { frame, lighting } = hall(random, -0.75)
  const look = frameLook(random)
  const count = random.int(3, 5)
  for (let i = 0; i < count; i++) {
    const lean = within(
      frame,
      [-0.75 + i * 0.42, 0.68, -0.42 + i * 0.06],
      turned(random.range(-0.12, 0.12), -0.17),
    )
    addSash(lean, { width: 0.95, height: 1.35, columns: 2, rows: random.int(2, 3), bar: 0.03 }, look, i * 5)
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.5, 0.5), 1.25, 2.5], target: [0.05, 0.65, -0.4], view: 36 },
    lighting,
  }
}

/** One many-paned window upright in a yard. */
function paneledWindow(random: Random): Shot {
  const { frame, lighting } = yard(random, -4)
  const look = frameLook(random)
  const place = within(frame, [0, 0.85, 0], turned(random.range(-0.5, 0.5), -0.08))
  addSash(place, { width: 1.5, height: 1.6, columns: 3, rows: 4, bar: 0.026 }, look, 3)
  for (const x of [-0.5, 0.5]) addBox(place, [x, -0.75, -0.25], [0.06, 0.1, 0.6], wood({ ...PINE, axis: 2 }))
  return { scene: frame.scene, camera: { eye: [0.2, 1.25, 2.6], target: [0, 0.8, 0], view: 38 }, lighting }
}

/** Large aluminium bays standing on a rack. */
function bays(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const look = paint(random.pick([rgb('#33383c'), rgb('#d9dadb')]), { chips: 0.05, gloss: 0.08 })
  for (let i = 0; i < 3; i++) {
    const lean = within(frame, [-0.35 + i * 0.3, 1.02, -0.5 - i * 0.13], turned(0.25, -0.1))
    addSash(lean, { width: 1.7, height: 1.95, columns: 2, rows: 1, bar: 0.07 }, look, i)
  }
  addBox(frame, [0, 0.03, -0.5], [2.6, 0.06, 0.9], wood({ ...PINE, weather: 0.5 }))
  return {
    scene: frame.scene,
    camera: { eye: [-0.5, 1.4, 2.7], target: [0, 0.95, -0.4], view: 41 },
    lighting,
  }
}

type Leaf = { surface: Surface; panels: number; metal: Surface; glazed?: boolean; inset?: Surface }

/** A door leaf standing in local x–y, 0.83 × 2.04 m, with raised panels and a handle. */
function addLeaf(frame: Frame, leaf: Leaf, seed: number): void {
  const { surface, panels, metal } = leaf
  const [width, height, thick] = [0.83, 2.04, 0.04]
  if (panels === 0) {
    addBox(frame, [0, 0, 0], [width, height, thick], surface, { seed })
  } else {
    addBox(frame, [0, 0, -0.006], [width - 0.1, height - 0.1, thick - 0.024], leaf.inset ?? surface, { seed })
    for (const x of panels > 2 ? [-1, 0, 1] : [-1, 1])
      addBox(frame, [x * (width / 2 - 0.055), 0, 0], [0.11, height, thick], surface, { seed: seed + x })
    for (let i = 0; i <= (panels > 2 ? panels / 2 : panels); i++) {
      const rows = panels > 2 ? panels / 2 : panels
      const y = -height / 2 + 0.06 + (i * (height - 0.12)) / rows
      addBox(frame, [0, y, -0.0005], [width - 0.2, 0.12, thick - 0.001], surface, {
        rotation: turned(0),
        seed: seed + i + 3,
      })
      if (i === rows) continue
      const middle = y + (height - 0.12) / rows / 2
      for (const x of panels > 2 ? [-1, 1] : [0]) {
        const span = panels > 2 ? 0.2 : width - 0.34
        addBox(
          frame,
          [x * 0.18, middle, 0.003],
          [span, (height - 0.12) / rows - 0.24, 0.03],
          { ...surface, bevel: 0.02 },
          { seed: seed + i },
        )
      }
    }
  }
  addBox(frame, [width / 2 - 0.065, 0, 0.024], [0.045, 0.22, 0.008], metal)
  addCylinder(frame, [width / 2 - 0.065, 0.03, 0.05], { radius: 0.01, length: 0.05 }, metal, {
    rotation: along('z'),
  })
  addCylinder(frame, [width / 2 - 0.12, 0.03, 0.072], { radius: 0.01, length: 0.13 }, metal, {
    rotation: along('x'),
  })
}

function leafLook(random: Random): Leaf {
  const metal = brushed(random.pick([rgb('#b5b2aa'), rgb('#b08d4a')]), 0.5)
  const timber = random.pick([OAK, DARK_OAK, WALNUT])
  return random.pick<Leaf>([
    { surface: wood({ ...timber, axis: 1, gloss: 0.04, knots: 0.2 }), panels: 6, metal },
    { surface: paint(rgb('#ece9e1'), { chips: 0.25, under: rgb('#b39b78') }), panels: 6, metal },
    { surface: wood({ ...timber, axis: 1, gloss: 0.03, knots: 0.1 }), panels: 2, metal },
  ])
}

/** A door in its frame in a wall. */
function doorInWall(random: Random): Shot {
  const { frame, lighting } = room(random, wood({ ...OAK, axis: 2 }), plaster(rgb('#dcd6c9'), 0.3), -0.1)
  const leaf = leafLook(random)
  addLeaf(within(frame, [0, 1.03, -0.03]), leaf, 3)
  for (const side of [-1, 1])
    addBox(frame, [side * 0.47, 1.06, -0.04], [0.1, 2.12, 0.12], leaf.surface, { seed: 11 + side })
  addBox(frame, [0, 2.13, -0.04], [1.04, 0.1, 0.12], leaf.surface, { seed: 15 })
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.6, 0.6), 1.35, 2.7], target: [0, 1.08, 0], view: 45 },
    lighting,
  }
}

/** Doors leaning side by side against a wall. */
function leaningDoors(random: Random): Shot {
  const { frame, lighting } = hall(random, -0.7)
  const looks = [leafLook(random), leafLook(random)]
  for (let i = 0; i < 3; i++) {
    const lean = within(
      frame,
      [-0.98 + i * 0.95, 1.03, -0.42 + random.range(0, 0.06)],
      turned(random.range(-0.06, 0.06), -0.14),
    )
    addLeaf(lean, looks[i % 2]!, i * 9)
  }
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.5, 0.5), 1.35, 3.1], target: [0, 1, -0.3], view: 40 },
    lighting,
  }
}

/** Flush doors in a row, the front one seen whole. */
function flushDoors(random: Random): Shot {
  const { frame, lighting } = hall(random, -1.2)
  const metal = brushed(rgb('#b5b2aa'), 0.5)
  const surface = random.pick([
    wood({ ...OAK, axis: 1, gloss: 0.03, knots: 0 }),
    paint(rgb('#8c2f26'), { chips: 0.15 }),
    paint(rgb('#5e6f63'), { chips: 0.2 }),
  ])
  for (let i = 0; i < 6; i++) {
    const lean = within(
      frame,
      [-0.1 + i * 0.05, 1.03, -0.2 - i * 0.075],
      turned(random.range(0.12, 0.18), -0.13),
    )
    addLeaf(lean, { surface, panels: 0, metal }, i * 7)
  }
  return { scene: frame.scene, camera: { eye: [-0.55, 1.35, 2.5], target: [0, 1, -0.3], view: 45 }, lighting }
}

/** A heavy entrance door with two leaves. */
function doubleDoor(random: Random): Shot {
  const tone: Rgb = random.pick([rgb('#27493f'), rgb('#7d2a22'), rgb('#2c3f5c'), rgb('#6b4a2e')])
  const frame = frameOf(newScene())
  addGround(frame, concrete(rgb('#9a968f')))
  addWall(frame, -0.1, clay([rgb('#c5b89d'), rgb('#cdc2aa')], 0.2))
  const surface = paint(tone, { chips: 0.3, under: rgb('#9c8159'), gloss: 0.06 })
  const metal = brushed(rgb('#b08d4a'), 0.5)
  for (const side of [-1, 1]) {
    addLeaf(within(frame, [side * 0.42, 1.05, -0.02]), { surface, panels: 6, metal }, side * 8 + 20)
    addBox(frame, [side * 0.92, 1.08, 0], [0.16, 2.16, 0.2], concrete(rgb('#c4beb1')))
  }
  addBox(frame, [0, 2.2, 0], [2, 0.18, 0.22], concrete(rgb('#c4beb1')))
  return {
    scene: frame.scene,
    camera: { eye: [random.range(-0.6, 0.6), 1.4, 3.1], target: [0, 1.1, 0], view: 41 },
    lighting: openSky(random),
  }
}

export const windowShots = [paneledWindow, casementInWall, leaningWindows, bays] as const
export const doorShots = [doorInWall, leaningDoors, flushDoors, doubleDoor] as const
