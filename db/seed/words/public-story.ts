import type { AttributionCriterion } from '~/features/attribution/model/attribution-criteria'

/** By what the communes of the demo attribute. */
export const COMMUNE_CRITERIA: readonly AttributionCriterion[] = [
  'general-interest',
  'association',
  'social-economy',
  'quantity',
  'nearest',
]

/** What the story's lots are, by what needs call them, the first that the commune has free. */
export const GIFT_PRODUCTS = ['Portes intérieures pleines', 'Lavabos', 'Bureaux et tables'] as const
export const SALE_PRODUCTS = ['Radiateurs fonte', 'Luminaires LED', 'Fenêtres double vitrage'] as const

export const GIFT_REASON = 'Première de l’ordre affiché, pour son local d’accueil.'
export const GIFT_REFUSAL =
  'Don réservé aux associations d’intérêt général et aux écoles. Nos prochains lots seront vendus : regardez-les.'
export const SALE_REASON = 'Vente au prix affiché, par délégation du conseil.'
export const LOW_PRICE_REASON = 'Dépose et transport à la charge du repreneur, avant une date contrainte.'
