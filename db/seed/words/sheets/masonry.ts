import type { Titled } from './sheet'

const CONCRETE: Titled<'concrete'> = {
  'Blocs béton creux 20 × 20 × 50': { concreteForm: 'block', length: 500, width: 200, thickness: 200 },
  'Blocs béton pleins 20 × 20 × 40, appareillage extérieur': {
    concreteForm: 'block',
    length: 400,
    width: 200,
    thickness: 200,
  },
  'Dalles de terrasse béton gravillonné 50 × 50 × 5': {
    concreteForm: 'slab',
    length: 500,
    width: 500,
    thickness: 50,
  },
  'Dalles béton lisse 40 × 40 × 4 cm': { concreteForm: 'slab', length: 400, width: 400, thickness: 40 },
  'Bordures béton T2 de voirie': { concreteForm: 'kerb', length: [1000], width: [150], thickness: [250] },
  'Bordures P1 droites, longueur 1 m': { concreteForm: 'kerb', length: 1000, width: [80], thickness: [200] },
}

const BRICK: Titled<'brick'> = {
  'Briques pleines anciennes 5,5 × 11 × 22': {
    brickKind: 'solid',
    length: 220,
    width: 110,
    height: 55,
    mortar: ['none', 'lime'],
  },
  'Briques pleines rouges 6 × 10,5 × 22, joints chaux': {
    brickKind: 'solid',
    length: 220,
    width: 105,
    height: 60,
    mortar: 'lime',
  },
  'Briques de parement flammées 22 × 10,5 × 6': {
    brickKind: 'facing',
    length: 220,
    width: 105,
    height: 60,
    mortar: ['none', 'lime'],
  },
  'Briques de parement sable 21 × 10 × 5': { brickKind: 'facing', length: 210, width: 100, height: 50 },
  'Briques creuses 20 × 20 × 40 non posées': {
    brickKind: 'hollow',
    length: 400,
    width: 200,
    height: 200,
    mortar: 'none',
  },
  'Plaquettes de terre cuite 22 × 5, fin de chantier': {
    brickKind: 'facing',
    length: 220,
    height: 50,
    width: [15, 20],
    mortar: 'none',
  },
}

const STONE: Titled<'stone'> = {
  'Pavés granit 10 × 10 × 10': {
    stoneKind: 'granite',
    stoneUse: 'paving',
    length: 100,
    width: 100,
    thickness: 100,
  },
  'Pavés de grès 14 × 20, ancienne cour': {
    stoneKind: 'sandstone',
    stoneUse: 'paving',
    length: 200,
    width: 140,
    thickness: [140],
  },
  'Dalles de pierre calcaire 40 × 60 × 3': {
    stoneKind: 'limestone',
    stoneUse: 'slab',
    length: 600,
    width: 400,
    thickness: 30,
  },
  'Dallage de comblanchien 50 × 50, épaisseur 2 cm': {
    stoneKind: 'limestone',
    stoneUse: 'slab',
    length: 500,
    width: 500,
    thickness: 20,
  },
  'Marches d’escalier en pierre bleue, 120 × 35': {
    stoneKind: 'limestone',
    stoneUse: 'step',
    length: 1200,
    width: 350,
    thickness: [40, 60],
  },
  'Seuils et appuis en pierre de taille': {
    stoneKind: 'limestone',
    stoneUse: ['block', 'step'],
    length: [900, 1000, 1200],
    width: [320, 350],
  },
}

const ROOF: Titled<'roof-tile'> = {
  'Tuiles mécaniques à emboîtement, terre cuite rouge': {
    roofKind: 'interlocking',
    length: [420, 450],
    width: [250, 270],
    perSquareMetre: [12.5, 15],
  },
  'Tuiles plates petit moule 17 × 27': {
    roofKind: 'flat',
    length: 270,
    width: 170,
    perSquareMetre: [60, 64],
  },
  'Ardoises naturelles 32 × 22': {
    roofKind: 'natural-slate',
    length: 320,
    width: 220,
    perSquareMetre: [38, 40],
  },
  'Ardoises naturelles 27 × 18, crochets inox': {
    roofKind: 'natural-slate',
    length: 270,
    width: 180,
    perSquareMetre: [57],
  },
}

/** Concrete, brick, stone, roofing. */
export const MASONRY_SHEETS = { ...CONCRETE, ...BRICK, ...STONE, ...ROOF }
