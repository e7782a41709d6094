import type { IsoDay } from '~/core/days'
import type { FactorRow } from '~/core/ledger-terms'

/** A table of factors that is or was published. */
export type FactorVersion = {
  version: string
  /** First day of handovers that it applies to. */
  validFrom: IsoDay
  rows: FactorRow[]
  reason: string
  /** Null for the version that ships with the product. */
  publishedAtMs: number | null
  publishedBy: string | null
}

/**
 * The version for handovers of a day: of those valid by then, the one whose validity began last; of several that begin
 * together, the last published. Before them all, the first, which ships.
 * @param versions newest published first, the shipped one last
 */
export function inForceOn(versions: readonly FactorVersion[], day: IsoDay): FactorVersion {
  const shipped = versions.at(-1)
  if (!shipped) throw new Error('No factors ship with the product')
  let best: FactorVersion | null = null
  for (const version of versions) {
    if (version.validFrom <= day && (best === null || version.validFrom > best.validFrom)) best = version
  }
  return best ?? shipped
}

/** Whether two tables hold the same factors, in whatever order. */
export function areSameRows(a: readonly FactorRow[], b: readonly FactorRow[]): boolean {
  const text = (rows: readonly FactorRow[]) =>
    JSON.stringify([...rows].sort(byMaterial).map((row) => Object.entries(row).sort(byKey)))
  return text(a) === text(b)
}

function byMaterial(a: FactorRow, b: FactorRow): number {
  return a.material.localeCompare(b.material)
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b)
}
