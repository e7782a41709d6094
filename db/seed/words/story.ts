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

/** The demo taker's open needs, by the product wanted; quantities in whole units of the product. */
export const STORY_NEEDS: readonly { wanted: string; quantity: number; project: string }[] = [
  { wanted: 'Parquet chêne massif', quantity: 45, project: 'un tiers-lieu à Bagnolet' },
  { wanted: 'Portes intérieures pleines', quantity: 28, project: 'douze logements' },
  { wanted: 'Briques pleines anciennes', quantity: 60, project: 'un comptoir d’accueil' },
  { wanted: 'Radiateurs fonte', quantity: 30, project: 'une école de musique' },
  { wanted: 'Fenêtres double vitrage', quantity: 24, project: 'un atelier partagé' },
  { wanted: 'Carrelage grès cérame', quantity: 40, project: 'une cuisine associative' },
  { wanted: 'Dalles de faux plafond', quantity: 60, project: 'des bureaux partagés' },
  { wanted: 'Luminaires LED', quantity: 36, project: 'un tiers-lieu à Bagnolet' },
  { wanted: 'Lavabos', quantity: 20, project: 'un foyer de jeunes travailleurs' },
  { wanted: 'Solives bois', quantity: 60, project: 'une mezzanine' },
  { wanted: 'Cloisons vitrées de bureau', quantity: 30, project: 'des bureaux partagés' },
  { wanted: 'Bureaux et tables', quantity: 25, project: 'un tiers-lieu à Bagnolet' },
  { wanted: 'Pavés de pierre', quantity: 30, project: 'une cour d’école' },
  { wanted: 'Tuiles de terre cuite', quantity: 40, project: 'un appentis' },
]
