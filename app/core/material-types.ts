/**
 * The material types every feature shares: offered by lots, asked for by needs, counted by inventories.
 * Order is the order in which forms list them: structure, envelope, fit-out, equipment.
 */
export const MATERIAL_TYPES = [
  'concrete',
  'brick',
  'stone',
  'roof-tile',
  'structural-timber',
  'structural-steel',
  'other-metal',
  'window',
  'door',
  'partition-board',
  'ceiling',
  'raised-floor',
  'wood-floor',
  'soft-floor',
  'ceramic-tile',
  'insulation',
  'sanitary',
  'hvac-plumbing',
  'electrical',
  'furniture',
  'other',
] as const

export type MaterialType = (typeof MATERIAL_TYPES)[number]

export function isMaterialType(text: string): text is MaterialType {
  return (MATERIAL_TYPES as readonly string[]).includes(text)
}
