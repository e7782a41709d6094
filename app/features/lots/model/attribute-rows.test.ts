import { expect, it } from 'vitest'
import { attributeRowsOf } from './attribute-rows'

it('keeps numbers in thousandths and everything else as words, in the order of the sheet', () => {
  const attributes = { frameIncluded: true, openingHand: 'left', leafWidth: 830, powerW: 12 } as const
  expect(attributeRowsOf({ id: 'lot', material: 'door', attributes })).toEqual([
    { lotId: 'lot', key: 'leafWidth', numberMilli: 830_000, word: null },
    { lotId: 'lot', key: 'openingHand', numberMilli: null, word: 'left' },
    { lotId: 'lot', key: 'frameIncluded', numberMilli: null, word: 'true' },
  ])
})
