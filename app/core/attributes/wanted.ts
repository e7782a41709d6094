import type { MaterialType } from '../material-types'
import { definitionOf, type AttributeKey } from './definitions'
import { sheetOf } from './sheets'
import {
  parseAttributeNumber,
  type AttributeFault,
  type AttributeValues,
  type ParsedAttributes,
} from './values'

/**
 * What a need or a search asks of one attribute: a number within a tolerance of its own unit, one of some choices, or
 * that it be there.
 */
export type Wanted =
  | { kind: 'number'; value: number; tolerance: number }
  | { kind: 'choice'; anyOf: readonly string[] }
  | { kind: 'flag' }
export type WantedAttributes = { readonly [Key in AttributeKey]?: Wanted }

/** How what is offered answers what is wanted. `unknown`: the lot does not say, so a person must ask. */
export type AttributeVerdict = 'fits' | 'unknown' | 'fails'

/** Judges one attribute. Bounds of the tolerance are within it. */
export function judgeAttribute(
  key: AttributeKey,
  wanted: Wanted,
  offered: AttributeValues,
): AttributeVerdict {
  const value = offered[key]
  if (value === undefined) return 'unknown'
  if (wanted.kind === 'flag') return value === true ? 'fits' : 'fails'
  if (wanted.kind === 'choice') return wanted.anyOf.includes(String(value)) ? 'fits' : 'fails'
  // Half a thousandth: a sum of decimals must not fail on its last bit.
  return typeof value === 'number' && Math.abs(value - wanted.value) <= wanted.tolerance + 0.0005
    ? 'fits'
    : 'fails'
}

/** Texts of a form or of an address for one wanted attribute; choices may be several. */
export type WantedTexts = { value?: string | readonly string[]; tolerance?: string }

/** Reads what is wanted of a material from form texts by key; what was left empty is not asked for. */
export function parseWanted(
  material: MaterialType,
  texts: Readonly<Record<string, WantedTexts | undefined>>,
): ParsedAttributes<WantedAttributes> {
  const values: { [Key in AttributeKey]?: Wanted } = {}
  const faults: AttributeFault[] = []
  for (const key of sheetOf(material)) {
    const parsed = parseOne(key, texts[key] ?? {})
    if (parsed === null) continue
    if (typeof parsed === 'string') faults.push({ key, code: parsed })
    else values[key] = parsed
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, values }
}

function parseOne(key: AttributeKey, texts: WantedTexts): Wanted | AttributeFault['code'] | null {
  const given = [texts.value ?? []].flat().map((text) => text.trim())
  const filled = given.filter((text) => text !== '')
  const [first] = filled
  if (first === undefined) return null
  const definition = definitionOf(key)
  if (definition.kind === 'flag') return first === 'on' ? { kind: 'flag' } : 'invalid_choice'
  if (definition.kind === 'choice') {
    return filled.every((text) => definition.choices.includes(text))
      ? { kind: 'choice', anyOf: [...new Set(filled)] }
      : 'invalid_choice'
  }
  const value = parseAttributeNumber(key, first)
  if (typeof value === 'string') return value
  const toleranceText = texts.tolerance?.trim() ?? ''
  if (toleranceText === '') return { kind: 'number', value, tolerance: definition.tolerance }
  if (/^0+([.,]0+)?$/.test(toleranceText)) return { kind: 'number', value, tolerance: 0 }
  const tolerance = parseAttributeNumber(key, toleranceText)
  return typeof tolerance === 'string' ? tolerance : { kind: 'number', value, tolerance }
}
