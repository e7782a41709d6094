import type { Titled } from './sheet'

const PARTITION: Titled<'partition-board'> = {
  'Plaques de plâtre BA13 250 × 120, non posées': {
    partitionKind: 'plasterboard',
    width: 1200,
    height: 2500,
    thickness: 13,
  },
  'Plaques hydrofuges BA13, palette entamée': {
    partitionKind: 'plasterboard',
    width: [1200],
    height: [2500, 2600],
    thickness: 13,
  },
  'Cloisons amovibles pleines, modules 120 × 260': {
    partitionKind: 'solid-removable',
    width: 1200,
    height: 2600,
    thickness: [80, 100],
    acousticDb: [38, 42],
    fireRating: ['none', 'ei30'],
  },
  'Cloisons de bureau mélaminées blanches': {
    partitionKind: 'solid-removable',
    width: [900, 1200],
    height: [2500, 2700],
    thickness: [80],
    acousticDb: [36, 40],
  },
}

const CEILING: Titled<'ceiling'> = {
  'Dalles de faux plafond minérales 60 × 60': {
    ceilingKind: 'mineral',
    length: 600,
    width: 600,
    thickness: [15, 20],
    acousticDb: [34],
  },
  'Dalles acoustiques 60 × 120, bord droit': {
    ceilingKind: ['mineral'],
    length: 1200,
    width: 600,
    thickness: [20, 40],
  },
  'Bacs métalliques de plafond 30 × 150': { ceilingKind: 'metal', length: 1500, width: 300 },
  'Baffles acoustiques suspendus 120 × 40': {
    ceilingKind: ['mineral', 'wood'],
    length: 1200,
    width: 400,
    thickness: [40, 50],
  },
}

const RAISED_FLOOR: Titled<'raised-floor'> = {
  'Dalles de faux plancher 60 × 60, âme aggloméré': {
    panelSide: 600,
    raisedFloorCore: 'wood',
    thickness: [38, 40],
    loadKn: [3, 4.5],
    pedestalsIncluded: [true],
  },
  'Faux plancher technique 60 × 60, bacs acier': {
    panelSide: 600,
    raisedFloorCore: 'steel',
    thickness: [32, 36],
    loadKn: [5],
    pedestalsIncluded: [true],
  },
  'Vérins de faux plancher 80 à 120 mm': { pedestalsIncluded: true },
  'Vérins acier réglables 150 à 200 mm': { pedestalsIncluded: true },
}

const WOOD_FLOOR: Titled<'wood-floor'> = {
  'Parquet chêne massif 23 mm, lames 70 × 500': {
    woodFloorKind: 'solid',
    floorSpecies: 'oak',
    thickness: 23,
    width: 70,
    length: 500,
    woodFloorFixing: ['nailed'],
  },
  'Parquet chêne point de Hongrie, lames 90 mm': {
    woodFloorKind: 'solid',
    floorSpecies: 'oak',
    thickness: [14, 23],
    width: 90,
    length: [450, 600],
    woodFloorFixing: ['nailed', 'glued'],
  },
  'Parquet contrecollé 14 mm, parement chêne': {
    woodFloorKind: 'engineered',
    floorSpecies: 'oak',
    thickness: 14,
    width: [140, 180],
    length: [1800, 2200],
    woodFloorFixing: ['floating', 'glued'],
  },
  'Parquet contrecollé 15 mm, lames 180 × 2200': {
    woodFloorKind: 'engineered',
    floorSpecies: ['oak', 'beech'],
    thickness: 15,
    width: 180,
    length: 2200,
    woodFloorFixing: ['floating'],
  },
  'Lames de plancher pin 27 mm, largeur 140': {
    woodFloorKind: 'solid',
    floorSpecies: 'pine',
    thickness: 27,
    width: 140,
    length: [2000, 2500],
    woodFloorFixing: ['nailed'],
  },
  'Lames de terrasse bois 27 × 145, rainurées': {
    woodFloorKind: 'solid',
    floorSpecies: ['pine', 'exotic'],
    thickness: 27,
    width: 145,
    length: [2400, 3000],
  },
}

const SOFT_FLOOR: Titled<'soft-floor'> = {
  'Dalles de moquette 50 × 50, gris chiné': {
    softFloorKind: 'carpet-tile',
    length: 500,
    width: 500,
    thickness: [6, 7],
  },
  'Dalles de moquette 50 × 50, bleu pétrole': {
    softFloorKind: 'carpet-tile',
    length: 500,
    width: 500,
    thickness: [6],
  },
  'Lames PVC clipsables 5 mm, décor chêne': {
    softFloorKind: 'pvc',
    thickness: 5,
    length: [1220],
    width: [180, 229],
  },
  'Dalles de caoutchouc pastillé 50 × 50': {
    softFloorKind: 'rubber',
    length: 500,
    width: 500,
    thickness: [3, 4],
  },
}

const TILE: Titled<'ceramic-tile'> = {
  'Carrelage grès cérame 30 × 30, gris': {
    tileKind: 'stoneware',
    length: 300,
    width: 300,
    thickness: [8, 9],
    slipRating: ['r9', 'r10'],
  },
  'Grès cérame 60 × 60 rectifié, surplus': {
    tileKind: 'stoneware',
    length: 600,
    width: 600,
    thickness: [9, 10],
    slipRating: ['r9', 'r10', 'r11'],
  },
  'Carreaux de ciment à motifs 20 × 20': { tileKind: 'cement', length: 200, width: 200, thickness: [16, 20] },
  'Tomettes hexagonales 16 cm, terre cuite': {
    tileKind: 'terracotta',
    length: 160,
    width: 160,
    thickness: [15, 20],
  },
}

/** Partitions, ceilings, raised floors, floor coverings. */
export const FIT_OUT_SHEETS = {
  ...PARTITION,
  ...CEILING,
  ...RAISED_FLOOR,
  ...WOOD_FLOOR,
  ...SOFT_FLOOR,
  ...TILE,
}
