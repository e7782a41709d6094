import { expect, it } from 'vitest'
import { townHallName } from './town-hall'

it.each([
  ['Montreuil', 'Ville de Montreuil'],
  ['Le Bourget', 'Ville du Bourget'],
  ['Les Lilas', 'Ville des Lilas'],
  ['La Courneuve', 'Ville de La Courneuve'],
  ["L'Haÿ-les-Roses", "Ville de L'Haÿ-les-Roses"],
  ['Aubervilliers', 'Ville d’Aubervilliers'],
  ['Épinay-sur-Seine', 'Ville d’Épinay-sur-Seine'],
])('calls the administration of %s «%s»', (commune, name) => {
  expect(townHallName(commune)).toBe(name)
})
