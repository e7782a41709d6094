import fc from 'fast-check'
import { expect, it } from 'vitest'
import { REMOVED, withoutContacts } from './plain-text'

it.each([
  ['Appelez le 06 12 34 56 78 avant de venir', `Appelez le ${REMOVED} avant de venir`],
  ['tél. 0612345678.', `tél. ${REMOVED}.`],
  ['+33 6.12.34.56.78', REMOVED],
  ['+33 (0)1-42-34-56-78', REMOVED],
  ['écrire à jean.dupont@exemple.fr, merci', `écrire à ${REMOVED}, merci`],
  ['contact @ exemple.com', REMOVED],
])('takes the way to reach a person out of «%s»', (text, expected) => {
  expect(withoutContacts(text)).toBe(expected)
})

it.each([
  'Portes 830 x 2040 mm, 40 unités',
  'Référence GIS-7K3M2P, 2026-11-29',
  '12 000 kg en 10 palettes de 1 200 kg',
  'SIRET 73282932000074',
  'RAL 9010, 2 500 × 1 200 × 18',
])('leaves «%s» as it is', (text) => {
  expect(withoutContacts(text)).toBe(text)
})

it('leaves no number that it would take out, wherever it stands', () => {
  const pair = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
  const separator = fc.constantFrom('', ' ', '.', '-')
  const number = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.array(pair, { minLength: 4, maxLength: 4 }), separator)
    .map(([first, pairs, by]) => [`0${first}`, ...pairs].join(by))
  fc.assert(
    fc.property(number, fc.constantFrom('', 'Tél : ', '('), (typed, before) => {
      expect(withoutContacts(`${before}${typed} !`)).toBe(`${before}${REMOVED} !`)
    }),
  )
})
