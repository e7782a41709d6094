import type { Packaging } from '~/core/lot-terms'
import { unitMass } from '~/core/material-masses'
import type { MaterialType } from '~/core/material-types'
import { MILLI, type Unit } from '~/core/units'

/**
 * A quantity at one tap. A `count` is a round number that replaces the quantity: it claims nothing. A `container` adds
 * what one holds: always an estimate, always with how it was reckoned.
 */
export type QuantityPreset = { kind: 'count'; milli: number } | ContainerPreset

export type ContainerPreset = {
  kind: 'container'
  container: Container
  /** What one holds, in thousandths of the unit. */
  milli: number
  basis: ContentsBasis
}

/**
 * - `mass`: the load of the container over the published mass of one unit, whose source is told.
 * - `load`: the unit is one of mass, so that the contents are the load itself.
 * - `volume`: the unit is one of volume, so that the contents are the nominal volume of the container.
 */
export type ContentsBasis =
  | { by: 'mass'; loadKg: number; gPerUnit: number; source: string }
  | { by: 'load'; loadKg: number }
  | { by: 'volume'; volumeM3: number }

export type Container = 'palette' | 'big-bag' | 'skip'

/**
 * What a container is taken to hold. These are working assumptions, not measures, and so each preset is told as an
 * estimate: a pallet of 800 × 1,200 mm (the exchange pallet of EN 13698-1) loaded to one tonne, a bulk bag of one cubic
 * metre loaded to one tonne, and the ten cubic metres after which a common open skip is named. A pallet has no volume of
 * its own and a skip no load of its own.
 */
const CONTAINERS: Readonly<Record<Container, { loadKg?: number; volumeM3?: number }>> = {
  palette: { loadKg: 1000 },
  'big-bag': { loadKg: 1000, volumeM3: 1 },
  skip: { volumeM3: 10 },
}

/** The containers in which sites usually gather a material; absent, it is counted only. */
const USUAL_CONTAINERS: Partial<Record<MaterialType, readonly Container[]>> = {
  concrete: ['palette', 'skip'],
  brick: ['palette', 'big-bag', 'skip'],
  stone: ['palette', 'big-bag', 'skip'],
  'roof-tile': ['palette'],
  'structural-timber': ['skip'],
  'structural-steel': ['skip'],
  'other-metal': ['palette', 'skip'],
  'partition-board': ['palette'],
  ceiling: [],
  'raised-floor': ['palette'],
  'wood-floor': ['palette'],
  'soft-floor': ['palette'],
  'ceramic-tile': ['palette'],
  insulation: ['big-bag', 'skip'],
}

const COUNTS: Readonly<Record<Unit, readonly number[]>> = {
  u: [1, 5, 10, 20, 50, 100],
  ml: [5, 10, 20, 50, 100],
  m2: [5, 10, 20, 50, 100],
  m3: [1, 2, 5, 10],
  kg: [50, 100, 250, 500, 1000],
  t: [0.5, 1, 2, 5],
}
/** Things that come by hundreds. */
const MANY = [50, 100, 200, 500, 1000] as const
const COUNTED_BY_HUNDREDS: readonly MaterialType[] = ['brick']

/** The quantities to offer for a material in a unit: round numbers, then what a usual container holds. */
export function quantityPresets(material: MaterialType | null, unit: Unit): QuantityPreset[] {
  const isMany = unit === 'u' && material !== null && COUNTED_BY_HUNDREDS.includes(material)
  const counts = (isMany ? MANY : COUNTS[unit]).map((count) => ({
    kind: 'count' as const,
    milli: Math.round(count * MILLI),
  }))
  if (!material) return counts
  const containers = (USUAL_CONTAINERS[material] ?? []).flatMap((container) => {
    const contents = contentsOf(container, material, unit)
    return contents ? [{ kind: 'container' as const, container, ...contents }] : []
  })
  return [...counts, ...containers]
}

/** How a lot that was counted in a container is packed. */
export function packagingOf(container: Container): Packaging {
  return container
}

/** What a container holds of a material, rounded down to two significant figures; null when no source lets it be told. */
function contentsOf(
  container: Container,
  material: MaterialType,
  unit: Unit,
): { milli: number; basis: ContentsBasis } | null {
  const { loadKg, volumeM3 } = CONTAINERS[container]
  if (unit === 'm3') {
    return volumeM3 === undefined ? null : { milli: volumeM3 * MILLI, basis: { by: 'volume', volumeM3 } }
  }
  if (loadKg === undefined) return null
  if (unit === 'kg' || unit === 't') {
    return { milli: unit === 'kg' ? loadKg * MILLI : loadKg, basis: { by: 'load', loadKg } }
  }
  const mass = unitMass(material, unit)
  if (!mass) return null
  const units = twoFigures((loadKg * 1000) / mass.gPerUnit)
  // A container of one is a piece, not a container.
  if (units < 2) return null
  return { milli: units * MILLI, basis: { by: 'mass', loadKg, gPerUnit: mass.gPerUnit, source: mass.source } }
}

function twoFigures(value: number): number {
  const scale = Math.max(1, 10 ** (Math.floor(Math.log10(value)) - 1))
  return Math.floor(value / scale) * scale
}
