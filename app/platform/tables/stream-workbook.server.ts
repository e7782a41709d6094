import { Readable } from 'node:stream'
import { ZipWriter } from './zip-writer'

type Cell = string | number | null
/** Rows of a sheet, a few hundred at a time. */
export type SheetPages = AsyncIterable<readonly (readonly Cell[])[]>

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The parts of a workbook that do not depend on its rows (ECMA-376, 2016, part 1). */
function fixedParts(sheetName: string): { name: string; text: string }[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return [
    {
      name: '[Content_Types].xml',
      text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${escaped(sheetName).slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    },
  ]
}

/**
 * A workbook of one sheet as it is made: its rows are compressed and sent page by page, so that memory stays flat
 * whatever their number. Texts are texts: nothing in it runs as a formula. The first row is bold and stays in sight.
 */
export async function* streamWorkbook(
  sheetName: string,
  headings: readonly string[],
  pages: SheetPages,
): AsyncGenerator<Uint8Array, void, undefined> {
  const archive = new ZipWriter()
  for (const { name, text } of fixedParts(sheetName)) yield* archive.add(name, Readable.from([text]))
  yield* archive.add('xl/worksheets/sheet1.xml', sheetText(headings, pages))
  yield archive.end()
}

async function* sheetText(headings: readonly string[], pages: SheetPages): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${headings.length}" width="18" customWidth="1"/></cols><sheetData>`
  const columns = headings.map((_, index) => columnName(index))
  yield rowText(headings, columns, 1, 1)
  let row = 1
  for await (const rows of pages) yield rows.map((cells) => rowText(cells, columns, ++row, 0)).join('')
  yield '</sheetData></worksheet>'
}

/** The letters of a column, from 0: A … Z, AA … */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

function rowText(cells: readonly Cell[], columns: readonly string[], row: number, style: 0 | 1): string {
  const texts = cells.map((cell, index) => {
    if (cell === null || cell === '') return ''
    const head = `<c r="${columns[index] ?? columnName(index)}${row}"${style === 0 ? '' : ` s="${style}"`}`
    if (typeof cell === 'number') return `${head}><v>${cell}</v></c>`
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  })
  return `<row r="${row}">${texts.join('')}</row>`
}

/** Text as XML 1.0 may hold it: control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
