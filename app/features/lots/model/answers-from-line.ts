import type { MaterialType } from '~/core/material-types'
import { typedMilli, type Unit } from '~/core/units'
import { leftToPublishMilli, massOfLinePart } from '~/features/sites/model/inventory-line'
import type { PostingAnswers } from './posting-answers'

type Line = {
  id: string
  siteId: string
  material: MaterialType
  product: string
  unit: Unit
  quantityMilli: number
  massG: number
  reusableMassG: number
  massEstimated: boolean
}
type Published = { inventoryLineId: string | null; unit: Unit; quantityMilli: number; status: string }

/**
 * What a posting form starts from for a line of an inventory: what is left to publish of it, with the surveyed mass in
 * proportion. A mass that the survey estimated stays empty: the lot's own estimate takes its place.
 */
export function answersFromLine(line: Line, lots: readonly Published[]): PostingAnswers {
  const publishedMilli = lots
    .filter((lot) => lot.inventoryLineId === line.id && lot.unit === line.unit && lot.status !== 'withdrawn')
    .reduce((total, lot) => total + lot.quantityMilli, 0)
  const leftMilli = leftToPublishMilli(line, publishedMilli)
  const known = leftMilli > 0 && line.massG > 0 && !line.massEstimated
  return {
    inventoryLineId: line.id,
    siteId: line.siteId,
    material: line.material,
    title: line.product,
    unit: line.unit,
    quantity: leftMilli > 0 ? typedMilli(leftMilli) : '',
    massKg: known ? typedMilli(massOfLinePart(line, leftMilli)) : '',
  }
}
