import type { CedingRight, Hazard, Packaging, Removal, Territory, Vehicle } from '~/core/lot-terms'
import { defineCatalogue } from './catalogue'

type Names = {
  packaging: Record<Packaging, string>
  vehicle: Record<Vehicle, string>
  removal: Record<Removal, string>
  cedingRight: Record<CedingRight, string>
  hazard: Record<Hazard, string>
  territory: Record<Territory, string>
}

const fr = {
  packaging: {
    loose: 'En vrac',
    palette: 'Sur palettes',
    'big-bag': 'En big bags',
    bundle: 'En bottes ou fagots',
    crate: 'En caisses',
    skip: 'En benne',
  },
  vehicle: {
    hand: 'Porteurs à pied seulement',
    van: 'Fourgon',
    truck: 'Camion porteur',
    articulated: 'Semi-remorque',
  },
  removal: { 'in-place': 'Encore en place, à déposer', removed: 'Déjà déposé' },
  cedingRight: {
    owner: 'Le cédant en est propriétaire',
    mandate: 'Le cédant a mandat du propriétaire',
    contract: 'Le marché de travaux attribue les matériaux au cédant',
  },
  hazard: {
    'lead-paint': 'Peinture au plomb',
    'treated-wood': 'Bois traité',
    'mineral-fibre': 'Fibres minérales qui irritent',
    'sharp-edges': 'Bords coupants',
    'heavy-pieces': 'Pièces lourdes à porter',
    pressure: 'Appareil sous pression',
    refrigerant: 'Fluide frigorigène',
    asbestos: 'Amiante',
  },
  territory: { commune: 'Commune', ept: 'Établissement public territorial' },
} as const satisfies Names

const en = {
  packaging: {
    loose: 'Loose',
    palette: 'On pallets',
    'big-bag': 'In bulk bags',
    bundle: 'In bundles',
    crate: 'In crates',
    skip: 'In a skip',
  },
  vehicle: {
    hand: 'Carriers on foot only',
    van: 'Van',
    truck: 'Rigid truck',
    articulated: 'Articulated truck',
  },
  removal: { 'in-place': 'Still in place, to be removed', removed: 'Already removed' },
  cedingRight: {
    owner: 'The giver owns it',
    mandate: 'The giver acts for the owner',
    contract: 'The works contract gives the materials to the giver',
  },
  hazard: {
    'lead-paint': 'Lead paint',
    'treated-wood': 'Treated wood',
    'mineral-fibre': 'Mineral fibres that irritate',
    'sharp-edges': 'Sharp edges',
    'heavy-pieces': 'Pieces heavy to carry',
    pressure: 'Appliance under pressure',
    refrigerant: 'Refrigerant',
    asbestos: 'Asbestos',
  },
  territory: { commune: 'Commune', ept: 'Public territorial body (EPT)' },
} as const satisfies Names

/** The names of a lot's terms: how it is packed, reached, removed and ceded, and its dangers. */
export const lotTerms = defineCatalogue('lotTerms', { fr, en })
