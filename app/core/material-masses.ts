import type { MaterialType } from './material-types'
import { MILLI, type Unit } from './units'

/**
 * A mass suggested when the giver states none: always editable, always shown as an estimate with its source.
 * `gPerUnit` is grams per whole unit.
 */
export type UnitMass = { gPerUnit: number; source: string }

const OKOBAUDAT = 'Ökobaudat 2020-II'
const KBOB = 'KBOB v6'
const ICE = 'ICE v2'

/**
 * Typical masses by type and unit. Doors, windows, sanitary ware, radiators, luminaires and furniture vary too much
 * and have no published figure: they are absent, and so the giver is asked.
 */
const UNIT_MASSES: Partial<Record<MaterialType, Partial<Record<Unit, UnitMass>>>> = {
  concrete: {
    m2: { gPerUnit: 504_000, source: `${OKOBAUDAT}: precast slab, 20 cm, 504 kg/m²` },
    m3: { gPerUnit: 2_000_000, source: `${OKOBAUDAT}: concrete masonry block, 2,000 kg/m³` },
  },
  brick: {
    u: { gPerUnit: 2_300, source: `${ICE}: clay brick, UK format, 2.3 kg each` },
    m3: { gPerUnit: 1_800_000, source: `${OKOBAUDAT}: clay facing brick, 1,800 kg/m³` },
  },
  stone: {
    m2: { gPerUnit: 208_000, source: `${OKOBAUDAT}: natural stone paving, 80 mm, 208 kg/m²` },
    m3: { gPerUnit: 2_600_000, source: `${OKOBAUDAT}: natural stone paving, 208 kg/m² at 80 mm` },
  },
  'roof-tile': { m2: { gPerUnit: 45_000, source: `${OKOBAUDAT}: clay roof tile, 45 kg/m²` } },
  'structural-timber': { m3: { gPerUnit: 465_000, source: `${KBOB}: planed softwood, 465 kg/m³` } },
  'structural-steel': { m3: { gPerUnit: 7_850_000, source: `${OKOBAUDAT}: steel section, 7,850 kg/m³` } },
  'partition-board': { m2: { gPerUnit: 10_000, source: `${OKOBAUDAT}: plasterboard, 12.5 mm, 10 kg/m²` } },
  ceiling: { m2: { gPerUnit: 2_400, source: `${OKOBAUDAT}: mineral ceiling tile, 15 mm, 2.4 kg/m²` } },
  'raised-floor': { m2: { gPerUnit: 26_000, source: `${OKOBAUDAT}: raised access floor, 26 kg/m²` } },
  'wood-floor': { m2: { gPerUnit: 7_900, source: `${KBOB}: three-layer parquet, 15 mm, 7.9 kg/m²` } },
  'soft-floor': { m2: { gPerUnit: 4_600, source: `${ICE}: carpet tile, middle of 4.1–5.1 kg/m²` } },
  'ceramic-tile': {
    m2: { gPerUnit: 19_000, source: `${KBOB} and ${OKOBAUDAT}: ceramic tile, middle of 18–20 kg/m²` },
  },
  insulation: { m3: { gPerUnit: 26_000, source: `${OKOBAUDAT}: mineral wool, 26 kg/m³` } },
}

const EXACT: Partial<Record<Unit, UnitMass>> = {
  kg: { gPerUnit: 1_000, source: 'exact' },
  t: { gPerUnit: 1_000_000, source: 'exact' },
}

/** Grams per unit of a material: exact for units of mass, typical otherwise, null when the giver must be asked. */
export function unitMass(material: MaterialType, unit: Unit): UnitMass | null {
  return EXACT[unit] ?? UNIT_MASSES[material]?.[unit] ?? null
}

/**
 * The mass of a quantity in whole grams, with its source; null when nothing published tells it.
 * `estimated` is false when the quantity itself is a mass.
 */
export function estimateMassG(
  material: MaterialType,
  quantityMilli: number,
  unit: Unit,
): { massG: number; source: string; estimated: boolean } | null {
  const mass = unitMass(material, unit)
  if (!mass) return null
  return {
    massG: massGOfUnits(quantityMilli, mass.gPerUnit),
    source: mass.source,
    estimated: EXACT[unit] === undefined,
  }
}

/** Grams of a quantity at a given mass per unit, rounded half up to the gram; exact up to `MAX_QUANTITY` tonnes. */
export function massGOfUnits(quantityMilli: number, gPerUnit: number): number {
  return Math.round((quantityMilli * gPerUnit) / MILLI)
}
