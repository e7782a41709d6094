import type { FactorRow } from '~/core/ledger-terms'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'

/** Emissions of one kilogram of a material, kgCO2e/kg, cradle to gate. */
export type MaterialFactor = {
  /** Emissions of producing the new material that a reused one replaces. */
  kgCO2ePerKg: number
  /** Emissions of making the used material fit for use again; 0 when the source gives none. */
  reconditioningKgCO2ePerKg: number
  /** The range of production that the source gives; absent where it gives none, and none is made up. */
  range?: { lowKgCO2ePerKg: number; highKgCO2ePerKg: number }
  /** Share of new production that a reuse of this material really replaces, 0 to 1. Default 1. */
  substitution?: number
  /** The row of the source this is read from. */
  sourceRow: string
}

/** A version of the factor table. Results keep its `version`, so that each figure can be traced and redone. */
export type FactorSet = {
  version: string
  /** Year of publication of the source. */
  year: number
  source: string
  licence: string
  /** First ISO day on which the set applies. */
  validFrom: string
  /** A material without a factor makes no claim. */
  factors: Partial<Record<MaterialType, MaterialFactor>>
}

const WOOD: MaterialFactor = {
  kgCO2ePerKg: 0.2695,
  reconditioningKgCO2ePerKg: 0.03854,
  sourceRow: 'Construction: wood, primary production; reconditioning from the re-used column',
}

/**
 * The factors that ship with the product: UK Government GHG conversion factors for company reporting 2025 (DESNZ),
 * sheet «Material use», kgCO2e per tonne ÷ 1,000. They are British averages of broad families; metals, glass and
 * the other families of that sheet describe packaging or mixed scrap and fit no building material, so they are absent.
 */
export const FACTOR_SET: FactorSet = {
  version: 'desnz-2025.1',
  year: 2025,
  source: 'UK Government GHG Conversion Factors for Company Reporting 2025 (DESNZ), Material use',
  licence: 'Open Government Licence v3.0',
  validFrom: '2025-01-01',
  factors: {
    brick: produced(0.24179, 'Construction: bricks, primary production'),
    concrete: produced(0.11879, 'Construction: concrete, primary production'),
    'partition-board': produced(0.12005, 'Construction: plasterboard, primary production'),
    insulation: produced(1.86179, 'Construction: insulation, primary production'),
    'structural-timber': WOOD,
    'wood-floor': WOOD,
  },
}

function produced(kgCO2ePerKg: number, sourceRow: string): MaterialFactor {
  return { kgCO2ePerKg, reconditioningKgCO2ePerKg: 0, sourceRow }
}

/** A table as the team keeps it, as the formulas read it: sources and licences of the rows are told together. */
export function factorSetOf(version: string, validFrom: string, rows: readonly FactorRow[]): FactorSet {
  const told = (of: (row: FactorRow) => string) => [...new Set(rows.map(of))].join(' ; ')
  return {
    version,
    validFrom,
    year: Math.max(0, ...rows.map(({ year }) => year)),
    source: told(({ source }) => source),
    licence: told(({ licence }) => licence),
    factors: Object.fromEntries(rows.map((row) => [row.material, factorOf(row)])),
  }
}

function factorOf(row: FactorRow): MaterialFactor {
  const { lowKgCo2ePerKg: low, highKgCo2ePerKg: high } = row
  return {
    kgCO2ePerKg: row.kgCo2ePerKg,
    reconditioningKgCO2ePerKg: row.reconditioningKgCo2ePerKg,
    substitution: row.substitution,
    sourceRow: row.sourceRow,
    ...(low === null || high === null ? {} : { range: { lowKgCO2ePerKg: low, highKgCO2ePerKg: high } }),
  }
}

/** The factors that ship, as rows to be changed. */
export function shippedRows(): FactorRow[] {
  return MATERIAL_TYPES.flatMap((material) => {
    const factor = FACTOR_SET.factors[material]
    if (!factor) return []
    return [
      {
        material,
        kgCo2ePerKg: factor.kgCO2ePerKg,
        lowKgCo2ePerKg: null,
        highKgCo2ePerKg: null,
        reconditioningKgCo2ePerKg: factor.reconditioningKgCO2ePerKg,
        substitution: 1,
        source: FACTOR_SET.source,
        sourceRow: factor.sourceRow,
        year: FACTOR_SET.year,
        licence: FACTOR_SET.licence,
      },
    ]
  })
}
