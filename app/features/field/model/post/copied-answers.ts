import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { typedMilli, type Unit } from '~/core/units'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'

/** A lot of one's own, as the device knows it without the network. */
export type LotToCopy = {
  title: string
  material: MaterialType
  unit: Unit
  quantityMilli: number
  condition: number
  siteId: string
  availableUntil: IsoDay
}

/**
 * The answers of another lot of the same kind, to be checked. What a person declares by answering (dangers, the right)
 * and what was counted on site is asked again; a day gone by is left open.
 */
export function copiedAnswers(lot: LotToCopy, today: IsoDay): PostingAnswers {
  return {
    title: lot.title,
    material: lot.material,
    unit: lot.unit,
    quantity: typedMilli(lot.quantityMilli),
    condition: String(lot.condition),
    ...(lot.availableUntil > today && { availableUntil: lot.availableUntil }),
  }
}
