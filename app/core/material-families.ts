import type { MaterialType } from './material-types'

/** Where in a building a material serves, in the order of works. */
export const MATERIAL_FAMILIES = ['structure', 'envelope', 'fit-out', 'equipment', 'other'] as const
export type MaterialFamily = (typeof MATERIAL_FAMILIES)[number]

/** Each material type is of one family. */
export const FAMILY_OF: Readonly<Record<MaterialType, MaterialFamily>> = {
  concrete: 'structure',
  brick: 'structure',
  stone: 'structure',
  'roof-tile': 'envelope',
  'structural-timber': 'structure',
  'structural-steel': 'structure',
  'other-metal': 'structure',
  window: 'envelope',
  door: 'fit-out',
  'partition-board': 'fit-out',
  ceiling: 'fit-out',
  'raised-floor': 'fit-out',
  'wood-floor': 'fit-out',
  'soft-floor': 'fit-out',
  'ceramic-tile': 'fit-out',
  insulation: 'envelope',
  sanitary: 'equipment',
  'hvac-plumbing': 'equipment',
  electrical: 'equipment',
  furniture: 'equipment',
  other: 'other',
}

/** The material types of a family, in their usual order. */
export function materialsOf(family: MaterialFamily): MaterialType[] {
  return (Object.keys(FAMILY_OF) as MaterialType[]).filter((material) => FAMILY_OF[material] === family)
}
