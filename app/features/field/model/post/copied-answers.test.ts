import { describe, expect, it } from 'vitest'
import { parseMilli } from '~/core/units'
import { copiedAnswers, type LotToCopy } from './copied-answers'

const LOT: LotToCopy = {
  title: 'Dalles de faux plancher',
  material: 'raised-floor',
  unit: 'm2',
  quantityMilli: 12_500,
  condition: 4,
  siteId: 'halle',
  availableUntil: '2027-04-01',
}

describe('a copy of a lot', () => {
  it('says the same of what it is, how much and until when', () => {
    const copy = copiedAnswers(LOT, '2027-03-10')
    expect(copy).toEqual({
      title: 'Dalles de faux plancher',
      material: 'raised-floor',
      unit: 'm2',
      quantity: '12,5',
      condition: '4',
      availableUntil: '2027-04-01',
    })
    expect(parseMilli(String(copy.quantity))).toBe(LOT.quantityMilli)
  })

  it('asks the day again once it is past, and never repeats a declaration', () => {
    const copy = copiedAnswers(LOT, '2027-04-01')
    expect(copy).not.toHaveProperty('availableUntil')
    expect(copy).not.toHaveProperty('hazards')
    expect(copy).not.toHaveProperty('cedingRight')
  })
})
