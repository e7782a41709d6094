import { ok, refused, type Result } from '~/core/result'
import { readCsv } from './read-csv'
import { readWorkbook } from './read-workbook'
import { MAX_TABLE_BYTES, MAX_TABLE_COLUMNS, type Table, type TableFile, type TableOptions } from './table'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The container of the workbooks of before 2007, and of those with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Reads a CSV or XLSX file by what it is, not by what its name says; where the two differ, it is refused. Nothing of a
 * file that is too large, too long or not sound comes back. Refusals: `table-empty`, `table-too-large`, `table-type`,
 * `table-old-format`, `table-protected`, `table-suspicious`, `table-unreadable`, `table-rows`, `table-columns`.
 */
export async function parseTable({ bytes, name }: TableFile, options: TableOptions): Promise<Result<Table>> {
  if (bytes.length > MAX_TABLE_BYTES) return refused('table-too-large')
  if (bytes.length === 0) return refused('table-empty')
  const isNamedWorkbook = /\.(xlsx|xlsm)$/i.test(name)
  if (startsWith(bytes, OLE)) return refused(isNamedWorkbook ? 'table-protected' : 'table-old-format')
  if (startsWith(bytes, ZIP)) return tableOfWorkbook(bytes, options)
  if (isNamedWorkbook || /\.(xls|ods|pdf|docx?|png|jpe?g)$/i.test(name)) return refused('table-type')
  const read = readCsv(bytes)
  return read.ok ? tableOf(read.value, options, { sheet: null, sheets: [] }) : read
}

/** Whether a file is a workbook, which takes long enough to be read elsewhere than on the event loop. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP)
}

async function tableOfWorkbook(bytes: Uint8Array, options: TableOptions): Promise<Result<Table>> {
  const read = await readWorkbook(bytes)
  if (!read.ok) return read
  const isFilled = (rows: readonly string[][]) => rows.some((row) => row.some((cell) => cell !== ''))
  const sheets = read.value
  const wanted = options.sheet?.trim().toLowerCase()
  const asked = sheets.find(({ name }) => name.trim().toLowerCase() === wanted)
  const sheet =
    asked ?? (options.prefer === 'longest' ? longest(sheets) : sheets.find(({ rows }) => isFilled(rows)))
  if (!sheet || !isFilled(sheet.rows)) return refused('table-empty')
  return tableOf(sheet.rows, options, { sheet: sheet.name, sheets: sheets.map(({ name }) => name) })
}

/** The sheet with most filled rows; of several, the first. */
function longest<Sheet extends { rows: readonly string[][] }>(sheets: readonly Sheet[]): Sheet | undefined {
  const filled = sheets.map((sheet) => ({
    sheet,
    rows: sheet.rows.filter((row) => row.some((cell) => cell !== '')).length,
  }))
  return filled.reduce((best, one) => (one.rows > best.rows ? one : best), filled[0]!)?.sheet
}

function tableOf(
  rows: readonly string[][],
  { maxRows }: TableOptions,
  named: Pick<Table, 'sheet' | 'sheets'>,
): Result<Table> {
  const filled = rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => row.some((cell) => cell !== ''))
  if (filled.length === 0) return refused('table-empty')
  if (filled.length > maxRows) return refused('table-rows', { params: { max: maxRows, rows: filled.length } })
  const width = Math.max(...filled.map(({ row }) => row.findLastIndex((cell) => cell !== '') + 1))
  if (width > MAX_TABLE_COLUMNS) return refused('table-columns', { params: { max: MAX_TABLE_COLUMNS } })
  const squared = filled.map(({ row }) => Array.from({ length: width }, (_, at) => row[at] ?? ''))
  return ok({ rows: squared, rowNumbers: filled.map(({ number }) => number), ...named })
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}
