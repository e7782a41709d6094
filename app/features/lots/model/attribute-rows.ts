import { listAttributes, type AttributeValues } from '~/core/attributes/values'
import type { MaterialType } from '~/core/material-types'
import { MILLI } from '~/core/units'

type AttributeRow = { lotId: string; key: string; numberMilli: number | null; word: string | null }

/** What a lot's sheet says, as the rows that a search reads; what is not of the material's sheet is left out. */
export function attributeRowsOf(lot: {
  id: string
  material: MaterialType
  attributes: AttributeValues
}): AttributeRow[] {
  return listAttributes(lot.material, lot.attributes).map(({ key, value }) => {
    const isNumber = typeof value === 'number'
    return {
      lotId: lot.id,
      key,
      numberMilli: isNumber ? Math.round(value * MILLI) : null,
      word: isNumber ? null : String(value),
    }
  })
}
