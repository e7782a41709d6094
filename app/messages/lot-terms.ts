import type { CedingRight, Hazard, Packaging, Removal, Vehicle } from '~/core/lot-terms'
import { defineCatalogue } from './catalogue'

type Names = {
  packaging: Record<Packaging, string>
  vehicle: Record<Vehicle, string>
  removal: Record<Removal, string>
  cedingRight: Record<CedingRight, string>
  hazard: Record<Hazard, string>
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
    owner: 'Propriétaire des matériaux',
    mandate: 'Mandaté par leur propriétaire',
    contract: 'Titulaire d’un marché de travaux qui les lui attribue',
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
    owner: 'Owner of the materials',
    mandate: 'Mandated by their owner',
    contract: 'Holder of a works contract that gives it the materials',
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
} as const satisfies Names

/**
 * The names of a lot's terms, the same in its form, on its page and in its exports: how it is packed, reached, removed
 * and ceded, and its dangers.
 */
export const lotTerms = defineCatalogue('lotTerms', { fr, en })
