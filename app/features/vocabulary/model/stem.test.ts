import { expect, it } from 'vitest'
import { stem } from './stem'

it.each([
  ['gris', 'grise', 'grises'],
  ['blanc', 'blanche', 'blanches', 'blancs'],
  ['fenetre', 'fenetres'],
  ['vitre', 'vitree', 'vitrees', 'vitres'],
  ['naturel', 'naturelle', 'naturelles'],
  ['plein', 'pleine', 'pleines'],
  ['creux', 'creuse', 'creuses'],
  ['exterieur', 'exterieure', 'exterieures'],
  ['tuyau', 'tuyaux'],
  ['carreau', 'carreaux'],
  ['metal', 'metaux'],
  ['massif', 'massive'],
  ['ventilation', 'ventilateur'],
  ['window', 'windows'],
])('%s has the stem of its other forms', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1)
})

it.each([
  ['porte', 'portail'],
  ['plafond', 'plancher'],
  ['fonte', 'fenetre'],
  ['brique', 'briquette'],
  ['poutre', 'poutrelle'],
])('%s and %s stay apart', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

it('leaves short words, references and figures as they are', () => {
  for (const word of ['bas', 'ba', '7k3m', 'ipe200', 'r11']) expect(stem(word)).toBe(word)
})
