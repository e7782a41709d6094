import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { recogniseMaterial, wordsInCommon, wordSet } from './recognise-material'

/** Lines as bills of French trades write them. */
const LINES = {
  concrete: [
    'Parpaings creux 20x20x50',
    'Bloc béton cellulaire ép. 15',
    'F et P d’agglos de 15',
    'Bordures béton T2',
  ],
  brick: ['Briques pleines de parement', 'Maçonnerie de brique monomur', 'BRIQUETTES', 'Reclaimed brick'],
  stone: ['Pavés granit 10x10', 'Dallage pierre calcaire', 'Seuil en pierre de taille', 'Bordures granit'],
  'roof-tile': ['Tuiles mécaniques', 'Couverture en ardoises', 'Tuile plate 17x27'],
  'structural-timber': [
    'Charpente bois traditionnelle',
    'Poutres lamellé-collé 20x60',
    'Solives sapin 75x225',
    'Chevrons 60x80',
  ],
  'structural-steel': ['IPE 200', 'Poutrelles acier HEB 160', 'Charpente métallique', 'Profilés acier'],
  'other-metal': ['Bardage métallique', 'Bac acier 40SR', 'Couvertines', 'Zinc à joint debout'],
  window: [
    'Fenêtres alu 2 vantaux',
    'Châssis vitrés fixes',
    'Porte-fenêtre PVC',
    'Double vitrage 4/16/4',
    'Mur-rideau aluminium',
    'Menuiseries extérieures',
  ],
  door: [
    'Porte coupe-feu EI30',
    'Blocs-portes à âme pleine 83x204',
    'Fourniture et pose de portes palières',
    'Bloc porte stratifié y compris huisserie',
    'Porte en chêne',
  ],
  'partition-board': [
    'Cloison amovible vitrée',
    'Cloisons 72/48 en plaques de plâtre',
    'BA13 sur ossature',
    'Carreaux de plâtre 7 cm',
    'Doublage collé',
    'Dépose cloisons de bureaux',
  ],
  ceiling: ['Faux-plafond en dalles minérales 600x600', 'Plafonds suspendus', 'Dalle de faux plafond 60x60'],
  'raised-floor': ['Faux plancher', 'Plancher technique y compris vérins', 'Dalles de plancher technique'],
  'wood-floor': ['Parquet chêne massif', 'Plancher bois', 'Plinthes en chêne', 'Lames de terrasse'],
  'soft-floor': [
    'Dalle moquette 50×50',
    'Dalles de moquette',
    'Sol souple PVC',
    'Linoléum',
    'Revêtement de sol souple',
    'Lames PVC clipsables',
  ],
  'ceramic-tile': [
    'Carrelage grès cérame 60x60',
    'Faïence murale',
    'Plinthe carrelage',
    'Tomettes',
    'Carreaux de ciment',
  ],
  insulation: [
    'Laine de verre 100 mm',
    'Isolation laine de roche sous plaque',
    'Panneaux isolants',
    'Ouate de cellulose',
  ],
  sanitary: [
    'Pack WC',
    'Lavabo y compris robinetterie',
    'Lave-mains PMR',
    'Receveur de douche',
    'Éviers inox',
  ],
  'hvac-plumbing': [
    'Radiateur fonte',
    'Ventilo-convecteurs',
    'CTA double flux',
    'Chauffe-eau 200 l',
    'Gaines de ventilation',
  ],
  electrical: [
    'Luminaires encastrés',
    'Pavé LED 600x600',
    'Chemins de câbles',
    'BAES',
    'Spots LED',
    'Tableau électrique',
  ],
  furniture: [
    'Garde-corps',
    'Bureaux 160x80',
    'Armoires vestiaires',
    'Main courante',
    'Plan de travail',
    'Arceaux vélo',
  ],
} as const

describe.each(Object.entries(LINES))('%s', (material, lines) => {
  it.each(lines)('«%s»', (line) => {
    expect(recogniseMaterial(line)).toBe(material)
  })
})

it('knows a wording of every material but «other»', () => {
  expect(Object.keys(LINES).sort()).toEqual(MATERIAL_TYPES.filter((type) => type !== 'other').sort())
})

it.each([
  'Installation de chantier',
  'Études d’exécution',
  'Nettoyage',
  'Divers',
  'Échafaudage',
  'Peinture acrylique mate',
  '',
  '12 345',
])('leaves «%s» to a person', (line) => {
  expect(recogniseMaterial(line)).toBeNull()
})

it.each([
  ['Portes coupe-feu EI30', 'Porte coupe-feu de recoupement', 3],
  ['Porte de service', 'Portes coupe-feu', 1],
  ['', 'Portes', 0],
])('«%s» and «%s» share %d words', (one, other, shared) => {
  expect(wordsInCommon(wordSet(one), wordSet(other))).toBe(shared)
})
