import type { Hazard, Packaging, Removal, Vehicle } from '~/core/lot-terms'
import type { MaterialType } from '~/core/material-types'

/** How a material is packed, how dense it then is, and what may be dangerous about it, with how often. */
type Handling = {
  packagings: readonly Packaging[]
  /** Grams per litre, as packed. */
  packedDensity: number
  hazards: readonly (readonly [hazard: Hazard, chance: number])[]
}

export const HANDLING: Readonly<Record<MaterialType, Handling>> = {
  concrete: { packagings: ['palette'], packedDensity: 1500, hazards: [['heavy-pieces', 0.7]] },
  brick: { packagings: ['palette', 'big-bag'], packedDensity: 1200, hazards: [] },
  stone: { packagings: ['palette', 'crate'], packedDensity: 1700, hazards: [['heavy-pieces', 0.6]] },
  'roof-tile': { packagings: ['palette'], packedDensity: 900, hazards: [['sharp-edges', 0.2]] },
  'structural-timber': {
    packagings: ['bundle'],
    packedDensity: 450,
    hazards: [
      ['treated-wood', 0.3],
      ['heavy-pieces', 0.4],
    ],
  },
  'structural-steel': {
    packagings: ['bundle', 'loose'],
    packedDensity: 1600,
    hazards: [
      ['heavy-pieces', 0.7],
      ['lead-paint', 0.15],
    ],
  },
  'other-metal': { packagings: ['palette', 'bundle'], packedDensity: 600, hazards: [['sharp-edges', 0.5]] },
  window: {
    packagings: ['crate', 'palette'],
    packedDensity: 350,
    hazards: [
      ['sharp-edges', 0.2],
      ['heavy-pieces', 0.2],
    ],
  },
  door: { packagings: ['palette', 'loose'], packedDensity: 320, hazards: [['lead-paint', 0.1]] },
  'partition-board': { packagings: ['palette'], packedDensity: 500, hazards: [] },
  ceiling: { packagings: ['palette', 'crate'], packedDensity: 180, hazards: [['mineral-fibre', 0.35]] },
  'raised-floor': { packagings: ['palette'], packedDensity: 900, hazards: [] },
  'wood-floor': { packagings: ['bundle', 'palette'], packedDensity: 450, hazards: [] },
  'soft-floor': { packagings: ['palette', 'crate'], packedDensity: 500, hazards: [] },
  'ceramic-tile': { packagings: ['palette', 'crate'], packedDensity: 1200, hazards: [['sharp-edges', 0.2]] },
  insulation: { packagings: ['palette', 'bundle'], packedDensity: 40, hazards: [['mineral-fibre', 0.7]] },
  sanitary: { packagings: ['palette', 'crate'], packedDensity: 200, hazards: [] },
  'hvac-plumbing': {
    packagings: ['palette', 'loose'],
    packedDensity: 500,
    hazards: [
      ['heavy-pieces', 0.3],
      ['lead-paint', 0.12],
    ],
  },
  electrical: { packagings: ['crate', 'palette'], packedDensity: 180, hazards: [] },
  furniture: { packagings: ['loose', 'palette'], packedDensity: 150, hazards: [] },
  other: { packagings: ['palette', 'crate'], packedDensity: 400, hazards: [] },
}

type Provenance = { text: string; isMeasured?: boolean; isSurveyed?: boolean }

/** Where a lot comes from; what a survey has cleared has no lead. */
export const PROVENANCES: readonly Provenance[] = [
  { text: 'Bureaux des années 1990, étages 2 à 5.' },
  { text: 'École construite en 1968.' },
  { text: 'Logements réhabilités en site occupé.' },
  { text: 'Hall d’accueil refait il y a huit ans.' },
  { text: 'Ancien atelier, rez-de-chaussée.' },
  { text: 'Repéré au diagnostic, quantité mesurée sur place.', isMeasured: true },
  { text: 'Repéré au diagnostic avant travaux, sans amiante ni plomb selon les rapports.', isSurveyed: true },
  { text: 'Quatrième étage, côté cour.' },
]

type Access = { text: string; vehicle: Vehicle | null; packaging?: Packaging; removal?: Removal }

/** How it is reached and loaded. */
export const ACCESSES: readonly Access[] = [
  {
    text: 'Sur palettes filmées au rez-de-chaussée, accès camion 20 m³.',
    vehicle: 'truck',
    packaging: 'palette',
    removal: 'removed',
  },
  { text: 'Stocké au sec en sous-sol, monte-charge disponible.', vehicle: 'van', removal: 'removed' },
  { text: 'Stocké en cour, chargement au chariot le matin.', vehicle: 'articulated', removal: 'removed' },
  { text: 'À charger à la main, deux personnes conseillées.', vehicle: 'hand', packaging: 'loose' },
  { text: 'Enlèvement sur rendez-vous, quai de livraison.', vehicle: 'truck' },
  { text: 'Visite possible le mardi et le jeudi.', vehicle: null },
  {
    text: 'Mis de côté dans un local fermé, badge à demander au gardien.',
    vehicle: 'van',
    removal: 'removed',
  },
  { text: 'Encore posé : visite avec l’équipe de curage, le matin.', vehicle: 'van', removal: 'in-place' },
  { text: 'Encore posé, quatrième étage par l’escalier.', vehicle: 'hand', removal: 'in-place' },
]
