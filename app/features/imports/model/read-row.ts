import { foldText } from '~/core/fold'
import { estimateMassG } from '~/core/material-masses'
import { isMaterialType, type MaterialType } from '~/core/material-types'
import { isCountable, massGOf, MAX_QUANTITY, MILLI, UNITS, type Unit } from '~/core/units'
import { WASTE_FAMILIES, type WasteFamily } from '~/core/waste-terms'
import { readAmount, readUnit, type QuantityFault, type UnitFault } from '~/features/wording/model/read-cells'
import { recogniseProduct, type Certainty } from '~/features/wording/model/recognise-material'
import {
  IMPORT_FIELDS,
  type Corrected,
  type Corrections,
  type ImportField,
  type ImportMapping,
} from './fields'
import { readCondition } from './read-condition'
import { isBlank, readMass, type MassFault } from './read-mass'
import { readReusable, type ReusableFault } from './read-reusable'
import { familyOfCode, readWasteCode, readWasteFamily } from './read-waste'

export type RowFault =
  | QuantityFault
  | UnitFault
  | MassFault
  | ReusableFault
  | 'product-missing'
  | 'material-unknown'
  | 'unit-conflict'
  | 'whole-units'
  | 'family-missing'
export type RowFaults = Partial<Record<Corrected, RowFault>>

/** What a person may want to know of a row that can be written. */
export type RowNote = 'mass-estimated' | 'condition-unknown' | 'quantity-from-mass' | 'cut'

/** A line of an inventory, ready to be written. */
export type ReadyLine = {
  material: MaterialType
  product: string
  quantityMilli: number
  unit: Unit
  massG: number
  massEstimated: boolean
  reusableMassG: number
  dimensions: string
  assembly: string
  condition: number | null
  location: string
  reusability: string
  precautions: string
}
export type ReadyWaste = {
  family: WasteFamily
  wasteCode: string
  label: string
  massG: number
  outlet: string
}

export type RowKind = 'line' | 'waste' | 'title' | 'left'
export type ReadRow = {
  /** Its number in the sheet. */
  row: number
  kind: RowKind
  texts: Record<ImportField, string>
  corrections: Corrections
  faults: RowFaults
  notes: RowNote[]
  material: MaterialType | null
  certainty: Certainty
  line: ReadyLine | null
  waste: ReadyWaste | null
}

/** A row as it is stored. */
export type StoredRow = {
  row: number
  cells: readonly string[]
  corrections: Corrections
  isSkipped: boolean
}

/** What the rows above a row say of it: the last title, and whether it announces waste. */
export type Above = { title: string; isWaste: boolean }

export type ReadingRules = {
  mapping: ImportMapping
  /** Folded wording to the material that a person chose. */
  materials: Readonly<Record<string, MaterialType>>
  /** Folded names of the materials as the product's own exports write them in the column of the category. */
  ownNames: Readonly<Record<string, MaterialType>>
}

/** The longest product and other texts that a line keeps. */
const MAX_PRODUCT = 120
const MAX_TEXT = 300

/** Reads one row below the heads. */
export function readRow(stored: StoredRow, rules: ReadingRules, above: Above): ReadRow {
  const texts = textsOf(stored, rules.mapping)
  const read: ReadRow = {
    ...{ row: stored.row, kind: 'line', texts, corrections: stored.corrections, faults: {}, notes: [] },
    ...{ material: null, certainty: 'unknown', line: null, waste: null },
  }
  if (stored.isSkipped) return { ...read, kind: 'left' }
  if (stored.corrections.kind === undefined && isTitle(texts)) return { ...read, kind: 'title' }
  return isWasteRow(stored, texts, above) ? readWaste(read, rules) : readLine(read, rules, above)
}

function textsOf({ cells, corrections }: StoredRow, { columns }: ImportMapping): Record<ImportField, string> {
  const texts = {} as Record<ImportField, string>
  for (const field of IMPORT_FIELDS) {
    const at = columns[field]
    texts[field] = corrections[field as Corrected] ?? (at === undefined ? '' : (cells[at] ?? ''))
  }
  return texts
}

