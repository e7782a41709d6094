import type { MaterialType } from '../material-types'
import { parseMilli } from '../units'
import { definitionOf, isAttributeKey, type AttributeKey } from './definitions'
import { sheetOf } from './sheets'

/** What is known of one attribute: a number in the attribute's unit, the chosen word, or `true`. */
export type AttributeValue = number | string | true
/** What is known of a material; an absent key is not known, never «no». */
export type AttributeValues = { readonly [Key in AttributeKey]?: AttributeValue }

export type AttributeFault = { key: AttributeKey; code: 'invalid_number' | 'invalid_choice' | 'too_big' }
export type ParsedAttributes<Values> = { ok: true; values: Values } | { ok: false; faults: AttributeFault[] }

/** A parsed number of an attribute, or what is wrong with the text. Zero and less are no dimension of anything. */
export function parseAttributeNumber(key: AttributeKey, text: string): number | AttributeFault['code'] {
  const definition = definitionOf(key)
  if (definition.kind !== 'number') return 'invalid_choice'
  const milli = parseMilli(text)
  if (milli === null || milli <= 0) return 'invalid_number'
  const scale = 10 ** definition.decimals
  const value = Math.round((milli / 1000) * scale) / scale
  if (value <= 0) return 'invalid_number'
  return value > definition.max ? 'too_big' : value
}

/** The value that a form's text gives one attribute; null when it was left empty. */
export function parseAttribute(
  key: AttributeKey,
  text: string,
): { value: AttributeValue | null } | { fault: AttributeFault['code'] } {
  const given = text.trim()
  if (given === '') return { value: null }
  const definition = definitionOf(key)
  if (definition.kind === 'number') {
    const parsed = parseAttributeNumber(key, given)
    return typeof parsed === 'number' ? { value: parsed } : { fault: parsed }
  }
  if (definition.kind === 'flag') return given === 'on' ? { value: true } : { fault: 'invalid_choice' }
  return definition.choices.includes(given) ? { value: given } : { fault: 'invalid_choice' }
}

/**
 * Reads the attribute sheet of a material from form texts by key. Keys of other sheets are left out: a person who
 * changes the material after filling a sheet loses nothing but what no longer applies.
 */
export function parseAttributes(
  material: MaterialType,
  texts: Readonly<Record<string, string>>,
): ParsedAttributes<AttributeValues> {
  const values: { [Key in AttributeKey]?: AttributeValue } = {}
  const faults: AttributeFault[] = []
  for (const key of sheetOf(material)) {
    const parsed = parseAttribute(key, texts[key] ?? '')
    if ('fault' in parsed) faults.push({ key, code: parsed.fault })
    else if (parsed.value !== null) values[key] = parsed.value
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, values }
}

/** The attributes that are known, in the order of the material's sheet. */
export function listAttributes(
  material: MaterialType,
  values: AttributeValues,
): { key: AttributeKey; value: AttributeValue }[] {
  return sheetOf(material).flatMap((key) => {
    const value = values[key]
    return value === undefined ? [] : [{ key, value }]
  })
}

/** Values read back from storage or an import, without whatever is no attribute of the product any more. */
export function knownAttributes(stored: Readonly<Record<string, unknown>>): AttributeValues {
  const values: { [Key in AttributeKey]?: AttributeValue } = {}
  for (const [key, value] of Object.entries(stored)) {
    if (!isAttributeKey(key)) continue
    if (typeof value === 'number' || typeof value === 'string' || value === true) values[key] = value
  }
  return values
}
