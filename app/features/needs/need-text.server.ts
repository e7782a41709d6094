import type { AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValue } from '~/core/attributes/values'
import type { Wanted, WantedAttributes } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'
import type { TextField } from '~/features/vocabulary/model/weigh-text'
import { materialWords, sheetWords } from '~/features/vocabulary/trade-words.server'

/** What a need says in words. */
export type NeedWords = {
  title: string
  description: string
  communeName: string
  material: MaterialType
  attributes: WantedAttributes
}

/** How much a word tells in each place, against one in the title. */
const WEIGHTS = { title: 3, sheet: 1.4, description: 1, commune: 0.8, material: 0.4 } as const

/** The texts in which a need is found: its own, and what it asks for in every language. */
export function needTextFields(need: NeedWords): TextField[] {
  return [
    { text: need.title, weight: WEIGHTS.title, isTitle: true },
    { text: wantedWords(need.attributes), weight: WEIGHTS.sheet, isCommon: true },
    { text: need.description, weight: WEIGHTS.description },
    { text: need.communeName, weight: WEIGHTS.commune, isCommon: true },
    { text: materialWords(need.material), weight: WEIGHTS.material, isCommon: true },
  ]
}

function wantedWords(wanted: WantedAttributes): string {
  const entries = Object.entries(wanted) as [AttributeKey, Wanted][]
  return entries
    .flatMap(([key, want]) => valuesOf(want).map((value) => sheetWords({ [key]: value })))
    .join(' ')
}

function valuesOf(want: Wanted): AttributeValue[] {
  if (want.kind === 'flag') return [true]
  return want.kind === 'number' ? [want.value] : [...want.anyOf]
}
