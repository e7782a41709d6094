import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValues } from '~/core/attributes/values'
import { LOCALES } from '~/core/locale'
import type { MaterialType } from '~/core/material-types'
import type { TextField } from '~/features/vocabulary/model/weigh-text'
import { attributes as attributeTexts } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

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

const namesOfMaterial = new Map<MaterialType, string>()

function materialWords(material: MaterialType): string {
  const known = namesOfMaterial.get(material)
  if (known !== undefined) return known
  const names = LOCALES.map((locale) => translator(locale, materials)(`type.${material}.name`)).join(' ')
  namesOfMaterial.set(material, names)
  return names
}

/** What a sheet says in words and figures; a flag says its label, what is unknown or none says nothing. */
function sheetWords(values: AttributeValues): string {
  return (Object.keys(values) as AttributeKey[]).map((key) => wordsOf(key, values[key])).join(' ')
}

const SAYS_NOTHING: readonly unknown[] = ['none', 'other', 'unknown', false, undefined]

function wordsOf(key: AttributeKey, value: AttributeValues[AttributeKey]): string {
  if (SAYS_NOTHING.includes(value)) return ''
  const definition = definitionOf(key)
  if (definition.kind === 'number') return `${String(value)} ${definition.unit === 'mm' ? 'mm' : ''}`
  return choiceWords(key, definition.kind === 'flag' ? null : String(value))
}

const namesOfChoice = new Map<string, string>()

function choiceWords(key: AttributeKey, choice: string | null): string {
  const id = `${key}.${choice}`
  const known = namesOfChoice.get(id)
  if (known !== undefined) return known
  const path = choice === null ? `label.${key}` : `choice.${key}.${choice}`
  const names = LOCALES.map((locale) => translator(locale, attributeTexts)(path as `label.${AttributeKey}`))
  namesOfChoice.set(id, names.join(' '))
  return names.join(' ')
}