const TOTAL = /^(sous )?tota(l|ux)\b|^montant|^report|^subtotal|^grand total/

/** A title names and measures nothing; a total counts rows that are there already. */
function isTitle(texts: Record<ImportField, string>): boolean {
  if (TOTAL.test(foldText(texts.product))) return true
  const measures = [texts.quantity, texts.unit, texts.mass, texts.reusable, texts.wasteCode]
  return measures.every(isBlank)
}

function isWasteRow({ corrections }: StoredRow, texts: Record<ImportField, string>, above: Above): boolean {
  if (corrections.kind !== undefined) return corrections.kind === 'waste'
  const saysReusable = !isBlank(texts.reusable) && !/^(0|non|n|aucun|0\s?%)/i.test(texts.reusable.trim())
  if (saysReusable) return false
  return (
    readWasteCode(texts.wasteCode) !== null || readWasteFamily(texts.wasteFamily) !== null || above.isWaste
  )
}

function readLine(read: ReadRow, rules: ReadingRules, above: Above): ReadRow {
  const { texts, faults, notes } = read
  const product = cut(texts.product, MAX_PRODUCT, notes)
  if (product === '') faults.product = 'product-missing'
  const { material, certainty } = materialOf(read, rules, above)
  if (material === null) faults.material = 'material-unknown'
  const measure = readMeasure(texts, rules.mapping, faults, notes)
  const told = readMass(texts.mass, rules.mapping.massIn)
  if (typeof told === 'string') faults.mass = told
  const condition = readCondition(texts.condition)
  if (condition === 'unknown') notes.push('condition-unknown')
  const back = { ...read, material, certainty }
  if (!measure || typeof told === 'string') return back
  const estimate =
    told === null && material ? estimateMassG(material, measure.quantityMilli, measure.unit) : null
  const massG = told ?? estimate?.massG ?? massGOf(measure.quantityMilli, measure.unit)
  if (massG === null) {
    if (material !== null) faults.mass = 'mass-missing'
    return back
  }
  if (estimate?.estimated) notes.push('mass-estimated')
  const reusableMassG = readReusable(texts.reusable, rules.mapping.reusableIn, { massG, ...measure })
  if (typeof reusableMassG === 'string') faults.reusable = reusableMassG
  if (material === null || product === '' || typeof reusableMassG === 'string' || faults.quantity) return back
  const line: ReadyLine = {
    ...{ material, product, ...measure, massG, reusableMassG },
    massEstimated: estimate?.estimated ?? false,
    condition: typeof condition === 'number' ? condition : null,
    dimensions: cut(texts.dimensions, MAX_TEXT, notes),
    assembly: cut(texts.assembly, MAX_TEXT, notes),
    location: cut(texts.location, MAX_TEXT, notes),
    reusability: cut(texts.reusability, MAX_TEXT, notes),
    precautions: cut(texts.precautions, MAX_TEXT, notes),
  }
  return { ...back, line }
}

function materialOf({ texts, corrections }: ReadRow, { materials, ownNames }: ReadingRules, above: Above) {
  const chosen = corrections.material ?? ''
  if (isMaterialType(chosen)) return { material: chosen, certainty: 'sure' as const }
  const agreed = materials[foldText(texts.product)]
  if (agreed) return { material: agreed, certainty: 'sure' as const }
  const named = ownNames[foldText(texts.category)]
  if (named) return { material: named, certainty: 'sure' as const }
  const found = recogniseProduct(texts.product, texts.category)
  return found.material === null ? recogniseProduct('', above.title) : found
}

type Measure = { quantityMilli: number; unit: Unit }

