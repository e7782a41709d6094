/** How much of a lot a label has room to show. */
export type LabelLook = 'large' | 'small' | 'tall'

/** A sheet of labels, or a roll on which each label is a page. Lengths in mm. */
export type SheetFormat = {
  id: string
  pageWidth: number
  pageHeight: number
  columns: number
  rows: number
  labelWidth: number
  labelHeight: number
  /** From the edges of the page to the first label. */
  left: number
  top: number
  /** Between two columns. */
  gapX: number
  look: LabelLook
}

const A4 = { pageWidth: 210, pageHeight: 297 }

/** Usual sizes: sheets cut for laser printers, and the rolls of label printers. */
export const SHEET_FORMATS = [
  {
    id: 'a4-8',
    ...A4,
    columns: 2,
    rows: 4,
    labelWidth: 99.1,
    labelHeight: 67.7,
    left: 4.65,
    top: 13.1,
    gapX: 2.5,
    look: 'large',
  },
  {
    id: 'a4-24',
    ...A4,
    columns: 3,
    rows: 8,
    labelWidth: 63.5,
    labelHeight: 33.9,
    left: 7.25,
    top: 12.9,
    gapX: 2.5,
    look: 'small',
  },
  { id: '100x70', ...rollOf(100, 70), look: 'large' },
  { id: '62', ...rollOf(62, 100), look: 'tall' },
  { id: '62x29', ...rollOf(62, 29), look: 'small' },
] as const satisfies readonly SheetFormat[]

export type SheetFormatId = (typeof SHEET_FORMATS)[number]['id']
export const SHEET_FORMAT_IDS = SHEET_FORMATS.map(({ id }) => id)
export const DEFAULT_FORMAT: SheetFormatId = 'a4-8'

export function sheetFormat(id: SheetFormatId): SheetFormat {
  const [first] = SHEET_FORMATS
  return SHEET_FORMATS.find((format) => format.id === id) ?? first
}

export function labelsPerPage({ columns, rows }: SheetFormat): number {
  return columns * rows
}

/** Where a label goes: its page from 0, its corner in mm from the top left of the page. */
export type LabelPlace = { page: number; x: number; y: number }

/** Places for labels row by row, the first one at the `start`-th place (from 1) of a sheet that is used in part. */
export function placeLabels(format: SheetFormat, count: number, start: number): LabelPlace[] {
  const perPage = labelsPerPage(format)
  const skipped = Math.min(Math.max(1, start), perPage) - 1
  return Array.from({ length: count }, (_, index) => {
    const place = (skipped + index) % perPage
    return {
      page: Math.floor((skipped + index) / perPage),
      x: format.left + (place % format.columns) * (format.labelWidth + format.gapX),
      y: format.top + Math.floor(place / format.columns) * format.labelHeight,
    }
  })
}

function rollOf(width: number, height: number) {
  return {
    pageWidth: width,
    pageHeight: height,
    columns: 1,
    rows: 1,
    labelWidth: width,
    labelHeight: height,
    left: 0,
    top: 0,
    gapX: 0,
  }
}
