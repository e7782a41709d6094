/** A sheet as rows of trimmed texts, without its empty rows; figures have a decimal point and no grouping. */
export type Table = {
  rows: string[][]
  /** Number of each row in the file, counted from 1, so that a fault can be found there. */
  rowNumbers: number[]
  /** The sheet that was read, among all of its workbook; a CSV file has none. */
  sheet: string | null
  sheets: string[]
}

/** A file as it was sent; the name says what its sender takes it for. */
export type TableFile = { bytes: Uint8Array; name: string }

export type TableOptions = {
  /** Rows with something in them, heading included. */
  maxRows: number
  /** The sheet of a workbook to read; by default the first with something in it, or the one with most rows. */
  sheet?: string
  prefer?: 'first' | 'longest'
}

/** Largest file, 5 MB: a bill of 2,000 lines is some 200 kB. */
export const MAX_TABLE_BYTES = 5 * 1024 * 1024
export const MAX_TABLE_COLUMNS = 100
/** Longer texts of a cell are cut. */
const MAX_CELL = 500

/** A cell on one line, no longer than what a table needs. */
export function tidyCell(text: string): string {
  const tidy = text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  return tidy.length > MAX_CELL ? tidy.slice(0, MAX_CELL) : tidy
}
