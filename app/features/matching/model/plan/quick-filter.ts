import { dayNumber } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { MatchLot, MatchNeed } from '../score'

/** What the plain filters read of a side, as numbers made once: a lot meets thousands of needs. */
export type QuickSide = {
  x: number
  y: number
  z: number
  from: number
  until: number
  unit: string
}
export type QuickLot = QuickSide & { condition: number }
export type QuickNeed = QuickSide & { minCondition: number; mostChord: number }

/** Radius of the sphere of `greatCircleKm`, and a hair more than its rounding. */
const EARTH_KM = 6371.0088
const SLACK = 1e-9

export function quickLotOf(lot: MatchLot): QuickLot {
  return { ...quickSideOf(lot), condition: lot.condition }
}

export function quickNeedOf(need: MatchNeed): QuickNeed {
  const mostChord = need.radiusKm / EARTH_KM + SLACK
  return { ...quickSideOf(need), minCondition: need.minCondition, mostChord }
}

/**
 * Whether a pair passes what can be told at a glance. Refuses no pair that the score accepts: a chord is never longer than
 * the way over the ground.
 */
export function mayMatch(lot: QuickLot, need: QuickNeed): boolean {
  if (lot.condition < need.minCondition || lot.unit !== need.unit) return false
  if (Math.min(lot.until, need.until) - Math.max(lot.from, need.from) < 1) return false
  const [dx, dy, dz] = [lot.x - need.x, lot.y - need.y, lot.z - need.z]
  return dx * dx + dy * dy + dz * dz <= need.mostChord * need.mostChord
}

function quickSideOf({ point, window, unit }: MatchLot | MatchNeed): QuickSide {
  return { ...onSphere(point), from: dayNumber(window.from), until: dayNumber(window.until), unit }
}

function onSphere({ lat, lon }: GeoPoint): { x: number; y: number; z: number } {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) }
}
