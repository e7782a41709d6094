import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValues } from '~/core/attributes/values'
import { LOCALES } from '~/core/locale'
import type { MaterialType } from '~/core/material-types'
import { attributes as attributeTexts } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

const namesOfMaterial = new Map<MaterialType, string>()

/** The names of a material in every language of the interface. */
export function materialWords(material: MaterialType): string {
  const known = namesOfMaterial.get(material)
  if (known !== undefined) return known
  const names = LOCALES.map((locale) => translator(locale, materials)(`type.${material}.name`)).join(' ')
  namesOfMaterial.set(material, names)
  return names
}

/** What a sheet says in words of every language, and in figures; what is unknown or none says nothing. */
export function sheetWords(values: AttributeValues): string {
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

/** The names of a choice of an attribute, or of the attribute itself for null, in every language. */
export function choiceWords(key: AttributeKey, choice: string | null): string {
  const id = `${key}.${choice}`
  const known = namesOfChoice.get(id)
  if (known !== undefined) return known
  const path = choice === null ? `label.${key}` : `choice.${key}.${choice}`
  const names = LOCALES.map((locale) => translator(locale, attributeTexts)(path as `label.${AttributeKey}`))
  namesOfChoice.set(id, names.join(' '))
  return names.join(' ')
}
