import type { Hazard, Vehicle } from './lot-terms'

/**
 * What one trip of a vehicle is taken to carry, and the accesses that let it come. The limits are said beside each choice:
 * they are round figures to search by, not what a given vehicle may legally load. The truck's mass is the payload of the
 * class «rigid, over 17 t» of the UK Government conversion factors 2025 (DESNZ).
 */
export const TRIPS = {
  van: { massG: 1_000_000, volumeL: 10_000, reaches: ['hand', 'van', 'truck', 'articulated'] },
  truck: { massG: 8_900_000, volumeL: 40_000, reaches: ['truck', 'articulated'] },
} as const satisfies Record<string, { massG: number; volumeL: number; reaches: readonly Vehicle[] }>

export const TRIP_NAMES = Object.keys(TRIPS) as [keyof typeof TRIPS, ...(keyof typeof TRIPS)[]]
export type TripName = keyof typeof TRIPS

/** What a search leaves out of the dangers that givers declare: those that harm health, or any. */
export const HAZARD_LIMITS = ['health', 'any'] as const
export type HazardLimit = (typeof HAZARD_LIMITS)[number]

/** Dangers of touching, breathing or releasing the material itself; the others are of handling. */
export const HEALTH_HAZARDS: readonly Hazard[] = [
  'lead-paint',
  'treated-wood',
  'mineral-fibre',
  'refrigerant',
  'asbestos',
]
