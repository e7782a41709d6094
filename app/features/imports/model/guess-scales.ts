import { foldText } from '~/core/fold'
import { estimateMassG } from '~/core/material-masses'
import { MILLI } from '~/core/units'
import { readAmount, readUnit } from '~/features/wording/model/read-cells'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import type { ImportField, MassScale, ReusableScale } from './fields'
import { MASS_HEADS } from './heads'
import { isBlank, readMass } from './read-mass'
import { readWasteCode } from './read-waste'

/** Whether most cells of a column are what a field is; an empty column may be any, unless it has to prove itself. */
export function suitsContent(field: ImportField, cells: readonly string[], mustProve = false): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0) return !mustProve
  const share = (is: (cell: string) => boolean) => filled.filter(is).length / filled.length
  switch (field) {
    case 'quantity':
      return share((cell) => readAmount(cell) !== null || isUnit(cell)) > 0.5
    case 'mass':
      return share((cell) => typeof readMass(cell, 'kg') === 'number') > 0.5
    case 'unit':
      return share((cell) => readAmount(cell) === null && isUnit(cell)) > 0.4
    case 'wasteCode':
      return share((cell) => readWasteCode(cell) !== null) > 0.4
    case 'product':
      return share((cell) => readAmount(cell) === null || /[a-z]{3}/i.test(cell)) > 0.5
    default:
      return true
  }
}

function isUnit(cell: string): boolean {
  const read = readUnit(cell)
  return read.ok || read.fault === 'unit-lump'
}

type Columns = Partial<Record<ImportField, number>>

/**
 * Kilograms or tonnes for a column whose head does not say: by the rows whose mass a published figure estimates. Where
 * half of them weigh more than a hundred times what the figure reads in kilograms, it is tonnes.
 */
export function guessMassScale(body: readonly (readonly string[])[], columns: Columns): MassScale {
  const at = (row: readonly string[], field: ImportField) => row[columns[field] ?? -1] ?? ''
  const ratios = body.flatMap((row) => {
    const [figure, amount] = [readMass(at(row, 'mass'), 'kg'), readAmount(at(row, 'quantity'))]
    const unit = readUnit(at(row, 'unit') || (amount?.unit ?? ''))
    const material = recogniseMaterial(at(row, 'product'))
    if (typeof figure !== 'number' || figure <= 0 || !amount || !unit.ok || !material) return []
    const estimate = estimateMassG(material, Math.round(amount.figure * MILLI), unit.value)
    return estimate ? [estimate.massG / figure] : []
  })
  const middle = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)]
  return middle !== undefined && middle > 100 ? 't' : 'kg'
}

/** What the figures of a reusable part are, by the head of its column, then by its cells. */
export function guessReusableScale(head: string, cells: readonly string[], massIn: MassScale): ReusableScale {
  const folded = foldText(head)
  if (/%/.test(head) || /\b(taux|part|pourcentage)\b/.test(folded))
    return isFraction(cells) ? 'fraction' : 'percent'
  if (MASS_HEADS.t.test(folded)) return 't'
  if (MASS_HEADS.kg.test(folded)) return 'kg'
  if (/\b(masse|poids|tonnage)\b/.test(folded)) return massIn
  if (/\b(quantite|qte|nombre|nb)\b/.test(folded)) return 'quantity'
  return isFraction(cells) ? 'fraction' : 'percent'
}

/** Spreadsheets store 50 % as 0.5: figures that never exceed one, with one between. */
function isFraction(cells: readonly string[]): boolean {
  const figures = cells.flatMap((cell) => {
    const amount = readAmount(cell)
    return amount && amount.unit === '' ? [amount.figure] : []
  })
  return figures.some((figure) => figure > 0 && figure < 1) && figures.every((figure) => figure <= 1)
}
