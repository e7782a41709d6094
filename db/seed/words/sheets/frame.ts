import type { Titled } from './sheet'

const TIMBER: Titled<'structural-timber'> = {
  'Solives sapin 8 × 23, longueur 4,20 m': {
    timberSpecies: 'softwood',
    sectionWidth: 80,
    sectionHeight: 230,
    length: 4200,
    strengthClass: ['c18', 'c24', 'unknown'],
    treated: [true],
  },
  'Solives chêne 10 × 20, longueur 3,80 m': {
    timberSpecies: 'oak',
    sectionWidth: 100,
    sectionHeight: 200,
    length: 3800,
    strengthClass: ['d30', 'unknown'],
  },
  'Fermes de charpente sapin, portée 9 m': {
    timberSpecies: 'softwood',
    length: 9000,
    sectionWidth: [75, 100],
    sectionHeight: [225],
    strengthClass: ['c18', 'unknown'],
  },
  'Poutres chêne 25 × 30, longueur 5 à 6 m': {
    timberSpecies: 'oak',
    sectionWidth: 250,
    sectionHeight: 300,
    length: [5000, 5500],
    strengthClass: ['d30', 'unknown'],
  },
  'Poutres lamellé-collé 14 × 42, longueur 8 m': {
    timberSpecies: 'glulam',
    sectionWidth: 140,
    sectionHeight: 420,
    length: 8000,
    strengthClass: 'gl24',
  },
  'Chevrons 6 × 8, longueur 3 à 5 m': {
    timberSpecies: ['softwood'],
    sectionWidth: 60,
    sectionHeight: 80,
    length: [3000, 4000],
    strengthClass: ['c18', 'c24'],
  },
}

const STEEL: Titled<'structural-steel'> = {
  'Profilés HEA 160, longueur 4 à 6 m': {
    profile: 'hea',
    profileHeight: 160,
    length: [4000, 5000, 6000],
    steelGrade: ['s235', 's275', 'unknown'],
  },
  'Profilés IPE 200, longueur 5,40 m': {
    profile: 'ipe',
    profileHeight: 200,
    length: 5400,
    steelGrade: ['s235', 'unknown'],
    treated: [true],
  },
  'Bac acier nervuré 0,75 mm': { profile: 'other', length: [4000, 6000], treated: [true] },
  'Pannes en Z galvanisées, longueur 6 m': {
    profile: 'other',
    profileHeight: [150, 200],
    length: 6000,
    treated: true,
  },
}

const METAL: Titled<'other-metal'> = {
  'Garde-corps acier à barreaudage, hauteur 1 m': {
    metal: 'steel',
    metalForm: 'railing',
    width: 1000,
    length: [1500, 2000],
  },
  'Main courante inox Ø 42 avec supports': {
    metal: 'stainless',
    metalForm: 'railing',
    diameter: 42,
    length: [2000, 3000],
  },
  'Caillebotis galvanisé maille 30 × 30': {
    metal: 'steel',
    metalForm: 'grating',
    length: [1000],
    width: [1000, 500],
    thickness: [30],
  },
  'Tôles d’aluminium laquées 2 mm': {
    metal: 'aluminium',
    metalForm: 'sheet',
    thickness: 2,
    length: [2000, 2500],
    width: [1000, 1250],
  },
  'Zinc de couverture en feuilles, 0,65 mm': {
    metal: 'zinc',
    metalForm: 'sheet',
    length: [2000],
    width: [650],
  },
  'Chemins de câbles dalle perforée 300 mm': {
    metal: 'steel',
    metalForm: 'profile',
    width: 300,
    length: [3000],
  },
}

/** Timber, steel, other metals. */
export const FRAME_SHEETS = { ...TIMBER, ...STEEL, ...METAL }
