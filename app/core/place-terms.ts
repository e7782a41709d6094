/** What a place of the directory is. */
export const PLACE_KINDS = [
  'reuse-shop',
  'reconditioner',
  'platform',
  'storage',
  'haulier',
  'advisor',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** What a place does for those who give or take materials. */
export const PLACE_SERVICES = [
  'storage',
  'transport',
  'removal',
  'collection',
  'reconditioning',
  'resale',
  'advice',
  'training',
] as const
export type PlaceService = (typeof PLACE_SERVICES)[number]
