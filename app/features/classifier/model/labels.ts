import type { MaterialType } from '~/core/material-types'

/**
 * What each label of the model says about the product's material types. A photo rarely tells structural steel
 * from other metals, so `metal` proposes both; packaging and things that are no material propose none.
 */
export const MATERIALS_BY_LABEL = {
  brick: ['brick'],
  concrete: ['concrete'],
  stone: ['stone'],
  roof_tile: ['roof-tile'],
  tile: ['ceramic-tile'],
  timber: ['structural-timber'],
  parquet: ['wood-floor'],
  metal: ['structural-steel', 'other-metal'],
  pipe: ['hvac-plumbing'],
  radiator: ['hvac-plumbing'],
  duct: ['hvac-plumbing'],
  sanitary: ['sanitary'],
  door: ['door'],
  glass_window: ['window'],
  insulation: ['insulation'],
  carpet: ['soft-floor'],
  resilient_floor: ['soft-floor'],
  lighting: ['electrical'],
  cable: ['electrical'],
  plasterboard: ['partition-board'],
  partition: ['partition-board'],
  ceiling: ['ceiling'],
  raised_floor: ['raised-floor'],
  furniture: ['furniture'],
  pallet: [],
  other: [],
} as const satisfies Readonly<Record<string, readonly MaterialType[]>>

export type Label = keyof typeof MATERIALS_BY_LABEL

export function isLabel(text: string): text is Label {
  return Object.hasOwn(MATERIALS_BY_LABEL, text)
}

/** The material types a label proposes; none for a label that is not in the table. */
export function materialsOfLabel(label: string): readonly MaterialType[] {
  return isLabel(label) ? MATERIALS_BY_LABEL[label] : []
}
