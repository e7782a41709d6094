import type { Label } from './labels'

/** One thing that a photo may show, in both languages of the prompts. */
type Phrase = { en: string; fr: string }

/**
 * What a model of images and texts compares a photo with: the things that each label stands for. A label without
 * phrases does not compile. `other` names what people photograph that is no material.
 */
export const PHRASES: Readonly<Record<Label, readonly [Phrase, ...Phrase[]]>> = {
  brick: [
    { en: 'clay bricks', fr: 'des briques en terre cuite' },
    { en: 'a brick wall', fr: 'un mur de briques' },
  ],
  concrete: [
    { en: 'concrete slabs', fr: 'des dalles de béton' },
    { en: 'concrete blocks', fr: 'des blocs de béton' },
    { en: 'a concrete wall', fr: 'un mur en béton' },
  ],
  stone: [
    { en: 'blocks of cut stone', fr: 'des blocs de pierre de taille' },
    { en: 'stone paving', fr: 'des pavés en pierre' },
  ],
  roof_tile: [
    { en: 'clay roof tiles', fr: 'des tuiles de toiture' },
    { en: 'roof slates', fr: 'des ardoises de toiture' },
  ],
  tile: [
    { en: 'ceramic tiles', fr: 'des carreaux de carrelage' },
    { en: 'a tiled floor or wall', fr: 'un sol ou un mur carrelé' },
  ],
  timber: [
    { en: 'wooden beams', fr: 'des poutres en bois' },
    { en: 'a timber roof frame', fr: 'une charpente en bois' },
    { en: 'planks and battens of wood', fr: 'des planches et des tasseaux en bois' },
  ],
  parquet: [
    { en: 'wooden parquet flooring', fr: 'un parquet en bois' },
    { en: 'stacked parquet boards', fr: 'des lames de parquet empilées' },
  ],
  metal: [
    { en: 'steel beams', fr: 'des poutrelles en acier' },
    { en: 'sheets of metal', fr: 'des tôles de métal' },
    { en: 'metal railings', fr: 'des garde-corps en métal' },
  ],
  pipe: [
    { en: 'pipes', fr: 'des tuyaux' },
    { en: 'copper plumbing', fr: 'une plomberie en cuivre' },
  ],
  radiator: [
    { en: 'a heating radiator', fr: 'un radiateur de chauffage' },
    { en: 'a cast iron radiator', fr: 'un radiateur en fonte' },
  ],
  duct: [{ en: 'ventilation ducts', fr: 'des gaines de ventilation' }],
  sanitary: [
    { en: 'a washbasin', fr: 'un lavabo' },
    { en: 'a toilet bowl', fr: 'une cuvette de toilettes' },
    { en: 'a bathtub or a shower tray', fr: 'une baignoire ou un bac de douche' },
  ],
  door: [
    { en: 'a door', fr: 'une porte' },
    { en: 'door leaves leaning on a wall', fr: 'des vantaux de porte contre un mur' },
  ],
  glass_window: [
    { en: 'a window', fr: 'une fenêtre' },
    { en: 'panes of glass', fr: 'des vitrages' },
  ],
  insulation: [
    { en: 'rolls of mineral wool insulation', fr: 'des rouleaux d’isolant en laine minérale' },
    { en: 'insulation boards', fr: 'des panneaux d’isolant' },
  ],
  carpet: [
    { en: 'carpet', fr: 'de la moquette' },
    { en: 'carpet tiles', fr: 'des dalles de moquette' },
  ],
  resilient_floor: [
    { en: 'vinyl flooring', fr: 'un sol souple en vinyle' },
    { en: 'linoleum', fr: 'du linoléum' },
  ],
  lighting: [
    { en: 'a ceiling light', fr: 'un plafonnier' },
    { en: 'lamps', fr: 'des luminaires' },
  ],
  cable: [
    { en: 'electric cables', fr: 'des câbles électriques' },
    { en: 'cable trays', fr: 'des chemins de câbles' },
  ],
  plasterboard: [{ en: 'sheets of plasterboard', fr: 'des plaques de plâtre' }],
  partition: [
    { en: 'an office partition', fr: 'une cloison de bureau' },
    { en: 'a glazed partition', fr: 'une cloison vitrée' },
  ],
  ceiling: [{ en: 'suspended ceiling tiles', fr: 'des dalles de faux plafond' }],
  raised_floor: [{ en: 'panels of a raised access floor', fr: 'des dalles de plancher technique surélevé' }],
  furniture: [
    { en: 'an office desk', fr: 'un bureau' },
    { en: 'chairs', fr: 'des chaises' },
    { en: 'a cabinet or shelves', fr: 'une armoire ou des étagères' },
  ],
  pallet: [{ en: 'empty wooden pallets', fr: 'des palettes vides' }],
  other: [
    { en: 'a person', fr: 'une personne' },
    { en: 'an animal', fr: 'un animal' },
    { en: 'a meal', fr: 'un repas' },
    { en: 'a landscape with plants', fr: 'un paysage avec des plantes' },
    { en: 'a street with cars', fr: 'une rue avec des voitures' },
    { en: 'a tool or a machine', fr: 'un outil ou une machine' },
    { en: 'a document or a screen', fr: 'un document ou un écran' },
    { en: 'nothing, a blank picture', fr: 'rien, une image vide' },
  ],
}

/** Colons keep French phrases whole, whatever article they begin with. */
const TEMPLATES = {
  en: ['a photo of {}', 'a close-up photo of {}', 'a photo of {} on a building site'],
  fr: ['photo : {}', 'gros plan : {}', '{} sur un chantier'],
} as const

/** The sentences that stand for one thing together, in every wording and language. `label` is what it is of. */
export type PromptGroup = { label: Label; sentences: readonly string[] }

/** One group per phrase, in the order of the labels. */
export function promptGroups(): PromptGroup[] {
  const labels = Object.entries(PHRASES) as [Label, readonly Phrase[]][]
  return labels.flatMap(([label, phrases]) =>
    phrases.map((phrase) => ({ label, sentences: sentencesOf(phrase) })),
  )
}

function sentencesOf({ en, fr }: Phrase): string[] {
  return [
    ...TEMPLATES.en.map((template) => template.replace('{}', en)),
    ...TEMPLATES.fr.map((template) => template.replace('{}', fr)),
  ]
}
