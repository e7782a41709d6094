import { INK, LINE, MUTED, SUNKEN } from './paper'
import { createBreath, type Pdf, type Struct } from './pdf.server'
import { addArtifact, addGroup, textHeight, writeText } from './tags.server'

export type PdfColumn<Row> = {
  head: string
  cell: (row: Row) => string
  /** Parts of the table's width; the parts of all columns are summed. */
  share: number
  /** Figures stand at the right. */
  isFigure?: boolean
}

export type PdfTable<Row> = {
  columns: readonly PdfColumn<Row>[]
  rows: readonly Row[]
  /** Rows that stand out, sums say. */
  isStrong?: (row: Row) => boolean
  size?: number
  x?: number
  width?: number
}

type Cell = { text: string; x: number; width: number; isFigure: boolean }

const PAD = 4

/**
 * A table whose first column heads its rows. The heading row is drawn again on each page, and read once; no row is cut
 * by a page's end.
 */
export async function addTable<Row>(pdf: Pdf, parent: Struct, table: PdfTable<Row>): Promise<void> {
  const { doc } = pdf
  const breathe = createBreath()
  const size = table.size ?? 9
  const left = table.x ?? doc.page.margins.left
  const width = table.width ?? doc.page.width - left - doc.page.margins.right
  const place = placesOf(table.columns, left, width)
  const heads = table.columns.map((column, index) => ({ ...place(index), text: column.head }))
  const look = { size, lineGap: 1 }
  const struct = addGroup(pdf, parent, 'Table')
  drawHead(pdf, struct, heads, size, { left, width })
  const body = addGroup(pdf, struct, 'TBody')
  for (const row of table.rows) {
    await breathe()
    const face = table.isStrong?.(row) ? 'strong' : 'text'
    const cells = table.columns.map((column, index) => ({ ...place(index), text: column.cell(row) }))
    const height = heightOf(pdf, cells, { ...look, face })
    if (doc.y + height > doc.page.maxY()) {
      doc.addPage()
      drawHead(pdf, null, heads, size, { left, width })
    }
    drawRow(pdf, body, cells, { ...look, face, height, isHead: false })
    addArtifact(pdf, () => rule(pdf, left, width, LINE, 0.6))
  }
  struct.end()
  doc.x = doc.page.margins.left
  doc.y += 6
}

function placesOf<Row>(columns: readonly PdfColumn<Row>[], left: number, width: number) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const starts = columns.map(
    (_, index) => left + (width * columns.slice(0, index).reduce((sum, { share }) => sum + share, 0)) / whole,
  )
  return (index: number) => ({
    x: starts[index] ?? left,
    width: (width * (columns[index]?.share ?? 0)) / whole,
    isFigure: columns[index]?.isFigure ?? false,
  })
}

type RowLook = { size: number; lineGap: number; face: 'text' | 'strong' }

function heightOf(pdf: Pdf, cells: readonly Cell[], look: RowLook): number {
  return (
    Math.max(
      ...cells.map(({ text, width }) => textHeight(pdf, text || ' ', { ...look, width: width - 2 * PAD })),
      0,
    ) +
    2 * PAD
  )
}

/** The heading row: read within the table where it stands first, and as the page's furniture after. */
function drawHead(
  pdf: Pdf,
  table: Struct | null,
  heads: readonly Cell[],
  size: number,
  { left, width }: { left: number; width: number },
): void {
  const { doc } = pdf
  const look = { size, lineGap: 1, face: 'strong' } as const
  const height = heightOf(pdf, heads, look)
  const top = doc.y
  addArtifact(pdf, () => doc.rect(left, top, width, height).fill(SUNKEN))
  if (table) {
    const head = addGroup(pdf, table, 'THead')
    drawRow(pdf, head, heads, { ...look, height, isHead: true })
    head.end()
  } else {
    addArtifact(pdf, () => writeCells(pdf, heads, look), 'Pagination')
    doc.y = top + height
  }
  addArtifact(pdf, () => rule(pdf, left, width, INK, 1.2))
}

function drawRow(
  pdf: Pdf,
  parent: Struct,
  cells: readonly Cell[],
  { height, isHead, ...look }: RowLook & { height: number; isHead: boolean },
): void {
  const { doc } = pdf
  const top = doc.y
  const row = addGroup(pdf, parent, 'TR')
  cells.forEach((cell, index) => {
    const scope = isHead ? 'Column' : index === 0 ? 'Row' : null
    const options = (scope ? { scope } : {}) as PDFKit.Mixins.StructureElementOptions
    const said = pdf.settable(cell.text)
    const struct = doc.struct(scope ? 'TH' : 'TD', options, [
      () => writeCells(pdf, [{ ...cell, text: said }], look, top),
    ])
    row.add(struct)
  })
  row.end()
  doc.y = top + height
}

function writeCells(pdf: Pdf, cells: readonly Cell[], look: RowLook, top = pdf.doc.y): void {
  for (const { text, x, width, isFigure } of cells) {
    writeText(pdf, text || '–', {
      ...look,
      colour: text ? INK : MUTED,
      x: x + PAD,
      y: top + PAD,
      width: width - 2 * PAD,
      align: isFigure ? 'right' : 'left',
    })
  }
}

function rule(pdf: Pdf, left: number, width: number, colour: string, thick: number): void {
  const { doc } = pdf
  doc
    .moveTo(left, doc.y)
    .lineTo(left + width, doc.y)
    .lineWidth(thick)
    .stroke(colour)
}
