import type { Sighting } from '~/core/sighting'

/** What is told of people and vehicles in a photo: spotted, not looked at yet, or nobody looks. */
export type SpottingReply =
  { status: 'done'; sightings: Sighting[] } | { status: 'waiting' } | { status: 'off' }

/** What a photo seems to show, in a word: somebody, a vehicle, or both; null for neither. */
export function spottedIn(sightings: readonly Sighting[]): 'person' | 'vehicle' | 'both' | null {
  const hasPerson = sightings.some(({ kind }) => kind === 'person')
  const hasVehicle = sightings.some(({ kind }) => kind === 'vehicle')
  if (hasPerson && hasVehicle) return 'both'
  return hasPerson ? 'person' : hasVehicle ? 'vehicle' : null
}
