import { expect, it } from 'vitest'
import { contractNames } from './french-names'

it.each([
  ['Les chiffres de Le Bourget', 'Le Bourget', 'Les chiffres du Bourget'],
  ['Lots à réserver à Les Lilas', 'Les Lilas', 'Lots à réserver aux Lilas'],
  ['à moins de 15 km de Ivry-sur-Seine', 'Ivry-sur-Seine', 'à moins de 15 km d’Ivry-sur-Seine'],
  ['Réemploi à Le Raincy, 2026', 'Le Raincy', 'Réemploi au Raincy, 2026'],
  ['à La Courneuve, de La Courneuve', 'La Courneuve', 'à La Courneuve, de La Courneuve'],
  ['à L’Haÿ-les-Roses', 'L’Haÿ-les-Roses', 'à L’Haÿ-les-Roses'],
  ['de Épinay-sur-Seine', 'Épinay-sur-Seine', 'd’Épinay-sur-Seine'],
  ['mode Antony', 'Antony', 'mode Antony'],
  ['Message de A (b) [c].*', 'A (b) [c].*', 'Message d’A (b) [c].*'],
  ['de 12 u', '12 u', 'de 12 u'],
])('«%s» with the name %s reads «%s»', (sentence, name, read) => {
  expect(contractNames(sentence, [name])).toBe(read)
})
