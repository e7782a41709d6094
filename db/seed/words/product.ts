import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'

/** A product that the demo's lots offer, its needs ask for and its inventories count. */
export type Product = {
  material: MaterialType
  /** Titles of lots, each with its own dimensions; the unit of the quantity is the product's. */
  titles: readonly string[]
  /** How a need names it, followed by «pour …». */
  wanted: string
  /** How an inventory names it. */
  inventoried: string
  unit: Unit
  /** Least and largest quantity of a lot, whole units, and the step they are rounded to. */
  quantity: readonly [least: number, most: number]
  step: number
  /** Mass of one unit as a scale on site would give it, grams. */
  unitMassG: number
  /** Price asked per unit when it is not a gift, cents ex-VAT. */
  price: readonly [least: number, most: number]
  details: readonly string[]
  removal: readonly string[]
  /** Labels of photographs that show it, best first, where a type has several. */
  labels?: readonly string[]
  /** The type whose pictures show it, where its own has none. */
  looksLike?: Exclude<MaterialType, 'other'>
}
