import { deflateRawSync, crc32 } from 'node:zlib'
import { storeZip } from '~/platform/tables/stored-zip'

/** A cell: a text, a figure, nothing, or the XML of one as a spreadsheet writes it. */
export type BuiltCell = string | number | null | { xml: string }
export type BuiltSheet = {
  name: string
  rows: readonly (readonly BuiltCell[])[]
  more?: string
  hidden?: boolean
}

/** A minimal XLSX workbook with these sheets, texts written in place. */
export function buildWorkbook(sheets: readonly BuiltSheet[], more: ZipFile[] = []): Uint8Array<ArrayBuffer> {
  return new Uint8Array(storeZip([...workbookFiles(sheets), ...more]))
}

type ZipFile = { name: string; bytes: Uint8Array }

export function workbookFiles(sheets: readonly BuiltSheet[]): ZipFile[] {
  const list = sheets.map(({ name, hidden }, at) => {
    const state = hidden ? ' state="hidden"' : ''
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state}/>`
  })
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return [
    file(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    ),
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    file('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`),
    ...sheets.map(({ rows, more = '' }, at) =>
      file(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData>${more}</worksheet>`,
      ),
    ),
  ]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'

export function file(name: string, text: string): ZipFile {
  return { name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`, 'utf8') }
}

function rowXml(cells: readonly BuiltCell[], at: number): string {
  return `<row r="${at + 1}">${cells.map((cell, column) => cellXml(cell, `${'ABCDEFGHIJ'[column]}${at + 1}`)).join('')}</row>`
}

function cellXml(cell: BuiltCell, address: string): string {
  if (cell === null) return `<c r="${address}" s="1"/>`
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${address}"`)
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

/** An archive of one deflated file that declares the size told, true or not. */
export function deflatedZip(name: string, bytes: Uint8Array, declared = bytes.length): Uint8Array {
  const packed = deflateRawSync(bytes, { level: 9 })
  const archive = Buffer.from(storeZip([{ name, bytes: packed }]))
  const directory = archive.readUInt32LE(archive.length - 6)
  const sum = crc32(bytes)
  for (const at of [0, directory]) {
    const shift = at === 0 ? 0 : 2
    archive.writeUInt16LE(8, at + 8 + shift)
    archive.writeUInt32LE(sum, at + 14 + shift)
    archive.writeUInt32LE(declared, at + 22 + shift)
  }
  return archive
}
