import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'

/**
 * How well one material serves a need for another, from 0.55 (a makeshift that some projects take) to 0.9 (nearly as
 * asked), by offered material, then by wanted material. Absent pairs do not match.
 *
 * These are the product's own judgements, made to rank: no study measures them. Pairs are listed where the offered
 * material does the same job in the same place, in at least one common use:
 * masonry units for one another, floor coverings for one another, metal sections for light uses,
 * reclaimed timber as boards, boards as ceilings.
 */
const SUBSTITUTIONS: Partial<Record<MaterialType, Partial<Record<MaterialType, number>>>> = {
  brick: { concrete: 0.65, stone: 0.55 },
  concrete: { brick: 0.65, stone: 0.6 },
  stone: { brick: 0.6, concrete: 0.6, 'ceramic-tile': 0.7 },
  'structural-steel': { 'other-metal': 0.55 },
  'other-metal': { 'structural-steel': 0.55 },
  'structural-timber': { 'wood-floor': 0.55 },
  'partition-board': { ceiling: 0.6 },
  'wood-floor': { 'soft-floor': 0.7, 'ceramic-tile': 0.55 },
  'soft-floor': { 'wood-floor': 0.55 },
  'ceramic-tile': { stone: 0.55, 'soft-floor': 0.55 },
}

/** Fit of an offered material for a wanted one: 1 for the same type, 0 when it does not serve. */
export function materialFit(offered: MaterialType, wanted: MaterialType): number {
  return offered === wanted ? 1 : (SUBSTITUTIONS[offered]?.[wanted] ?? 0)
}

/** The materials wanted that an offered one serves, itself among them. */
export function listServed(offered: MaterialType): readonly MaterialType[] {
  return SERVED.get(offered)!
}

/** The materials offered that serve a wanted one, itself among them. */
export function listServing(wanted: MaterialType): readonly MaterialType[] {
  return SERVING.get(wanted)!
}

const SERVED = materialsBy((material, other) => materialFit(material, other))
const SERVING = materialsBy((material, other) => materialFit(other, material))

function materialsBy(fit: (material: MaterialType, other: MaterialType) => number) {
  return new Map(
    MATERIAL_TYPES.map((material) => [material, MATERIAL_TYPES.filter((other) => fit(material, other) > 0)]),
  )
}
