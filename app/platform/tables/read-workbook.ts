import readXlsxFile from 'read-excel-file/universal'
import { ok, refused, type Result } from '~/core/result'
import { withMergedTexts } from './merged-cells'
import { storeZip } from './stored-zip'
import { tidyCell } from './table'
import { unpackZip, type ZipEntry } from './zip-archive'

type Sheet = { name: string; rows: string[][] }

const WANTED = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[\w/.-]+\.(xml|rels))$/
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i
const IGNORED = /^xl\/(theme|drawings|charts|media|calcChain|comments|printerSettings|externalLinks)/

/** An address past these, or a grid of more cells, is no bill of quantities, and would be held whole in memory. */
const MAX_ROW = 50_000
const MAX_COLUMN = 500
const MAX_GRID = 1_000_000

/**
 * The sheets of an XLSX workbook: the values that its cells show, a formula as its last result. What the library reads
 * is what was checked: the archive is unpacked within limits, its sheets are stripped of cells without a value, and
 * packed anew for it.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Sheet[]>> {
  const unpacked = unpackZip(bytes, (name) => WANTED.test(name) && !IGNORED.test(name))
  if (!unpacked.ok) return unpacked
  if (!unpacked.value.some(({ name }) => name === 'xl/workbook.xml')) return refused('table-type')
  const checked: ZipEntry[] = []
  for (const entry of unpacked.value) {
    if (!SHEET.test(entry.name)) {
      checked.push(entry)
      continue
    }
    const xml = withoutEmptyCells(new TextDecoder().decode(entry.bytes))
    if (!isReasonable(xml)) return refused('table-rows')
    checked.push({ name: entry.name, bytes: new TextEncoder().encode(withMergedTexts(xml)) })
  }
  return readSheets(storeZip(checked))
}

async function readSheets(archive: Uint8Array): Promise<Result<Sheet[]>> {
  try {
    const sheets = await readXlsxFile(new Blob([new Uint8Array(archive)]))
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })))
  } catch {
    return refused('table-unreadable')
  }
}

/** Cells that hold a style or a formula never computed and no value; rows of nothing else. */
function withoutEmptyCells(xml: string): string {
  return xml
    .replace(/<c\b[^<>]*\/>/g, '')
    .replace(/<c\b[^<>]*>(.*?)<\/c>/gs, (cell, inner: string) => (/<(v|is)\b[^/>]*>/.test(inner) ? cell : ''))
    .replace(/<row\b[^<>]*\/>/g, '')
    .replace(/<row\b[^<>]*>\s*<\/row>/g, '')
}

function isReasonable(xml: string): boolean {
  let [lastRow, lastColumn] = [0, 0]
  for (const [, letters = '', digits = ''] of xml.matchAll(/\sr=["']([A-Za-z]*)(\d+)["']/g)) {
    lastRow = Math.max(lastRow, Number(digits))
    lastColumn = Math.max(lastColumn, columnNumber(letters))
  }
  return lastRow <= MAX_ROW && lastColumn <= MAX_COLUMN && lastRow * lastColumn <= MAX_GRID
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Figures lose what a computer's arithmetic adds after their twelfth digit; a date is its ISO day. */
function cellText(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? tidyCell(value) : ''
}
