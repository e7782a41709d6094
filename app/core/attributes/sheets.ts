import type { MaterialType } from '../material-types'
import type { AttributeKey } from './definitions'

/**
 * The attribute sheet of each material type, in the order that forms ask and pages show. A sheet holds what its trade
 * needs to know before coming to fetch: the dimensions that decide whether it fits, then what it is and with what.
 */
export const SHEETS = {
  concrete: ['concreteForm', 'length', 'width', 'thickness', 'reinforced'],
  brick: ['brickKind', 'length', 'width', 'height', 'mortar'],
  stone: ['stoneKind', 'stoneUse', 'length', 'width', 'thickness'],
  'roof-tile': ['roofKind', 'length', 'width', 'perSquareMetre'],
  'structural-timber': [
    'timberSpecies',
    'sectionWidth',
    'sectionHeight',
    'length',
    'strengthClass',
    'treated',
  ],
  'structural-steel': ['profile', 'profileHeight', 'length', 'steelGrade', 'treated'],
  'other-metal': ['metal', 'metalForm', 'length', 'width', 'thickness', 'diameter'],
  window: [
    'width',
    'height',
    'windowFrame',
    'glazing',
    'windowOpening',
    'thermalU',
    'frameIncluded',
    'safetyGlass',
  ],
  door: [
    'leafWidth',
    'leafHeight',
    'leafThickness',
    'openingHand',
    'doorUse',
    'doorCore',
    'fireRating',
    'acousticDb',
    'frameIncluded',
    'ironmongeryIncluded',
  ],
  'partition-board': ['partitionKind', 'width', 'height', 'thickness', 'fireRating', 'acousticDb'],
  ceiling: ['ceilingKind', 'length', 'width', 'thickness', 'acousticDb'],
  'raised-floor': ['panelSide', 'thickness', 'raisedFloorCore', 'loadKn', 'pedestalsIncluded'],
  'wood-floor': ['woodFloorKind', 'floorSpecies', 'thickness', 'width', 'length', 'woodFloorFixing'],
  'soft-floor': ['softFloorKind', 'length', 'width', 'thickness', 'fireRating'],
  'ceramic-tile': ['tileKind', 'length', 'width', 'thickness', 'slipRating'],
  insulation: ['insulationKind', 'insulationForm', 'thickness', 'length', 'width', 'thermalR'],
  sanitary: ['sanitaryKind', 'width', 'depth', 'height', 'mounting', 'tapsIncluded'],
  'hvac-plumbing': [
    'heatingKind',
    'heatingEnergy',
    'powerW',
    'radiatorMetal',
    'width',
    'height',
    'depth',
    'diameter',
  ],
  electrical: ['electricalKind', 'lightSource', 'powerW', 'length', 'width', 'ipRating'],
  furniture: ['furnitureKind', 'width', 'depth', 'height'],
  other: ['length', 'width', 'height'],
} as const satisfies Record<MaterialType, readonly AttributeKey[]>

/** The attributes of a material, in order. */
export function sheetOf(material: MaterialType): readonly AttributeKey[] {
  return SHEETS[material]
}
