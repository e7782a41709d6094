import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { type Unit, UNITS } from '~/core/units'

/** What places an entry: a group (material and unit), then when, for how long and where. */
export type Placed = { group: number; fromDay: number; untilDay: number; lat: number; lon: number }

const PERIOD_DAYS = 28
/** Windows of at most so many days are of the first class, and so on; longer ones are of the last. */
const LENGTH_CLASSES = [28, 56, 84] as const
/** A cell of about ten kilometres at the latitude of Paris. */
const CELL_LAT = 0.09
const CELL_LON = 0.1365

const PERIODS = 2048
const CELLS = 4096

const materialNumbers = new Map(MATERIAL_TYPES.map((material, at) => [material, at]))
const unitNumbers = new Map(UNITS.map((unit, at) => [unit, at]))

/** The number of a material and a unit: what never meets is never in one group. */
export function groupOf(material: MaterialType, unit: Unit): number {
  return materialNumbers.get(material)! * UNITS.length + unitNumbers.get(unit)!
}

/** The number of the period in which an entry begins. */
export function periodOf(fromDay: number): number {
  return Math.floor(fromDay / PERIOD_DAYS)
}

/**
 * The bucket of an entry as one number. Far days and far places may share a number: a bucket's bounds come from what
 * is in it, so that this costs time and never an answer.
 */
export function bucketKeyOf({ group, fromDay, untilDay, lat, lon }: Placed): number {
  const period = wrap(periodOf(fromDay), PERIODS)
  const y = wrap(Math.floor(lat / CELL_LAT), CELLS)
  const x = wrap(Math.floor(lon / CELL_LON), CELLS)
  const when = (group * (LENGTH_CLASSES.length + 1) + lengthClassOf(untilDay - fromDay)) * PERIODS + period
  return (when * CELLS + y) * CELLS + x
}

function lengthClassOf(days: number): number {
  const at = LENGTH_CLASSES.findIndex((most) => days <= most)
  return at < 0 ? LENGTH_CLASSES.length : at
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size
}
