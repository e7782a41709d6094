import { foldText } from '~/core/fold'
import { isMaterialType, type MaterialType } from '~/core/material-types'
import { isCountable, type Unit } from '~/core/units'
import type { ColumnMap } from './guess-columns'
import {
  readPrice,
  readQuantity,
  readUnit,
  type PriceFault,
  type QuantityFault,
  type UnitFault,
} from '~/features/wording/model/read-cells'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'

/** Lines that a bill may have, and bills that an organisation may keep. */
export const MAX_LINES = 2000
export const MAX_BASKETS = 50
/** Rows of a file: headings and titles stand among the lines. */
export const MAX_ROWS = 2500
export const MAX_LABEL = 200

/** A bill as it was sent, before it is kept: its rows, where its columns are, and what a person put right. */
export type BillDraft = {
  rows: string[][]
  /** Number of each row in the file, as its reader finds it there. */
  rowNumbers: number[]
  columns: ColumnMap
  /** By place in `rows`. */
  fixes: Record<string, Partial<LineTexts>>
}

export const LINE_FIELDS = ['label', 'quantity', 'unit', 'price', 'material', 'leave'] as const
/** A line as texts, as its fields show them; `leave` is filled when the person leaves it out. */
export type LineTexts = Record<(typeof LINE_FIELDS)[number], string>

export type LineFault = QuantityFault | UnitFault | PriceFault | 'label-missing' | 'whole-units'

/** A line that can be kept. */
export type BillLine = {
  label: string
  material: MaterialType | null
  unit: Unit
  quantityMilli: number
  newUnitPriceCents: number | null
}

export type ReadLine = {
  /** Its place in `rows`. */
  row: number
  rowNumber: number
  texts: LineTexts
  /** By field, the first thing wrong; a line with none has its `line`. */
  faults: Partial<Record<keyof LineTexts, LineFault>>
  line: BillLine | null
  /** Left out: a title or a total, or because the person said so. */
  left: 'title' | 'person' | null
}

/** Reads every row below the headings. */
export function readBill(draft: BillDraft): ReadLine[] {
  const first = draft.columns.heading === null ? 0 : draft.columns.heading + 1
  return draft.rows.slice(first).map((cells, index) => {
    const row = first + index
    const fix = draft.fixes[String(row)]
    return {
      row,
      rowNumber: draft.rowNumbers[row] ?? row + 1,
      ...readLine(textsOf(cells, draft.columns, fix)),
    }
  })
}

/** Reads a line from its texts. */
export function readLine(texts: LineTexts): Pick<ReadLine, 'texts' | 'faults' | 'line' | 'left'> {
  const left = texts.leave !== '' ? 'person' : isTitle(texts) ? 'title' : null
  if (left) return { texts, faults: {}, line: null, left }
  const label = texts.label.trim().slice(0, MAX_LABEL)
  const quantity = readQuantity(texts.quantity)
  const unit = readUnit(texts.unit)
  const price = readPrice(texts.price)
  const faults: ReadLine['faults'] = {}
  if (label === '') faults.label = 'label-missing'
  if (!quantity.ok) faults.quantity = quantity.fault
  if (!unit.ok) faults.unit = unit.fault
  if (!price.ok) faults.price = price.fault
  if (quantity.ok && unit.ok && !isCountable(quantity.value, unit.value)) faults.quantity = 'whole-units'
  if (!quantity.ok || !unit.ok || !price.ok || Object.keys(faults).length > 0) {
    return { texts, faults, line: null, left: null }
  }
  const line = {
    label,
    material: materialOf(texts),
    unit: unit.value,
    quantityMilli: quantity.value,
    newUnitPriceCents: price.value,
  }
  return { texts, faults, line, left: null }
}

/** The chosen material, the recognised one where nothing is chosen, or null where the person says that none fits. */
function materialOf({ material, label }: LineTexts): MaterialType | null {
  if (isMaterialType(material)) return material
  return material === 'none' ? null : recogniseMaterial(label)
}

function textsOf(cells: readonly string[], columns: ColumnMap, fix: Partial<LineTexts> = {}): LineTexts {
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? ''))
  const read = {
    label: at(columns.label),
    quantity: at(columns.quantity),
    unit: at(columns.unit),
    price: at(columns.price),
  }
  return { ...read, material: '', leave: '', ...fix }
}

const TOTAL = /^(sous )?total|^montant|^tva|^report|^subtotal|^grand total|^vat\b/

/** A title of the bill has words and no figure; a total counts lines that are there already. */
function isTitle({ label, quantity, unit, price }: LineTexts): boolean {
  if (TOTAL.test(foldText(label))) return true
  return quantity.trim() === '' && unit.trim() === '' && (price.trim() === '' || label.trim() === '')
}

/** What is to be done before a bill is kept. */
export type BillCount = { lines: number; faulty: number; unknown: number; left: number }

export function countBill(lines: readonly ReadLine[]): BillCount {
  return {
    lines: lines.filter(({ line }) => line !== null).length,
    faulty: lines.filter(({ line, left }) => line === null && left === null).length,
    unknown: lines.filter(({ line }) => line !== null && line.material === null).length,
    left: lines.filter(({ left }) => left !== null).length,
  }
}

/** A kept line as its fields show it. */
export function textsOfLine(line: BillLine): LineTexts {
  return {
    label: line.label,
    quantity: String(line.quantityMilli / 1000).replace('.', ','),
    unit: line.unit,
    price: line.newUnitPriceCents === null ? '' : (line.newUnitPriceCents / 100).toFixed(2).replace('.', ','),
    material: line.material ?? 'none',
    leave: '',
  }
}
