import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import type { AttributeValue, AttributeValues } from '~/core/attributes/values'
import type { Wanted, WantedAttributes } from '~/core/attributes/wanted'
import type { Dice } from '../dice'
import { sheetOfTitle } from '../words/sheets/sheets'

/** How often a giver fills what the title does not say. */
const SAID = 0.75

/** The attributes of a lot with this title: what the title says, and some of the rest. */
export function attributesOf(dice: Dice, title: string): AttributeValues {
  const values: { [Key in AttributeKey]?: AttributeValue } = {}
  for (const [key, value] of Object.entries(sheetOfTitle(title))) {
    if (!Array.isArray(value)) values[key as AttributeKey] = value as AttributeValue
    else if (dice.chance(SAID)) values[key as AttributeKey] = dice.pick(value as AttributeValue[])
  }
  return values
}

/** What a need asks that wants something like this: a few of its attributes, with the usual tolerances. */
export function wantedLike(dice: Dice, values: AttributeValues, count: number): WantedAttributes {
  const keys = Object.keys(values) as AttributeKey[]
  const asked = dice.shuffle(keys).slice(0, count)
  const inOrder = keys.filter((key) => asked.includes(key))
  return Object.fromEntries(inOrder.map((key) => [key, wantedOf(key, values[key]!)]))
}

function wantedOf(key: AttributeKey, value: AttributeValue): Wanted {
  const definition = definitionOf(key)
  if (definition.kind === 'flag') return { kind: 'flag' }
  if (definition.kind === 'choice') return { kind: 'choice', anyOf: [String(value)] }
  return { kind: 'number', value: Number(value), tolerance: definition.tolerance }
}
