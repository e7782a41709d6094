import { TRUCK_NAMES, type TruckName } from '~/core/ledger-terms'

/**
 * A class of goods vehicle: kgCO2e per km, well to wheel, empty (`emptyKgPerKm`) and full (`fullKgPerKm`),
 * with the payload that «full» means.
 */
export type TruckClass = { emptyKgPerKm: number; fullKgPerKm: number; payloadG: number }

/**
 * UK Government GHG conversion factors 2025 (DESNZ): «Freighting goods» plus «WTT – delivery vehicles & freight»,
 * per km at 0 % and 100 % laden, all diesel; payload = full kgCO2e/km ÷ full kgCO2e/tonne.km.
 * The van has one published average only, at an average load of 0.444 t (0.34584 ÷ 0.77886): it serves up to that
 * load and no further, as nothing published covers a full one.
 */
export const TRUCK_CLASSES = {
  'van-3.5t': { emptyKgPerKm: 0.34584, fullKgPerKm: 0.34584, payloadG: 444_000 },
  'rigid-3.5-7.5t': { emptyKgPerKm: 0.57165, fullKgPerKm: 0.67012, payloadG: 2_180_000 },
  'rigid-7.5-17t': { emptyKgPerKm: 0.68268, fullKgPerKm: 0.87584, payloadG: 4_750_000 },
  'rigid-over-17t': { emptyKgPerKm: 0.95572, fullKgPerKm: 1.37054, payloadG: 8_900_000 },
  'articulated-over-33t': { emptyKgPerKm: 0.79912, fullKgPerKm: 1.32217, payloadG: 17_900_000 },
} as const satisfies Record<TruckName, TruckClass>

export type TruckClassName = TruckName

export type Haul = {
  /** Mass carried, grams. */
  massG: number
  /** Road distance one way, km. */
  roadKm: number
  truck: TruckClassName
  /** Share of the way back driven empty for this haul: 1 (default) for a dedicated trip, 0 for a backhaul. */
  emptyReturn?: number
}

/** Trips a mass needs in a class; none for no mass. */
export function tripsFor(massG: number, truck: TruckClassName): number {
  return tripsOf(massG, TRUCK_CLASSES[truck].payloadG)
}

/**
 * Emissions of a haul in whole grams CO2e. Each trip of a load m over d km emits
 * `d·(e0 + (e1 − e0)·m/payload) + r·d·e0`; a mass above the payload takes full trips and one for the rest.
 * Throws when a mass or a distance is negative or not finite.
 */
export function transportGCO2e({ massG, roadKm, truck, emptyReturn = 1 }: Haul): number {
  if (!(massG >= 0) || !(roadKm >= 0) || !Number.isFinite(massG + roadKm)) {
    throw new RangeError('mass and distance must be finite and not negative')
  }
  return tripGCO2e(roadKm, kgPerKm(massG, TRUCK_CLASSES[truck], emptyReturn))
}

/** Whole grams CO2e of a road distance at given kilograms per kilometre. */
export function tripGCO2e(roadKm: number, kgCO2ePerKm: number): number {
  return Math.round(1000 * roadKm * kgCO2ePerKm)
}

/** What a mass emits per kilometre of road, kgCO2e, on dedicated trips in the class that carries it best. */
export function leastKgPerKm(massG: number): number {
  let least = Infinity
  for (const truck of CLASSES) least = Math.min(least, kgPerKm(massG, truck, 1))
  return least
}
const CLASSES: readonly TruckClass[] = Object.values(TRUCK_CLASSES)

/** Summed over trips, load shares add up to mass ÷ payload, so that one product stands for all of them. */
function kgPerKm(massG: number, truck: TruckClass, emptyReturn: number): number {
  const { emptyKgPerKm, fullKgPerKm, payloadG } = truck
  const laden = (fullKgPerKm - emptyKgPerKm) * (massG / payloadG)
  return tripsOf(massG, payloadG) * emptyKgPerKm * (1 + emptyReturn) + laden
}

function tripsOf(massG: number, payloadG: number): number {
  return Math.ceil(Math.max(0, massG) / payloadG)
}

/**
 * The class that carries a mass with the least emissions, whatever the distance; the smallest vehicle when equal.
 * Access to the sites is not known here: a narrow street may impose a smaller class.
 */
export function bestTruckClass(massG: number, emptyReturn = 1): TruckClassName {
  let best: TruckClassName = 'van-3.5t'
  let least = Infinity
  for (const name of TRUCK_NAMES) {
    const rate = kgPerKm(massG, TRUCK_CLASSES[name], emptyReturn)
    if (!(rate < least)) continue
    best = name
    least = rate
  }
  return best
}
