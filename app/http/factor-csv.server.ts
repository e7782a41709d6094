import type { FactorRow } from '~/core/ledger-terms'
import {
  FACTOR_COLUMNS,
  factorCells,
  readFactorTable,
  type FactorTableRead,
} from '~/features/carbon/model/factor-table'
import { readCsv } from '~/platform/tables/read-csv'
import { toCsv } from './csv.server'

/** A table of factors as a file, which `readFactorCsv` reads back. */
export function factorCsv(rows: readonly FactorRow[]): string {
  const columns = FACTOR_COLUMNS.map((header, at) => ({
    header,
    cell: (row: FactorRow) => factorCells(row)[at] ?? null,
  }))
  return toCsv(columns, rows)
}

/** The factors of a file or of a text; what is no table is an empty one. */
export function readFactorCsv(bytes: Uint8Array): FactorTableRead {
  const lines = readCsv(bytes)
  if (!lines.ok) return { ok: false, fault: 'empty', line: 1 }
  return readFactorTable(lines.value.filter((cells) => cells.some((cell) => cell.trim() !== '')))
}
