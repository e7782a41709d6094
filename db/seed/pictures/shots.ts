import type { MaterialType } from '~/core/material-types'
import type { Shot } from './frame'
import { ceilingShots, partitionShots, raisedFloorShots } from './materials/boards'
import { brickShots } from './materials/brick'
import { concreteShots } from './materials/concrete'
import { electricalShots } from './materials/electrical'
import { ceramicTileShots } from './materials/ceramic-tile'
import { softFloorShots } from './materials/soft-floor'
import { woodFloorShots } from './materials/wood-floor'
import { furnitureShots } from './materials/furniture'
import { heatingShots } from './materials/heating'
import { insulationShots } from './materials/insulation'
import { doorShots, windowShots } from './materials/openings'
import { roofTileShots } from './materials/roof-tile'
import { sanitaryShots } from './materials/sanitary'
import { otherMetalShots, structuralSteelShots } from './materials/steel'
import { stoneShots } from './materials/stone'
import { timberShots } from './materials/timber'
import type { Random } from './random'

export type ShotMaker = (random: Random) => Shot

/** Materials that have a look of their own: all but 'other'. */
export type PicturedMaterial = Exclude<MaterialType, 'other'>

/** At least four layouts per material; a picture's seed picks one, then varies it. */
export const SHOTS = {
  concrete: concreteShots,
  brick: brickShots,
  stone: stoneShots,
  'roof-tile': roofTileShots,
  'structural-timber': timberShots,
  'structural-steel': structuralSteelShots,
  'other-metal': otherMetalShots,
  window: windowShots,
  door: doorShots,
  'partition-board': partitionShots,
  ceiling: ceilingShots,
  'raised-floor': raisedFloorShots,
  'wood-floor': woodFloorShots,
  'soft-floor': softFloorShots,
  'ceramic-tile': ceramicTileShots,
  insulation: insulationShots,
  sanitary: sanitaryShots,
  'hvac-plumbing': heatingShots,
  electrical: electricalShots,
  furniture: furnitureShots,
} satisfies Record<PicturedMaterial, readonly ShotMaker[]>
