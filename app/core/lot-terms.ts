/** Words that a lot's terms are made of, shared by its form, its page, its table and its exports. */

/** How it waits to be loaded. */
export const PACKAGINGS = ['loose', 'palette', 'big-bag', 'bundle', 'crate', 'skip'] as const
export type Packaging = (typeof PACKAGINGS)[number]

/** The largest vehicle that reaches the loading place, smallest first. */
export const VEHICLES = ['hand', 'van', 'truck', 'articulated'] as const
export type Vehicle = (typeof VEHICLES)[number]

export const REMOVALS = ['in-place', 'removed'] as const
export type Removal = (typeof REMOVALS)[number]

/** Whether takers may share a lot. */
export const SPLITTINGS = ['parts', 'whole'] as const

/** By what right the giver cedes a lot. */
export const CEDING_RIGHTS = ['owner', 'mandate', 'contract'] as const
export type CedingRight = (typeof CEDING_RIGHTS)[number]

/**
 * Dangers that a giver declares. Asbestos may not be ceded at all (Code de la consommation, décret 96-1133 of
 * 24 December 1996, article 1): it is listed so that the form can refuse it and say why.
 */
export const HAZARDS = [
  'lead-paint',
  'treated-wood',
  'mineral-fibre',
  'sharp-edges',
  'heavy-pieces',
  'pressure',
  'refrigerant',
  'asbestos',
] as const
export type Hazard = (typeof HAZARDS)[number]
/** What may not be offered, whatever the precautions. */
export const PROHIBITED_HAZARDS: readonly Hazard[] = ['asbestos']

/** Who sees a lot before everyone does, once its organisation alone has seen it. */
export const TERRITORIES = ['commune', 'ept'] as const
export type Territory = (typeof TERRITORIES)[number]

/** The part of a day on which a lot is collected. */
export const DAY_PARTS = ['morning', 'afternoon'] as const
export type DayPart = (typeof DAY_PARTS)[number]