/** Quantity and unit: each in its cell or both in one; a row that has a mass alone is counted in kilograms. */
function readMeasure(
  texts: Record<ImportField, string>,
  { massIn }: ImportMapping,
  faults: RowFaults,
  notes: RowNote[],
): Measure | null {
  if (isBlank(texts.quantity) && isBlank(texts.unit)) {
    const massG = readMass(texts.mass, massIn)
    if (typeof massG === 'number' && massG > 0) {
      notes.push('quantity-from-mass')
      const isHeavy = massG > MAX_QUANTITY * MILLI
      return isHeavy
        ? { quantityMilli: Math.round(massG / 1000), unit: 't' }
        : { quantityMilli: massG, unit: 'kg' }
    }
  }
  const amount = readAmount(texts.quantity)
  const unit = unitOf(texts, amount?.unit ?? texts.quantity, faults)
  if (isBlank(texts.quantity)) faults.quantity = 'quantity-missing'
  else if (!amount) {
    if (faults.unit !== 'unit-lump') faults.quantity = 'quantity-number'
  } else if (Math.round(amount.figure * MILLI) <= 0) faults.quantity = 'quantity-zero'
  else if (amount.figure > MAX_QUANTITY) faults.quantity = 'quantity-large'
  else if (unit) {
    const quantityMilli = Math.round(amount.figure * MILLI)
    if (!isCountable(quantityMilli, unit)) faults.quantity = 'whole-units'
    return { quantityMilli, unit }
  }
  return null
}

/** The unit of its own cell and the one after the figure have to agree; either is enough. */
function unitOf(texts: Record<ImportField, string>, afterFigure: string, faults: RowFaults): Unit | null {
  const written = isBlank(texts.unit) ? null : readUnit(texts.unit)
  const after = afterFigure === '' || isBlank(afterFigure) ? null : readUnit(afterFigure)
  const read = written ?? after
  if (!read) faults.unit = 'unit-missing'
  else if (!read.ok) faults.unit = read.fault
  else if (written && after?.ok && after.value !== read.value) faults.unit = 'unit-conflict'
  else return read.value
  return null
}

function readWaste(read: ReadRow, { mapping }: ReadingRules): ReadRow {
  const { texts, corrections, faults, notes } = read
  const code = readWasteCode(texts.wasteCode)
  const chosen = WASTE_FAMILIES.find((family) => family === corrections.wasteFamily)
  const family = chosen ?? readWasteFamily(texts.wasteFamily) ?? (code && familyOfCode(code))
  if (!family) faults.wasteFamily = 'family-missing'
  const label = cut(texts.product || texts.category || texts.wasteFamily, MAX_PRODUCT, notes)
  if (label === '') faults.product = 'product-missing'
  const massG = wasteMassG(texts, mapping)
  if (typeof massG === 'string') faults.mass = massG
  if (!family || label === '' || typeof massG === 'string') return { ...read, kind: 'waste' }
  const waste = {
    ...{ family: code?.hasStar ? 'hazardous' : family, wasteCode: code?.code ?? '', label, massG },
    outlet: cut(texts.outlet, MAX_TEXT, notes),
  } as const
  return { ...read, kind: 'waste', waste }
}

/** Grams of waste, from its mass or from a quantity that is one. */
function wasteMassG(texts: Record<ImportField, string>, { massIn }: ImportMapping): number | MassFault {
  const told = readMass(texts.mass, massIn)
  if (told !== null) return told
  const amount = readAmount(texts.quantity)
  const unit = amount && readUnit(amount.unit || texts.unit)
  const massG = unit?.ok ? massGOf(Math.round(amount!.figure * MILLI), unit.value) : null
  return massG !== null && massG >= 0 ? massG : 'mass-missing'
}

function cut(text: string, max: number, notes: RowNote[]): string {
  const trimmed = text.trim()
  if (trimmed.length <= max) return trimmed
  if (!notes.includes('cut')) notes.push('cut')
  return `${trimmed.slice(0, max - 1)}…`
}

/** Whether a text is one of the units, as the list of a form gives it. */
export function knownUnit(text: string): Unit | '' {
  const read = readUnit(text)
  return read.ok ? read.value : (UNITS.find((unit) => unit === text) ?? '')
}
