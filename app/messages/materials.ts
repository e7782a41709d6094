import type { MaterialType } from '~/core/material-types'
import { defineCatalogue } from './catalogue'

type Names = Record<MaterialType, { name: string; plural: string; short: string }>

const fr = {
  concrete: { name: 'Béton et blocs', plural: 'bétons et blocs', short: 'Béton' },
  brick: { name: 'Brique', plural: 'briques', short: 'Brique' },
  stone: { name: 'Pierre et pavés', plural: 'pierres et pavés', short: 'Pierre' },
  'roof-tile': { name: 'Tuile et ardoise', plural: 'tuiles et ardoises', short: 'Tuile' },
  'structural-timber': { name: 'Bois de structure', plural: 'bois de structure', short: 'Charpente' },
  'structural-steel': { name: 'Acier de structure', plural: 'aciers de structure', short: 'Acier' },
  'other-metal': { name: 'Autre métal', plural: 'autres métaux', short: 'Métaux' },
  window: { name: 'Fenêtre et vitrage', plural: 'fenêtres et vitrages', short: 'Fenêtre' },
  door: { name: 'Porte et menuiserie', plural: 'portes et menuiseries', short: 'Porte' },
  'partition-board': {
    name: 'Cloison et plaque de plâtre',
    plural: 'cloisons et plaques de plâtre',
    short: 'Cloison',
  },
  ceiling: { name: 'Faux plafond', plural: 'faux plafonds', short: 'Plafond' },
  'raised-floor': { name: 'Faux plancher', plural: 'faux planchers', short: 'Plancher' },
  'wood-floor': { name: 'Parquet et plancher bois', plural: 'parquets et planchers bois', short: 'Parquet' },
  'soft-floor': { name: 'Moquette et sol souple', plural: 'moquettes et sols souples', short: 'Sol souple' },
  'ceramic-tile': { name: 'Carrelage et faïence', plural: 'carrelages et faïences', short: 'Carrelage' },
  insulation: { name: 'Isolant', plural: 'isolants', short: 'Isolant' },
  sanitary: { name: 'Sanitaire', plural: 'sanitaires', short: 'Sanitaire' },
  'hvac-plumbing': {
    name: 'Chauffage, ventilation, plomberie',
    plural: 'équipements de chauffage, ventilation et plomberie',
    short: 'Chauffage',
  },
  electrical: {
    name: 'Électricité et éclairage',
    plural: 'équipements électriques et luminaires',
    short: 'Électricité',
  },
  furniture: {
    name: 'Mobilier, serrurerie, extérieurs',
    plural: 'mobiliers, serrureries et aménagements extérieurs',
    short: 'Mobilier',
  },
  other: { name: 'Autre, à préciser', plural: 'autres matériaux', short: 'Autre' },
} as const satisfies Names

const en = {
  concrete: { name: 'Concrete and blocks', plural: 'concrete and blocks', short: 'Concrete' },
  brick: { name: 'Brick', plural: 'bricks', short: 'Brick' },
  stone: { name: 'Stone and paving', plural: 'stone and paving', short: 'Stone' },
  'roof-tile': { name: 'Roof tile and slate', plural: 'roof tiles and slates', short: 'Roof tile' },
  'structural-timber': { name: 'Structural timber', plural: 'structural timber', short: 'Timber' },
  'structural-steel': { name: 'Structural steel', plural: 'structural steel', short: 'Steel' },
  'other-metal': { name: 'Other metal', plural: 'other metals', short: 'Metal' },
  window: { name: 'Window and glazing', plural: 'windows and glazing', short: 'Window' },
  door: { name: 'Door and joinery', plural: 'doors and joinery', short: 'Door' },
  'partition-board': {
    name: 'Partition and plasterboard',
    plural: 'partitions and plasterboards',
    short: 'Partition',
  },
  ceiling: { name: 'Suspended ceiling', plural: 'suspended ceilings', short: 'Ceiling' },
  'raised-floor': { name: 'Raised floor', plural: 'raised floors', short: 'Raised floor' },
  'wood-floor': { name: 'Parquet and wood floor', plural: 'parquets and wood floors', short: 'Parquet' },
  'soft-floor': { name: 'Carpet and soft floor', plural: 'carpets and soft floors', short: 'Carpet' },
  'ceramic-tile': { name: 'Ceramic tile', plural: 'ceramic tiles', short: 'Tiles' },
  insulation: { name: 'Insulation', plural: 'insulation', short: 'Insulation' },
  sanitary: { name: 'Sanitary ware', plural: 'sanitary ware', short: 'Sanitary' },
  'hvac-plumbing': {
    name: 'Heating, ventilation, plumbing',
    plural: 'heating, ventilation and plumbing equipment',
    short: 'Heating',
  },
  electrical: {
    name: 'Electricity and lighting',
    plural: 'electrical equipment and lighting',
    short: 'Electrical',
  },
  furniture: {
    name: 'Furniture, metalwork, outdoor',
    plural: 'furniture, metalwork and outdoor items',
    short: 'Furniture',
  },
  other: { name: 'Other, to be specified', plural: 'other materials', short: 'Other' },
} as const satisfies Names

/**
 * The name of each material type (`type.brick.name`, `.plural` within a sentence, `.short` on a chip) and the
 * condition grades 1 to 5, worst first (`condition.3.name`, `.hint`).
 */
export const materials = defineCatalogue('materials', {
  fr: {
    type: fr,
    condition: {
      '1': { name: 'À rénover', hint: 'Fonction à remettre en état avant repose.' },
      '2': { name: 'Usé', hint: 'Marques visibles, fonction assurée après reprise légère.' },
      '3': { name: 'Bon état', hint: "Traces d'usage, repose possible après nettoyage." },
      '4': { name: 'Très bon état', hint: 'Peu de traces, repose directe.' },
      '5': { name: 'Comme neuf', hint: 'Jamais posé, ou sans trace visible.' },
    },
  },
  en: {
    type: en,
    condition: {
      '1': { name: 'To renovate', hint: 'Needs repair before it is fitted again.' },
      '2': { name: 'Worn', hint: 'Visible marks, works after light repair.' },
      '3': { name: 'Good', hint: 'Signs of use, can be fitted after cleaning.' },
      '4': { name: 'Very good', hint: 'Few signs of use, can be fitted as it is.' },
      '5': { name: 'As new', hint: 'Never fitted, or no visible mark.' },
    },
  },
})
