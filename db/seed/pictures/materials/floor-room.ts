import type { Shot } from '../frame'
import type { Random } from '../random'
import { addBox, type Frame } from '../scene'
import { room } from '../stage'
import { rgb, type Surface } from '../surface'
import { plaster } from '../surfaces/masonry'
import { paint } from '../surfaces/metal'

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
  return made
}
