import { ROAD_DETOUR } from '~/core/geo-point'
import type { Vehicle } from '~/core/lot-terms'
import { transportGCO2e, tripsFor, TRUCK_CLASSES, type TruckClassName } from './transport'

/** What a class of vehicle needs to carry a mass, in whole grams CO2e with empty returns. */
export type HaulOption = {
  truck: TruckClassName
  trips: number
  meanG: number
  /** With the shortest and the longest usual road detour. */
  lowG: number
  highG: number
}

/** More trips than this with a class, and nobody takes it. */
const MOST_TRIPS = 6

const CLASSES = Object.keys(TRUCK_CLASSES) as TruckClassName[]

/** Classes that reach a loading place, by the largest vehicle that its giver declared; what is carried by hand ends in a van. */
const REACHING: Record<Vehicle, readonly TruckClassName[]> = {
  hand: ['van-3.5t'],
  van: ['van-3.5t'],
  truck: ['van-3.5t', 'rigid-3.5-7.5t', 'rigid-7.5-17t', 'rigid-over-17t'],
  articulated: CLASSES,
}

/**
 * The classes that make sense for a mass, smallest first, among those that reach the loading place: those that carry all
 * of it in a few trips, up to the first that does so in one, and always the one that emits least.
 * The road is estimated from the great circle (×1.34, range ×1.2–1.45, at least 1 km).
 */
export function haulOptions(massG: number, straightKm: number, access: Vehicle | null): HaulOption[] {
  const reaching = access === null ? CLASSES : REACHING[access]
  const all = reaching.map((truck) => optionOf(truck, massG, straightKm))
  const least = leastEmitting(all)
  const enough = all.findIndex(({ trips }) => trips <= 1)
  return all.filter((option, index) => {
    const isTooLarge = enough >= 0 && index > enough
    return option === least || (!isTooLarge && option.trips <= MOST_TRIPS)
  })
}

function optionOf(truck: TruckClassName, massG: number, straightKm: number): HaulOption {
  const emitted = (detour: number) =>
    transportGCO2e({ massG, roadKm: Math.max(1, detour * straightKm), truck })
  return {
    truck,
    trips: tripsFor(massG, truck),
    meanG: emitted(ROAD_DETOUR.mean),
    lowG: emitted(ROAD_DETOUR.low),
    highG: emitted(ROAD_DETOUR.high),
  }
}

/** The option that emits least; the smallest vehicle when equal. */
export function leastEmitting(options: readonly HaulOption[]): HaulOption | null {
  return options.reduce<HaulOption | null>(
    (best, option) => (best === null || option.meanG < best.meanG ? option : best),
    null,
  )
}
