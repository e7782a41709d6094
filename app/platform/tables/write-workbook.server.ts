import writeExcelFile, { type SheetData } from 'write-excel-file/node'

/** A column of a sheet: its head, how a row fills it, and its width in characters. Null is an empty cell. */
export type SheetColumn<Row> = {
  header: string
  cell: (row: Row) => string | number | null
  width?: number
}

/** A sheet ready to be written: heads that stay in sight, figures as figures, texts as texts, never as formulas. */
export type WrittenSheet = { name: string; data: SheetData; widths: number[]; headRows: number }

const MOST_NAME = 31
const WIDTH = 16

/** A sheet of rows under their heads. */
export function sheetOf<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): WrittenSheet {
  const heads = columns.map(({ header }) => ({
    ...{ value: header, type: String, fontWeight: 'bold' as const, wrap: true },
    ...{ backgroundColor: '#f5f1e8', bottomBorderStyle: 'thin' as const },
  }))
  const body = rows.map((row) => columns.map(({ cell }) => cellOf(cell(row))))
  return {
    name: sheetName(name),
    data: [heads, ...body],
    widths: columns.map(({ width = WIDTH }) => width),
    headRows: 1,
  }
}

/** A sheet of terms and what they say. */
export function factSheet(
  name: string,
  facts: readonly (readonly [string, string | number])[],
): WrittenSheet {
  const data = facts.map(([term, value]) => [
    { value: term, type: String, fontWeight: 'bold' as const, wrap: true, alignVertical: 'top' as const },
    { ...cellOf(value), wrap: true },
  ])
  return { name: sheetName(name), data, widths: [42, 72], headRows: 0 }
}

/** A workbook (ECMA-376) as bytes. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ name, data, widths, headRows }) => ({
    ...{ sheet: name, data, columns: widths.map((width) => ({ width })) },
    ...(headRows > 0 && { stickyRowsCount: headRows }),
  }))
  return new Uint8Array(await writeExcelFile(written).toBuffer())
}

function cellOf(value: string | number | null) {
  if (typeof value === 'number') return { value, type: Number, format: '#,##0.###' }
  return value === null || value === '' ? null : { value, type: String }
}

/** Names of sheets hold no `\ / ? * [ ] :` and at most 31 characters. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, MOST_NAME)
}
