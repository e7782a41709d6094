import type { MaterialType } from '~/core/material-types'
import type { PlaceKind, PlaceService } from '~/core/place-terms'

export type InventedPlace = {
  kind: PlaceKind
  name: string
  communeCode: string
  materials: readonly MaterialType[]
  services: readonly PlaceService[]
  hours: string
  conditions: string
  /** Where it stands from its commune's point, in thousandths of a degree; null keeps the commune's point. */
  offset: readonly [number, number] | null
  /** Days since the Métropole last checked it; null for one that waits. */
  checkedDaysAgo: number | null
  refusal?: string
}

const WEEK = 'Du lundi au vendredi, 8 h à 17 h'
const SATURDAY = 'Du mercredi au samedi, 10 h à 18 h'

/** The demo's directory. Every name is made up. */
export const PLACES: readonly InventedPlace[] = [
  {
    kind: 'platform',
    name: 'Plateforme des Bras-Levés',
    communeCode: '93048',
    materials: [],
    services: ['storage', 'resale', 'collection'],
    hours: WEEK,
    conditions: 'Sur rendez-vous. Accès aux camions jusqu’à 12 m. Stockage gratuit pendant quinze jours.',
    offset: [6, 9],
    checkedDaysAgo: 40,
  },
  {
    kind: 'reuse-shop',
    name: 'La Remise à Neuf',
    communeCode: '93055',
    materials: ['door', 'sanitary', 'wood-floor', 'furniture'],
    services: ['resale', 'collection'],
    hours: SATURDAY,
    conditions: 'Apport sans rendez-vous jusqu’à 200 kg.',
    offset: [-4, 5],
    checkedDaysAgo: 120,
  },
  {
    kind: 'reconditioner',
    name: 'Atelier des Deux Fontes',
    communeCode: '94041',
    materials: ['hvac-plumbing', 'other-metal'],
    services: ['reconditioning', 'resale'],
    hours: WEEK,
    conditions: 'Radiateurs en fonte seulement : détartrage, épreuve, peinture. À partir de cinq pièces.',
    offset: [3, -6],
    checkedDaysAgo: 200,
  },
  {
    kind: 'haulier',
    name: 'Transports du Petit Quai',
    communeCode: '92036',
    materials: [],
    services: ['transport'],
    hours: WEEK,
    conditions: 'Camions de 3,5 t et 12 t avec hayon. Deux jours de délai.',
    offset: null,
    checkedDaysAgo: 15,
  },
  {
    kind: 'haulier',
    name: 'Cyclo-Charge Est',
    communeCode: '93006',
    materials: ['door', 'sanitary', 'electrical', 'furniture'],
    services: ['transport', 'collection'],
    hours: 'Tous les jours ouvrés, 7 h à 19 h',
    conditions: 'Vélos-cargos jusqu’à 250 kg, dans un rayon de dix kilomètres.',
    offset: [2, 3],
    checkedDaysAgo: 60,
  },
  {
    kind: 'storage',
    name: 'Halle des Trois Ponts',
    communeCode: '93066',
    materials: ['structural-timber', 'structural-steel', 'brick', 'stone'],
    services: ['storage'],
    hours: WEEK,
    conditions: '400 m² couverts, chariot élévateur sur place. 3 € HT par m² et par semaine.',
    offset: [-7, 4],
    checkedDaysAgo: 90,
  },
  {
    kind: 'storage',
    name: 'Cour des Pierres Sèches',
    communeCode: '94017',
    materials: ['stone', 'brick', 'roof-tile', 'concrete'],
    services: ['storage'],
    hours: 'Du mardi au jeudi, 9 h à 16 h',
    conditions: 'Stockage à l’air libre, trois mois au plus.',
    offset: [5, 2],
    checkedDaysAgo: 410,
  },
  {
    kind: 'advisor',
    name: 'Bureau Seconde Main-d’Œuvre',
    communeCode: '75056',
    materials: [],
    services: ['advice', 'training'],
    hours: WEEK,
    conditions: 'Diagnostics, pièces de marché, suivi de chantier.',
    offset: [9, -12],
    checkedDaysAgo: 30,
  },
  {
    kind: 'platform',
    name: 'Le Grand Dépôt de l’Ourcq',
    communeCode: '93010',
    materials: [],
    services: ['storage', 'resale', 'transport'],
    hours: SATURDAY,
    conditions: 'Vente aux particuliers le samedi. Enlèvement sur chantier au-delà de 1 t.',
    offset: [-3, -5],
    checkedDaysAgo: 75,
  },
  {
    kind: 'reconditioner',
    name: 'Menuiserie du Rabot Vert',
    communeCode: '94080',
    materials: ['door', 'wood-floor', 'structural-timber'],
    services: ['reconditioning', 'removal'],
    hours: WEEK,
    conditions: 'Parquets et portes : dépose, rabotage, finition.',
    offset: [4, 4],
    checkedDaysAgo: 150,
  },
  {
    kind: 'reuse-shop',
    name: 'Recyclerie du Vieux Lavoir',
    communeCode: '92019',
    materials: ['sanitary', 'ceramic-tile', 'electrical', 'furniture', 'door'],
    services: ['resale', 'training'],
    hours: SATURDAY,
    conditions: 'Ateliers ouverts le samedi matin.',
    offset: null,
    checkedDaysAgo: 500,
  },
  {
    kind: 'storage',
    name: 'Box du Faubourg Neuf',
    communeCode: '92012',
    materials: [],
    services: ['storage'],
    hours: 'Accès à toute heure, avec un code',
    conditions: 'Boxes de 10 à 60 m², au mois.',
    offset: [2, -3],
    checkedDaysAgo: null,
  },
  {
    kind: 'haulier',
    name: 'Messagerie des Coteaux',
    communeCode: '94033',
    materials: [],
    services: ['transport'],
    hours: WEEK,
    conditions: 'Groupage vers les plateformes de l’est, le mardi et le vendredi.',
    offset: null,
    checkedDaysAgo: null,
  },
  {
    kind: 'storage',
    name: 'Garage de la rue Basse',
    communeCode: '93048',
    materials: [],
    services: ['storage'],
    hours: '',
    conditions: '',
    offset: null,
    checkedDaysAgo: null,
    refusal: 'L’adresse est celle d’un logement : indiquez un lieu d’activité, ou proposez une autre fiche.',
  },
]
