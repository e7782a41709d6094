import type { WantedAttributes } from '~/core/attributes/wanted'
import type { Territory } from '~/core/lot-terms'

/** What the demo giver's open site offers, by what needs call it: enough to try every page, room left to post more. */
export const STORY_OFFERS = [
  'Portes intérieures pleines',
  'Radiateurs fonte',
  'Dalles de faux plafond',
  'Parquet contrecollé',
  'Luminaires LED',
  'Cloisons amovibles',
  'Dalles de moquette',
  'Lavabos',
] as const

/** Which of those not everyone sees yet: who sees them first, or nobody but the giver. */
export const EARLY_OFFERS: Readonly<Record<string, Territory | null>> = {
  Lavabos: 'ept',
  'Dalles de moquette': null,
}

/** The demo taker's open needs, by the product wanted; quantities in whole units of the product. */
export const STORY_NEEDS: readonly {
  wanted: string
  quantity: number
  project: string
  asks?: WantedAttributes
}[] = [
  { wanted: 'Parquet chêne massif', quantity: 45, project: 'un tiers-lieu à Bagnolet' },
  {
    wanted: 'Portes intérieures pleines',
    quantity: 28,
    project: 'douze logements',
    asks: {
      leafWidth: { kind: 'number', value: 830, tolerance: 5 },
      leafHeight: { kind: 'number', value: 2040, tolerance: 5 },
      doorCore: { kind: 'choice', anyOf: ['solid'] },
    },
  },
  { wanted: 'Briques pleines anciennes', quantity: 60, project: 'un comptoir d’accueil' },
  {
    wanted: 'Radiateurs fonte',
    quantity: 30,
    project: 'une école de musique',
    asks: {
      heatingKind: { kind: 'choice', anyOf: ['radiator'] },
      radiatorMetal: { kind: 'choice', anyOf: ['cast-iron'] },
    },
  },
  {
    wanted: 'Fenêtres double vitrage',
    quantity: 24,
    project: 'un atelier partagé',
    asks: {
      width: { kind: 'number', value: 1200, tolerance: 20 },
      glazing: { kind: 'choice', anyOf: ['double', 'triple'] },
    },
  },
  { wanted: 'Carrelage grès cérame', quantity: 40, project: 'une cuisine associative' },
  { wanted: 'Dalles de faux plafond', quantity: 60, project: 'des bureaux partagés' },
  {
    wanted: 'Luminaires LED',
    quantity: 36,
    project: 'un tiers-lieu à Bagnolet',
    asks: { length: { kind: 'number', value: 600, tolerance: 10 } },
  },
  { wanted: 'Lavabos', quantity: 20, project: 'un foyer de jeunes travailleurs' },
  { wanted: 'Solives bois', quantity: 60, project: 'une mezzanine' },
  { wanted: 'Cloisons vitrées de bureau', quantity: 30, project: 'des bureaux partagés' },
  { wanted: 'Bureaux et tables', quantity: 25, project: 'un tiers-lieu à Bagnolet' },
  { wanted: 'Pavés de pierre', quantity: 30, project: 'une cour d’école' },
  { wanted: 'Tuiles de terre cuite', quantity: 40, project: 'un appentis' },
]

/** Lots that the demo giver has begun to write, by the field names of the posting form. */
export const DRAFTS: readonly Readonly<Record<string, string>>[] = [
  {
    material: 'door',
    title: 'Blocs-portes des bureaux, deuxième étage',
    description: 'Vingt vantaux repérés, mesures à reprendre sur les huisseries.',
    quantity: '20',
    unit: 'u',
    condition: '4',
    'attributes.leafWidth': '830',
    'attributes.leafHeight': '2040',
    'attributes.openingHand': 'left',
  },
  {
    material: 'furniture',
    title: 'Armoires basses du premier étage',
    quantity: '12',
    unit: 'u',
  },
]
