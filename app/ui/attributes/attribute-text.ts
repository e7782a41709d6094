import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import { knownAttributes, listAttributes, type AttributeValue } from '~/core/attributes/values'
import type { Formatter } from '~/core/format'
import type { MaterialType } from '~/core/material-types'
import type { attributes } from '~/messages/attributes'
import type { KeyOf, MessagesOf, Translate } from '~/messages/catalogue'

type Texts = MessagesOf<typeof attributes>

/** An attribute's value as people read it: «830 mm», «Droite», «oui». */
export function attributeText(
  t: Translate<Texts>,
  format: Formatter,
  key: AttributeKey,
  value: AttributeValue,
): string {
  if (value === true) return t('yes')
  const definition = definitionOf(key)
  if (definition.kind === 'number') {
    const figure = format.number(Number(value), definition.decimals)
    return t('value', { value: figure, unit: t(`unit.${definition.unit}`) })
  }
  // Every choice of every attribute has its name: the catalogue is typed so.
  return t(`choice.${key}.${value}` as KeyOf<Texts> & `choice.${string}`)
}

/** A material's known attributes with their names and values as text, in the order of its sheet. */
export function attributeTexts(
  t: Translate<Texts>,
  format: Formatter,
  material: MaterialType,
  values: Readonly<Record<string, unknown>>,
): { key: AttributeKey; label: string; text: string }[] {
  return listAttributes(material, knownAttributes(values)).map(({ key, value }) => ({
    key,
    label: t(`label.${key}`),
    text: attributeText(t, format, key, value),
  }))
}
