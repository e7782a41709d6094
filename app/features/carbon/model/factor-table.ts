import type { FactorRow } from '~/core/ledger-terms'
import { isMaterialType, MATERIAL_TYPES } from '~/core/material-types'

/** The columns of a table of factors, in the order of its file. Names are for machines: the same in every language. */
export const FACTOR_COLUMNS = [
  'material',
  'kg_co2e_per_kg',
  'low',
  'high',
  'reconditioning',
  'substitution',
  'source',
  'source_row',
  'year',
  'licence',
] as const

/** What is wrong with a table, and in which of its lines (the first is the header). */
export type FactorFault =
  | 'empty'
  | 'columns'
  | 'material'
  | 'twice'
  | 'value'
  | 'range'
  | 'reconditioning'
  | 'substitution'
  | 'source'
  | 'year'
  | 'licence'
export type FactorTableRead =
  { ok: true; rows: FactorRow[] } | { ok: false; fault: FactorFault; line: number }

/** More than any material emits: a value above is in another unit. */
const MOST_KG = 1000

/** Reads a table of factors: a header, then a line for each material that has one. */
export function readFactorTable(lines: readonly (readonly string[])[]): FactorTableRead {
  const [header, ...body] = lines
  if (!header || body.length === 0) return { ok: false, fault: 'empty', line: 1 }
  if (FACTOR_COLUMNS.some((name, at) => header[at]?.trim() !== name)) {
    return { ok: false, fault: 'columns', line: 1 }
  }
  const rows: FactorRow[] = []
  for (const [at, cells] of body.entries()) {
    const row = readRow(cells.map((cell) => cell.trim()))
    const isTwice = typeof row !== 'string' && rows.some(({ material }) => material === row.material)
    const fault = typeof row === 'string' ? row : isTwice ? 'twice' : null
    if (fault || typeof row === 'string') return { ok: false, fault: fault ?? 'empty', line: at + 2 }
    rows.push(row)
  }
  rows.sort((a, b) => MATERIAL_TYPES.indexOf(a.material) - MATERIAL_TYPES.indexOf(b.material))
  return { ok: true, rows }
}

function readRow(cells: readonly string[]): FactorRow | FactorFault {
  const [material = '', value = '', low = '', high = '', reconditioning = '', substitution = ''] = cells
  const [source = '', sourceRow = '', year = '', licence = ''] = cells.slice(6)
  if (!isMaterialType(material)) return 'material'
  const kgCo2ePerKg = numberIn(value, 0, MOST_KG)
  if (kgCo2ePerKg === null) return 'value'
  const range = rangeAround(kgCo2ePerKg, low, high)
  if (!range) return 'range'
  const reconditioningKgCo2ePerKg = numberIn(reconditioning || '0', 0, MOST_KG)
  if (reconditioningKgCo2ePerKg === null) return 'reconditioning'
  const share = numberIn(substitution || '1', 0, 1)
  if (share === null) return 'substitution'
  if (source.length < 3 || source.length > 300 || sourceRow.length > 300) return 'source'
  const published = numberIn(year, 1990, 2100)
  if (published === null || !Number.isInteger(published)) return 'year'
  if (licence.length < 2 || licence.length > 200) return 'licence'
  return {
    ...{ material, kgCo2ePerKg, ...range, reconditioningKgCo2ePerKg, substitution: share },
    ...{ source, sourceRow, year: published, licence },
  }
}

/** Both ends around the value, or neither. */
function rangeAround(value: number, low: string, high: string) {
  if (low === '' && high === '') return { lowKgCo2ePerKg: null, highKgCo2ePerKg: null }
  const [lowKgCo2ePerKg, highKgCo2ePerKg] = [numberIn(low, 0, value), numberIn(high, value, MOST_KG)]
  return lowKgCo2ePerKg === null || highKgCo2ePerKg === null ? null : { lowKgCo2ePerKg, highKgCo2ePerKg }
}

/** A decimal with a point or a comma, within bounds. */
function numberIn(text: string, least: number, most: number): number | null {
  if (!/^\d{1,6}([.,]\d{1,8})?$/.test(text)) return null
  const number = Number(text.replace(',', '.'))
  return number >= least && number <= most ? number : null
}

/** The cells of a factor, as its file holds them. */
export function factorCells(row: FactorRow): (string | number | null)[] {
  return [
    ...[row.material, row.kgCo2ePerKg, row.lowKgCo2ePerKg, row.highKgCo2ePerKg],
    ...[row.reconditioningKgCo2ePerKg, row.substitution, row.source, row.sourceRow, row.year, row.licence],
  ]
}
