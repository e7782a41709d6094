import { describe, expect, it } from 'vitest'
import { checkHandover, countOfItems } from './check-handover'
import { blankAnswers, handoverFields, type FieldHandover, type HandoverAnswers } from './field-handover'

const RESERVED = { quantityMilli: 40_000, unit: 'u' } as const
const whole: HandoverAnswers = {
  ...blankAnswers({ massKg: '80', signedName: 'Karim B', operator: 'Curage Modèle' }),
  counted: '40',
}

describe('checkHandover', () => {
  it.each([
    ['all is there', {}, {}],
    ['nothing is counted', { counted: '' }, { counted: 'counted' }],
    ['half a piece', { counted: '39,5' }, { counted: 'whole' }],
    ['more ticked than counted', { counted: '1', items: ['A', 'B'] }, { counted: 'items' }],
    ['less, without a word', { counted: '38' }, { reason: 'reason', difference: 'difference' }],
    ['less, with words alone', { counted: '38', difference: 'cassées' }, { reason: 'reason' }],
    ['less, explained', { counted: '38', reason: 'broken', difference: 'deux cassées' }, {}],
    ['weighed without its slip', { isWeighed: true }, { slipId: 'slip' }],
    ['weighed, with its slip', { isWeighed: true, slipId: 'photo' }, {}],
    ['no mass', { massKg: '0' }, { massKg: 'massKg' }],
    ['nobody signs', { signedName: ' ' }, { signedName: 'signedName' }],
    ['the other side draws without its name', { otherDrawing: 'M1 1L2 2' }, { otherName: 'otherName' }],
    ['the other side signs its name', { otherName: 'Claire M' }, {}],
  ] as const)('%s', (_name, change, faults) => {
    expect(checkHandover({ ...whole, ...change }, RESERVED)).toEqual(faults)
  })
})

describe('countOfItems', () => {
  it.each([
    ['follows the pieces ticked', ['A', 'B'], '1', ['A'], '2'],
    ['begins with the first', ['A'], '', [], '1'],
    ['is empty again without any', [], '1', ['A'], ''],
    ['keeps what was typed', ['A'], '40', [], '40'],
  ] as const)('%s', (_name, items, typed, former, count) => {
    expect(countOfItems(items, typed, former)).toBe(count)
  })
})

describe('handoverFields', () => {
  const kept: FieldHandover = {
    ...whole,
    ...{
      id: 'check',
      ownerUserId: 'me',
      ownerName: 'Karim B',
      reservationId: 'r',
      label: 'GIS',
      countedAtMs: 5,
    },
    ...{ state: 'ready', cause: null, faults: {}, attempts: 0, retryAtMs: 0, readyAtMs: 5 },
  }
  it('names each ticked piece, and the slip of a weighing alone', () => {
    const ticked = { ...kept, items: ['AAAA', 'BBBB'], slipId: 'photo', slipNumber: '77' }
    const of = (entry: FieldHandover) => handoverFields(entry, 9).map(([name, value]) => `${name}=${value}`)
    expect(of(ticked)).toEqual(
      expect.arrayContaining([
        'items=AAAA',
        'items=BBBB',
        'counted=40',
        'compte=me',
        'countedAtMs=5',
        'sentAtMs=9',
      ]),
    )
    expect(of(ticked).join()).not.toContain('slip')
    expect(of({ ...ticked, isWeighed: true })).toEqual(
      expect.arrayContaining(['slipId=photo', 'slipNumber=77']),
    )
  })

  it('still sends what an older version of the page kept', () => {
    const { counted, difference, massKg, signedName } = whole
    const { id, reservationId, ownerUserId, countedAtMs } = kept
    const old = { id, reservationId, ownerUserId, countedAtMs, counted, difference, massKg, signedName }
    expect(handoverFields(old as unknown as FieldHandover, 9)).toContainEqual(['massKg', '80'])
  })
})
