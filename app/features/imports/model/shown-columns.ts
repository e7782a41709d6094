import type { StoredRow } from './read-row'

export type ShownColumn = { at: number; letter: string; name: string; samples: string[] }

const SAMPLES = 3
const ROWS_LOOKED_AT = 300
const MAX_SAMPLE = 40

/** Each column with its head and the first different values below it. */
export function describeColumns(
  rows: readonly StoredRow[],
  heads: readonly string[],
  headRow: number | null,
): ShownColumn[] {
  const body = rows.filter(({ row }) => headRow === null || row > headRow).slice(0, ROWS_LOOKED_AT)
  const width = rows[0]?.cells.length ?? 0
  return Array.from({ length: width }, (_, at) => {
    const values = new Set(body.flatMap(({ cells }) => cells[at] || []))
    const samples = [...values].slice(0, SAMPLES).map((text) => shortened(text))
    return { at, letter: columnLetter(at), name: heads[at] ?? '', samples }
  })
}

const HEAD_ROWS = 20

/** The rows that may hold the heads, each with the beginning of what it says. */
export function headRowChoices(rows: readonly StoredRow[]): { row: number; cells: string }[] {
  return rows.slice(0, HEAD_ROWS).map(({ row, cells }) => ({
    row,
    cells: shortened(cells.filter(Boolean).join(', '), 2 * MAX_SAMPLE),
  }))
}

/** The letter of a column as spreadsheets name it. */
export function columnLetter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last
}

function shortened(text: string, max = MAX_SAMPLE): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text
}
