import { foldText } from '~/core/fold'
import { readDecimal, readUnit } from '~/features/wording/model/read-cells'

/** What is read of a bill, in the order of its columns. */
export const BILL_COLUMNS = ['label', 'quantity', 'unit', 'price'] as const
export type BillColumn = (typeof BILL_COLUMNS)[number]

/** Where each is, as the number of a column from 0, or null; and the row of headings, or null when there is none. */
export type ColumnMap = Record<BillColumn, number | null> & { heading: number | null }

/** Beginnings of headings, French then English, the surest first; a heading is folded. */
const HEADINGS: Record<BillColumn, readonly string[]> = {
  label: [
    'designation',
    'libelle',
    'description',
    'intitule',
    'ouvrage',
    'nature',
    'article',
    'prestation',
    'materiau',
    'produit',
    'item',
    'work',
    'element',
  ],
  quantity: ['quantite', 'qte', 'qt', 'quantity', 'qty', 'nombre', 'nbre', 'metre', 'surface'],
  unit: ['unite', 'unit', 'u', 'um', 'uom'],
  price: [
    'prix unitaire',
    'prix u',
    'pu',
    'p u',
    'unit price',
    'unit rate',
    'rate',
    'prix',
    'price',
    'cout unitaire',
  ],
}
/** Amounts of whole lines, whatever they begin with. */
const NOT_A_PRICE = /total|montant|amount/

const ROWS_LOOKED_AT = 30

/**
 * The columns of a bill, from the row with most known headings among the first thirty (a description and one more at
 * least); without one, from what the cells look like: the longest texts, the units, the first figures, the figures after.
 */
export function guessColumns(rows: readonly (readonly string[])[]): ColumnMap {
  let best: ColumnMap | null = null
  rows.slice(0, ROWS_LOOKED_AT).forEach((row, at) => {
    const map = headingsOf(row, at)
    if (map && (!best || knownIn(map) > knownIn(best))) best = map
  })
  return best ?? columnsByContent(rows)
}

function knownIn(map: ColumnMap): number {
  return BILL_COLUMNS.filter((column) => map[column] !== null).length
}

function headingsOf(row: readonly string[], heading: number): ColumnMap | null {
  const map: ColumnMap = { label: null, quantity: null, unit: null, price: null, heading }
  const folded = row.map(foldText)
  for (const column of ['label', 'quantity', 'price', 'unit'] as const) {
    const taken = BILL_COLUMNS.map((one) => map[one])
    const ranks = folded.map((text, at) => (taken.includes(at) ? Infinity : rankOf(text, column)))
    const least = Math.min(...ranks)
    if (Number.isFinite(least)) map[column] = ranks.indexOf(least)
  }
  return map.label !== null && knownIn(map) >= 2 ? map : null
}

function rankOf(heading: string, column: BillColumn): number {
  if (column === 'price' && NOT_A_PRICE.test(heading)) return Infinity
  if (column !== 'label' && column !== 'price' && /prix|price|rate/.test(heading)) return Infinity
  const at = HEADINGS[column].findIndex((known) => heading === known || heading.startsWith(`${known} `))
  if (at >= 0) return at
  const prefix = HEADINGS[column].findIndex((known) => known.length > 2 && heading.startsWith(known))
  return prefix < 0 ? Infinity : 100 + prefix
}

function columnsByContent(rows: readonly (readonly string[])[]): ColumnMap {
  const seen = rows.slice(0, ROWS_LOOKED_AT)
  const columns = (rows[0] ?? []).map((_, at) => seen.map((row) => row[at] ?? '').filter(Boolean))
  const share = (cells: readonly string[], is: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(is).length / cells.length
  const isUnit = (cell: string) => readDecimal(cell) === null && isKnownUnit(cell)
  const isText = (cell: string) => readDecimal(cell) === null && !isUnit(cell)
  const textLength = columns.map((cells) => cells.filter(isText).reduce((sum, cell) => sum + cell.length, 0))
  const figures = columns.flatMap((cells, at) =>
    share(cells, (cell) => readDecimal(cell) !== null) > 0.5 ? [at] : [],
  )
  const units = columns.findIndex((cells) => share(cells, isUnit) > 0.5)
  const longest = textLength.indexOf(Math.max(0, ...textLength))
  const label = textLength.some((length) => length > 0) ? longest : null
  // Numbers of articles stand before what they number.
  const counted = figures.filter((at) => label === null || at > label)
  return {
    label,
    quantity: counted[0] ?? null,
    unit: units < 0 ? null : units,
    price: counted[1] ?? null,
    heading: null,
  }
}

function isKnownUnit(cell: string): boolean {
  const read = readUnit(cell)
  return read.ok || read.fault === 'unit-lump'
}
