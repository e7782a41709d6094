import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, addCylinder, along, turned, within, type Frame } from '../scene'
import { hall, room, yard } from '../stage'
import { rgb, type Surface } from '../surface'
import { glaze } from '../surfaces/glazed'
import { plaster } from '../surfaces/masonry'
import { brushed, galvanised, paint } from '../surfaces/metal'
import { carpet } from '../surfaces/soft'
import { DOUGLAS, OAK, PINE, wood } from '../surfaces/wood'

/** A public bench: cast legs and slats. */
function publicBench(random: Random): Shot {
  const { frame, lighting } = yard(random, -5)
  const slat = wood({ ...DOUGLAS, weather: random.range(0.2, 0.6) })
  const iron = paint(random.pick([rgb('#2c4a3a'), rgb('#33373a')]), { chips: 0.35 })
  for (let i = 0; i < 2; i++) {
    const place = within(frame, [-0.15 + i * 0.5, 0, -0.1 - i * 0.95], turned(random.range(-0.6, -0.2)))
    for (let row = 0; row < 5; row++)
      addBox(place, [0, 0.45, 0.2 - row * 0.1], [1.8, 0.035, 0.085], slat, { seed: row + i * 9 })
    for (let row = 0; row < 3; row++)
      addBox(place, [0, 0.58 + row * 0.12, -0.26 - row * 0.03], [1.8, 0.09, 0.03], slat, {
        rotation: turned(0, -0.25),
        seed: 5 + row,
      })
    for (const x of [-0.7, 0.7]) {
      for (const z of [-0.2, 0.18]) addBox(place, [x, 0.22, z], [0.05, 0.44, 0.05], iron)
      addBox(place, [x, 0.42, 0], [0.05, 0.03, 0.45], iron)
      addBox(place, [x, 0.65, -0.29], [0.045, 0.5, 0.035], iron, { rotation: turned(0, -0.25) })
    }
  }
  return { scene: frame.scene, camera: { eye: [0.3, 1.25, 2.5], target: [0, 0.4, -0.1], view: 38 }, lighting }
}

function addChair(frame: Frame, shell: Surface, leg: Surface, seed: number): void {
  addBox(frame, [0, 0.45, 0], [0.42, 0.02, 0.4], { ...shell, bevel: 0.008 }, { seed })
  addBox(
    frame,
    [0, 0.68, -0.22],
    [0.4, 0.28, 0.016],
    { ...shell, bevel: 0.006 },
    { rotation: turned(0, -0.2), seed },
  )
  for (const x of [-0.19, 0.19]) {
    for (const z of [-0.19, 0.18])
      addCylinder(frame, [x, 0.22, z], { radius: 0.012, length: 0.46 }, leg, {
        rotation: turned(0, z > 0 ? -0.08 : 0.1),
      })
    addCylinder(frame, [x, 0.6, -0.2], { radius: 0.011, length: 0.42 }, leg, { rotation: turned(0, -0.2) })
  }
}

function chairs(random: Random): Shot {
  const { frame, lighting } = hall(random, -2)
  const shell = random.pick([
    wood({ ...OAK, knots: 0, gloss: 0.03 }),
    glaze(rgb('#b64a34'), { gloss: 0.05 }),
    glaze(rgb('#2f5d7c'), { gloss: 0.05 }),
  ])
  const leg = brushed(rgb('#b3b6b8'), 0.4, 1)
  for (let stack = 0; stack < 3; stack++) {
    const place = within(
      frame,
      [-0.65 + stack * 0.65, 0, random.range(-0.3, 0.2)],
      turned(random.range(-0.7, 0.7)),
    )
    for (let i = 0; i < [1, 5, 3][stack]!; i++)
      addChair(within(place, [0, i * 0.075, i * 0.02]), shell, leg, i)
  }
  return { scene: frame.scene, camera: { eye: [0.3, 1.3, 2.4], target: [0, 0.45, 0], view: 36 }, lighting }
}

