import { describe, expect, it } from 'vitest'
import { ATTRIBUTES, definitionOf, isAttributeKey } from '~/core/attributes/definitions'
import { formatter } from '~/core/format'
import { LOCALES } from '~/core/locale'
import { attributes } from '~/messages/attributes'
import { translator } from '~/messages/catalogue'
import { attributeText, attributeTexts } from './attribute-text'

const t = translator('fr', attributes)
const format = formatter('fr')

it('writes a sheet in its own order, numbers with their unit', () => {
  const values = {
    frameIncluded: true,
    leafHeight: 2040,
    leafWidth: 830,
    openingHand: 'right',
    glazing: 'double',
  }
  expect(attributeTexts(t, format, 'door', values).map(({ label, text }) => [label, text])).toEqual([
    ['Largeur du vantail', '830 mm'],
    ['Hauteur du vantail', '2\u00a0040 mm'],
    ['Sens d’ouverture', 'Droite'],
    ['Cadre ou huisserie compris', 'oui'],
  ])
})

describe.each(LOCALES)('in %s', (locale) => {
  it('has a name for every choice of every attribute', () => {
    for (const key of Object.keys(ATTRIBUTES).filter(isAttributeKey)) {
      const definition = definitionOf(key)
      if (definition.kind !== 'choice') continue
      for (const choice of definition.choices) {
        const text = attributeText(translator(locale, attributes), formatter(locale), key, choice)
        expect(text, `${key}.${choice}`).not.toContain('choice.')
      }
    }
  })
})
