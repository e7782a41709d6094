import type { AttributeValues } from '~/core/attributes/values'
import type { MaterialType } from '~/core/material-types'
import type { TextField } from '~/features/vocabulary/model/weigh-text'
import { materialWords, sheetWords } from '~/features/vocabulary/trade-words.server'

/** What a lot says of itself in words. */
export type LotWords = {
  title: string
  description: string
  provenance: string
  reference: string
  communeName: string
  material: MaterialType
  attributes: AttributeValues
}

/** How much a word tells in each place, against one in the title. */
const WEIGHTS = {
  title: 3,
  reference: 3,
  sheet: 1.4,
  description: 1,
  commune: 0.8,
  provenance: 0.6,
  material: 0.4,
} as const

/** The texts in which a lot is found: its own, and the names of its material and of its sheet in every language. */
export function lotTextFields(lot: LotWords): TextField[] {
  return [
    { text: lot.title, weight: WEIGHTS.title, isTitle: true },
    { text: lot.reference, weight: WEIGHTS.reference },
    { text: sheetWords(lot.attributes), weight: WEIGHTS.sheet, isCommon: true },
    { text: lot.description, weight: WEIGHTS.description },
    { text: lot.communeName, weight: WEIGHTS.commune, isCommon: true },
    { text: lot.provenance, weight: WEIGHTS.provenance },
    { text: materialWords(lot.material), weight: WEIGHTS.material, isCommon: true },
  ]
}
