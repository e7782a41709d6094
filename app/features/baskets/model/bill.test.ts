import { describe, expect, it } from 'vitest'
import { countBill, readBill, readLine, textsOfLine, type BillDraft } from './bill'
import { guessColumns } from './guess-columns'

function draftOf(rows: string[][], fixes: BillDraft['fixes'] = {}): BillDraft {
  return { rows, rowNumbers: rows.map((_, at) => at + 1), columns: guessColumns(rows), fixes }
}

const HEADING = ['Désignation', 'Qté', 'U', 'PU']
const ROWS = [
  HEADING,
  ['08.1 CLOISONS', '', '', ''],
  ['Cloison amovible vitrée', '120,5', 'M2', '145,00'],
  ['Bloc-porte', '2,5', 'U', ''],
  ['Installation de chantier', '1', 'ens', '1500'],
  ['Peinture', 'beaucoup', 'litre', 'cher'],
  ['Garnissage spécial', '3', 'u', '-'],
  ['Sous-total HT', '1', 'u', '9999'],
]

describe('a bill', () => {
  it('gives its lines, and what is wrong with the others at its field', () => {
    const read = readBill(draftOf(ROWS))
    expect(read.map(({ rowNumber, left, faults }) => ({ rowNumber, left, faults }))).toEqual([
      { rowNumber: 2, left: 'title', faults: {} },
      { rowNumber: 3, left: null, faults: {} },
      { rowNumber: 4, left: null, faults: { quantity: 'whole-units' } },
      { rowNumber: 5, left: null, faults: { unit: 'unit-lump' } },
      {
        rowNumber: 6,
        left: null,
        faults: { quantity: 'quantity-number', unit: 'unit-unknown', price: 'price-number' },
      },
      { rowNumber: 7, left: null, faults: {} },
      { rowNumber: 8, left: 'title', faults: {} },
    ])
    expect(read[1]!.line).toEqual({
      label: 'Cloison amovible vitrée',
      material: 'partition-board',
      unit: 'm2',
      quantityMilli: 120_500,
      newUnitPriceCents: 14_500,
    })
    expect(read[5]!.line).toMatchObject({ material: null, newUnitPriceCents: null })
    expect(countBill(read)).toEqual({ lines: 2, faulty: 3, unknown: 1, left: 2 })
  })

  it('takes what a person put right, chose or left out', () => {
    const read = readBill(
      draftOf(ROWS, {
        3: { quantity: '3' },
        4: { leave: 'on' },
        5: { quantity: '12', unit: 'kg', price: '' },
        6: { material: 'insulation' },
      }),
    )
    expect(countBill(read)).toEqual({ lines: 4, faulty: 0, unknown: 1, left: 3 })
    expect(read[5]!.line?.material).toBe('insulation')
  })

  it('reads another column once the person says so', () => {
    const draft = draftOf([HEADING, ['Cloison', '10', 'm2', '20']])
    const swapped = { ...draft, columns: { ...draft.columns, quantity: 3, price: 1 } }
    expect(readBill(swapped)[0]!.line).toMatchObject({ quantityMilli: 20_000, newUnitPriceCents: 1000 })
  })
})

it('writes a kept line as its fields read it back', () => {
  const line = {
    label: 'Porte coupe-feu',
    material: null,
    unit: 'u',
    quantityMilli: 12_000,
    newUnitPriceCents: 31_050,
  } as const
  expect(readLine(textsOfLine(line)).line).toEqual(line)
})
