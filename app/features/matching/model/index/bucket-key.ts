import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { type Unit, UNITS } from '~/core/units'
import type { Place } from './bucket-store'

/** What places an entry: a group (material and unit), then when, for how long and where. */
export type Placed = { group: number; fromDay: number; untilDay: number; lat: number; lon: number }

const PERIOD_DAYS = 56
/** Windows of more days are long. */
const SHORT_DAYS = 56
/** A cell of about ten kilometres at the latitude of Paris. */
const CELL_LAT = 0.09
const CELL_LON = 0.1365
/** Cells of a block, each way. */
const BLOCK_CELLS = 4

const PERIODS = 2048
const CELLS = 4096

const materialNumbers = new Map(MATERIAL_TYPES.map((material, at) => [material, at]))
const unitNumbers = new Map(UNITS.map((unit, at) => [unit, at]))

/** The number of a material and a unit: what never meets is never in one group. */
export function groupOf(material: MaterialType, unit: Unit): number {
  return materialNumbers.get(material)! * UNITS.length + unitNumbers.get(unit)!
}

/**
 * Bucket and block of an entry, each as one number. Far days and far places may share a number: bounds come from what
 * is in them, so that this costs time and never an answer.
 */
export function placeOf({ group, fromDay, untilDay, lat, lon }: Placed): Place {
  const period = wrap(Math.floor(fromDay / PERIOD_DAYS), PERIODS)
  const y = wrap(Math.floor(lat / CELL_LAT), CELLS)
  const x = wrap(Math.floor(lon / CELL_LON), CELLS)
  const isLong = untilDay - fromDay > SHORT_DAYS
  const when = (group * 2 + (isLong ? 1 : 0)) * PERIODS + period
  const block = (period * CELLS + Math.floor(y / BLOCK_CELLS)) * CELLS + Math.floor(x / BLOCK_CELLS)
  return { group, block, key: (when * CELLS + y) * CELLS + x }
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size
}
