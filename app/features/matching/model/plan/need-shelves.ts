import { dayNumber } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { MaterialType } from '~/core/material-types'
import type { MatchLot, MatchNeed } from '../score'
import { listServed, materialFit } from '../substitutions'

/** Radius of the sphere of `greatCircleKm`, and a hair more than its rounding. */
const EARTH_KM = 6371.0088
const SLACK = 1e-9

/** Needs of one material and unit by their first day, in numbers side by side. */
type Shelf = {
  /** Places in the list that was given. */
  places: Int32Array
  from: Int32Array
  until: Int32Array
  minCondition: Uint8Array
  /** On a sphere of radius 1, three numbers a need; and the square of the longest chord within its radius. */
  points: Float64Array
  squaredChords: Float64Array
  /** Days of the longest window. */
  longest: number
}

type Visit = (place: number, substitution: number, chordKm: number) => void

type Shelved = { need: MatchNeed; place: number; from: number }

/**
 * Needs by material, unit and first day, so that a lot looks only at those whose days may meet its own, and tells most
 * of the others at a glance.
 */
export class NeedShelves {
  private readonly shelves = new Map<string, Shelf>()

  constructor(needs: readonly MatchNeed[]) {
    const lists = new Map<string, Shelved[]>()
    needs.forEach((need, place) => {
      const key = keyOf(need.material, need.unit)
      const list = lists.get(key) ?? []
      lists.set(key, list)
      list.push({ need, place, from: dayNumber(need.window.from) })
    })
    for (const [key, list] of lists) this.shelves.set(key, shelfOf(list))
  }

  /**
   * The places of all needs that may pass the filters of the score with a lot, and how well its material serves theirs.
   * None that the score accepts is missing: a chord is never longer than the way over the ground, and is given with
   * each, kilometres.
   */
  forEachNear(lot: MatchLot, each: Visit): void {
    const asked = {
      from: dayNumber(lot.window.from),
      until: dayNumber(lot.window.until),
      condition: lot.condition,
      ...onSphere(lot.point),
    }
    for (const wanted of listServed(lot.material)) {
      const shelf = this.shelves.get(keyOf(wanted, lot.unit))
      if (shelf) look(shelf, asked, materialFit(lot.material, wanted), each)
    }
  }
}

type Asked = { from: number; until: number; condition: number; x: number; y: number; z: number }

function look(
  { places, from, until, minCondition, points, squaredChords, longest }: Shelf,
  lot: Asked,
  substitution: number,
  each: Visit,
): void {
  for (let at = firstAfter(from, lot.from - longest); at < places.length && from[at]! < lot.until; at++) {
    if (lot.condition < minCondition[at]!) continue
    if (Math.min(lot.until, until[at]!) - Math.max(lot.from, from[at]!) < 1) continue
    const dx = points[3 * at]! - lot.x
    const dy = points[3 * at + 1]! - lot.y
    const dz = points[3 * at + 2]! - lot.z
    const squared = dx * dx + dy * dy + dz * dz
    if (squared <= squaredChords[at]!) each(places[at]!, substitution, EARTH_KM * Math.sqrt(squared))
  }
}

function shelfOf(list: readonly Shelved[]): Shelf {
  const sorted = list.toSorted((a, b) => a.from - b.from || a.place - b.place)
  const until = Int32Array.from(sorted, ({ need }) => dayNumber(need.window.until))
  return {
    places: Int32Array.from(sorted, ({ place }) => place),
    from: Int32Array.from(sorted, ({ from }) => from),
    until,
    minCondition: Uint8Array.from(sorted, ({ need }) => need.minCondition),
    points: Float64Array.from(
      sorted.flatMap(({ need }) => {
        const { x, y, z } = onSphere(need.point)
        return [x, y, z]
      }),
    ),
    squaredChords: Float64Array.from(sorted, ({ need }) => (need.radiusKm / EARTH_KM + SLACK) ** 2),
    longest: sorted.reduce((most, { from }, at) => Math.max(most, until[at]! - from), 0),
  }
}

/** The first of rising days that is later than a day. */
function firstAfter(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

function keyOf(material: MaterialType, unit: MatchNeed['unit']): string {
  return `${material} ${unit}`
}

function onSphere({ lat, lon }: GeoPoint): { x: number; y: number; z: number } {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  return { x: Math.cos(phi) * Math.cos(lambda), y: Math.cos(phi) * Math.sin(lambda), z: Math.sin(phi) }
}
