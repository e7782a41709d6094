import { localReuseRate, type Rate } from './rates'

export type RateEffect<Row> = { row: Row; before: Rate; after: Rate }

/**
 * What each handover did to its cohort's rate, in ledger order: the rate before it and after it.
 * @param rows ledger rows of the cohort's sites, oldest first, masses in grams
 * @param inventoriedG the cohort's denominator
 */
export function rateEffects<Row extends { massG: number }>(
  rows: readonly Row[],
  inventoriedG: number,
): RateEffect<Row>[] {
  let handedOverG = 0
  return rows.map((row) => {
    const before = localReuseRate({ inventoriedG, handedOverG })
    handedOverG += row.massG
    return { row, before, after: localReuseRate({ inventoriedG, handedOverG }) }
  })
}
