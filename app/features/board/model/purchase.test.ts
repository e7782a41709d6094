import { describe, expect, it } from 'vitest'
import { parseShareBp, purchaseTotals } from './purchase'
import { purchaseRows } from './purchase-rows'

const HEADS = ['Année', 'Achat', 'Montant (€ HT)', 'Part réemployée (%)', 'Part recyclée (%)']

describe('a share as people type it', () => {
  it.each([
    ['12,5', 1250],
    ['12.5 %', 1250],
    ['', 0],
    ['100', 10_000],
    ['100,01', null],
    ['-3', null],
    ['douze', null],
    ['1,234', null],
  ])('%s is %s', (text, bp) => {
    expect(parseShareBp(text)).toBe(bp)
  })
})

describe('a table of purchases', () => {
  it('reads back what the export writes, with or without years and heads', () => {
    const line = { label: 'Mobilier de bureau', amountCents: 1_250_050, reusedBp: 2000, recycledBp: 1550 }
    const cells = ['Mobilier de bureau', '12500,5', '20', '15,5']
    for (const rows of [
      [HEADS, ['2026', ...cells]],
      [['2026', ...cells]],
      [HEADS.slice(1), cells, ['', '']],
    ]) {
      expect(purchaseRows(rows)).toEqual({ ok: true, lines: [line] })
    }
  })

  it.each([
    ['no amount', ['Mobilier', 'beaucoup', '20', '15']],
    ['shares over 100 %', ['Mobilier', '100', '60', '50']],
    ['no label', ['', '100', '60', '5']],
  ])('with %s tells the line', (_, cells) => {
    expect(purchaseRows([HEADS.slice(1), ['Papier', '100', '0', '100'], cells])).toEqual({
      ok: false,
      row: 3,
    })
  })
})

describe('what purchases come to', () => {
  it('is money, line by line', () => {
    const lines = [
      { id: 'a', year: 2026, label: 'Mobilier', amountCents: 100_000, reusedBp: 5000, recycledBp: 2500 },
      { id: 'b', year: 2026, label: 'Papier', amountCents: 300_000, reusedBp: 0, recycledBp: 10_000 },
    ]
    expect(purchaseTotals(lines)).toEqual({
      amountCents: 400_000,
      reusedCents: 50_000,
      recycledCents: 325_000,
      share: 375 / 400,
    })
    expect(purchaseTotals([]).share).toBeNull()
  })
})
