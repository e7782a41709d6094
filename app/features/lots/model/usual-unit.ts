import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'

/** The unit in which sites usually count a material: what a form proposes, never more. */
export const USUAL_UNIT: Readonly<Record<MaterialType, Unit>> = {
  concrete: 'u',
  brick: 'u',
  stone: 'm2',
  'roof-tile': 'm2',
  'structural-timber': 'ml',
  'structural-steel': 'kg',
  'other-metal': 'kg',
  window: 'u',
  door: 'u',
  'partition-board': 'm2',
  ceiling: 'm2',
  'raised-floor': 'm2',
  'wood-floor': 'm2',
  'soft-floor': 'm2',
  'ceramic-tile': 'm2',
  insulation: 'm2',
  sanitary: 'u',
  'hvac-plumbing': 'u',
  electrical: 'u',
  furniture: 'u',
  other: 'u',
}