/** Desks and a cabinet from an office. */
function desks(random: Random): Shot {
  const { frame, lighting } = room(random, carpet(rgb('#5c6068')), plaster(rgb('#dedacf'), 0.2), -1.8)
  const top = wood({ ...(random.chance(0.5) ? OAK : PINE), knots: 0.1, gloss: 0.03 })
  const leg = paint(rgb('#3a3e42'), { chips: 0.1 })
  for (let i = 0; i < 2; i++) {
    const place = within(frame, [-0.35 + i * 0.3, 0, 0.1 - i * 0.95], turned(random.range(-0.3, 0.3)))
    addBox(place, [0, 0.73, 0], [1.5, 0.028, 0.75], top, { seed: i })
    for (const x of [-0.68, 0.68]) {
      addBox(place, [x, 0.36, 0.3], [0.045, 0.72, 0.045], leg)
      addBox(place, [x, 0.36, -0.3], [0.045, 0.72, 0.045], leg)
      addBox(place, [x, 0.02, 0], [0.045, 0.03, 0.65], leg)
    }
  }
  const cabinet = paint(rgb('#b9bdbc'), { chips: 0.1 })
  for (let drawer = 0; drawer < 4; drawer++) {
    addBox(frame, [1.05, 0.17 + drawer * 0.3, -0.2], [0.46, 0.29, 0.6], cabinet, { seed: drawer })
    addBox(frame, [1.05, 0.25 + drawer * 0.3, 0.11], [0.14, 0.018, 0.02], leg)
  }
  return {
    scene: frame.scene,
    camera: { eye: [0.4, 1.45, 2.5], target: [0.15, 0.5, -0.1], view: 40 },
    lighting,
  }
}

/** Fence panels of welded wire or slats, leant together. */
function fencePanels(random: Random): Shot {
  const { frame, lighting } = yard(random, -5)
  const wired = random.chance(0.5)
  const surface = wired ? paint(rgb('#2f5a45'), { chips: 0.15 }) : galvanised(rgb('#a4a9ab'))
  for (let panel = 0; panel < 3; panel++) {
    const place = within(
      frame,
      [-0.2 + panel * 0.22, 0.72, -0.15 * panel],
      turned(0.3 + random.range(-0.05, 0.05), -0.2),
    )
    for (let i = 0; i <= 26; i++)
      addCylinder(place, [-1.1 + i * 0.085, 0, 0], { radius: wired ? 0.005 : 0.009, length: 1.35 }, surface)
    for (let row = 0; row < (wired ? 8 : 2); row++)
      addCylinder(
        place,
        [0, -0.65 + (row * 1.3) / (wired ? 7 : 1), 0.006],
        { radius: wired ? 0.005 : 0.018, length: 2.25 },
        surface,
        { rotation: along('x') },
      )
  }
  return { scene: frame.scene, camera: { eye: [-0.3, 1.25, 2.6], target: [0, 0.65, 0], view: 38 }, lighting }
}

/** Shelving units, empty, side by side. */
function shelving(random: Random): Shot {
  const { frame, lighting } = hall(random, -0.7)
  const board = wood({ ...OAK, knots: 0.1 })
  const post = paint(random.pick([rgb('#39414a'), rgb('#7a2f26'), rgb('#c9cdcd')]), { chips: 0.2 })
  for (let unit = 0; unit < 3; unit++) {
    const place = within(
      frame,
      [-1.05 + unit * 1.02, 0, -0.35 + random.range(-0.05, 0.08)],
      turned(random.range(-0.05, 0.05)),
    )
    for (const x of [-0.45, 0.45])
      for (const z of [-0.18, 0.18]) addBox(place, [x, 0.95, z], [0.035, 1.9, 0.035], post)
    for (let level = 0; level < 5; level++)
      addBox(place, [0, 0.1 + level * 0.43, 0], [0.92, 0.03, 0.4], board, { seed: unit * 9 + level })
  }
  return { scene: frame.scene, camera: { eye: [0.6, 1.4, 2.8], target: [0, 0.9, -0.3], view: 38 }, lighting }
}

export const furnitureShots = [publicBench, chairs, desks, fencePanels, shelving] as const
