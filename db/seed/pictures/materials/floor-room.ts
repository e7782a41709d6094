import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, type Frame } from '../scene'
import { room } from '../stage'
import { rgb, type Surface } from '../surface'
import { lamp } from '../surfaces/glazed'
import { plaster } from '../surfaces/masonry'
import { paint } from '../surfaces/metal'

/** A tall window whose glow shows in polished floors. */
function addDaylitWindow(frame: Frame, x: number, back: number): void {
  const joinery = paint(rgb('#f0eee8'), { chips: 0.05 })
  addBox(frame, [x, 1.2, back + 0.012], [1.1, 1.9, 0.01], lamp(rgb('#eef4ff'), 1.1))
  for (const side of [-0.55, 0, 0.55])
    addBox(frame, [x + side, 1.2, back + 0.03], [0.06, 1.96, 0.04], joinery)
  for (const y of [0.25, 1.5, 2.15]) addBox(frame, [x, y, back + 0.03], [1.16, 0.05, 0.04], joinery)
}

/** An empty room: pale walls and a skirting board, over a given subfloor. */
export function whiteRoom(
  random: Random,
  floor: Surface,
  back: number,
): { frame: Frame; lighting: Shot['lighting'] } {
  const made = room(
    random,
    floor,
    plaster(random.pick([rgb('#e6e2d9'), rgb('#d5d9d6'), rgb('#e2d9c8')]), 0.15),
    back,
  )
  addBox(made.frame, [0, 0.06, back + 0.01], [9, 0.12, 0.02], paint(rgb('#eeece6'), { chips: 0.05 }))
  addDaylitWindow(made.frame, random.range(-0.9, 0.9), back)
  return made
}
