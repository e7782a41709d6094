import type { Titled } from './sheet'

const SANITARY: Titled<'sanitary'> = {
  'Lavabos céramique suspendus 60 cm': {
    sanitaryKind: 'washbasin',
    width: 600,
    depth: [450, 480],
    mounting: 'wall',
    tapsIncluded: [true],
  },
  'Lave-mains céramique 40 cm avec mitigeur': {
    sanitaryKind: 'washbasin',
    width: 400,
    depth: [250, 280],
    mounting: ['wall'],
    tapsIncluded: true,
  },
  'WC suspendus avec bâti-support': {
    sanitaryKind: 'toilet',
    mounting: 'wall',
    width: [360],
    depth: [520, 540],
  },
  'Cuvettes de WC à poser, sortie horizontale': {
    sanitaryKind: 'toilet',
    mounting: 'floor',
    width: [360],
    depth: [640, 660],
    height: [400, 460],
  },
  'Éviers inox une cuve 86 × 43': {
    sanitaryKind: 'sink',
    width: 860,
    depth: 430,
    mounting: ['built-in'],
  },
  'Bacs à douche céramique 80 × 80': {
    sanitaryKind: 'shower-tray',
    width: 800,
    depth: 800,
    height: [100, 120],
    mounting: ['floor', 'built-in'],
  },
}

const HEATING: Titled<'hvac-plumbing'> = {
  'Radiateurs fonte 6 à 10 éléments': {
    heatingKind: 'radiator',
    heatingEnergy: 'hot-water',
    radiatorMetal: 'cast-iron',
    powerW: [800, 1200, 1500],
    height: [600, 760],
    depth: [140, 220],
  },
  'Radiateurs fonte à colonnes, hauteur 76 cm': {
    heatingKind: 'radiator',
    heatingEnergy: 'hot-water',
    radiatorMetal: 'cast-iron',
    height: 760,
    powerW: [1000, 1400],
    depth: [220],
  },
  'Radiateurs acier panneaux 600 × 1000': {
    heatingKind: 'radiator',
    heatingEnergy: 'hot-water',
    radiatorMetal: 'steel',
    height: 600,
    width: 1000,
    powerW: [1300, 1700],
    depth: [70, 100],
  },
  'Convecteurs acier avec robinets thermostatiques': {
    heatingKind: 'radiator',
    heatingEnergy: ['hot-water'],
    radiatorMetal: 'steel',
    powerW: [900, 1100],
    width: [800, 1200],
  },
  'Gaines de ventilation galvanisées Ø 250': { heatingKind: 'duct', heatingEnergy: 'none', diameter: 250 },
  'Conduits rectangulaires galva 400 × 200': {
    heatingKind: 'duct',
    heatingEnergy: 'none',
    width: 400,
    height: 200,
  },
  'Tubes cuivre Ø 16 à 28, longueurs droites': { heatingKind: 'pipe', diameter: [16, 22, 28] },
  'Tubes acier noir DN 40, longueur 6 m': { heatingKind: 'pipe', diameter: [48] },
}

const ELECTRICAL: Titled<'electrical'> = {
  'Luminaires LED encastrés 60 × 60, 36 W': {
    electricalKind: 'luminaire',
    lightSource: 'led',
    powerW: 36,
    length: 600,
    width: 600,
    ipRating: ['ip20', 'ip44'],
  },
  'Réglettes LED étanches 1,20 m': {
    electricalKind: 'luminaire',
    lightSource: 'led',
    length: 1200,
    powerW: [18, 36],
    ipRating: 'ip65',
  },
  'Suspensions industrielles aluminium Ø 40': {
    electricalKind: 'luminaire',
    lightSource: ['other', 'led'],
    width: 400,
    ipRating: ['ip20'],
  },
  'Spots encastrables orientables, blanc mat': {
    electricalKind: 'luminaire',
    lightSource: ['led'],
    powerW: [7, 10],
    ipRating: ['ip20', 'ip44'],
  },
  'Câbles U1000 R2V 3G2,5, tourets entamés': { electricalKind: 'cable' },
  'Goulottes et prises de bureau': { electricalKind: 'fitting', width: [150, 130] },
}

const FURNITURE: Titled<'furniture'> = {
  'Bureaux individuels 160 × 80, plateau clair': {
    furnitureKind: 'desk',
    width: 1600,
    depth: 800,
    height: [720, 740],
  },
  'Tables de réunion 240 × 110': { furnitureKind: 'desk', width: 2400, depth: 1100, height: [740] },
  'Armoires hautes métalliques à rideaux': {
    furnitureKind: 'storage',
    width: [1000, 1200],
    depth: [430],
    height: [1980],
  },
  'Vestiaires métalliques deux cases': {
    furnitureKind: 'storage',
    width: [600, 800],
    depth: [500],
    height: [1800],
  },
  'Bancs publics bois et fonte 2 m': { furnitureKind: 'outdoor', width: 2000, depth: [600] },
  'Clôture en panneaux rigides, hauteur 1,50 m': { furnitureKind: 'outdoor', height: 1500, width: [2500] },
}

const OTHER: Titled<'other'> = {
  'Palettes Europe 80 × 120': { length: 1200, width: 800, height: [145] },
  'Bois de calage et madriers de coffrage': { length: [2000, 4000] },
  'Quincaillerie en vrac : paumelles, poignées, serrures': {},
  'Visserie et platines de fixation, caisses triées': {},
}

/** Sanitary ware, heating, electricity, furniture, the rest. */
export const EQUIPMENT_SHEETS = { ...SANITARY, ...HEATING, ...ELECTRICAL, ...FURNITURE, ...OTHER }
