import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handoverState } from './handover'
import {
  availableActions,
  holdsStock,
  nextStatus,
  RESERVATION_STATUSES,
  type ReservationAction,
} from './machine'

const ACTIONS: ReservationAction[] = ['accept', 'refuse', 'cancel', 'expire', 'complete', 'reinstall']

describe('nextStatus', () => {
  it.each([
    ['requested', 'accept', 'giver', 'accepted'],
    ['requested', 'accept', 'taker', null],
    ['requested', 'refuse', 'giver', 'refused'],
    ['requested', 'cancel', 'taker', 'cancelled'],
    ['accepted', 'cancel', 'giver', 'cancelled'],
    ['accepted', 'refuse', 'giver', null],
    ['requested', 'complete', 'system', null],
    ['accepted', 'complete', 'system', 'collected'],
    ['accepted', 'complete', 'giver', null],
    ['collected', 'reinstall', 'taker', 'reinstalled'],
    ['collected', 'reinstall', 'giver', null],
    ['accepted', 'reinstall', 'taker', null],
    ['requested', 'expire', 'system', 'expired'],
    ['accepted', 'expire', 'system', null],
  ] as const)('%s + %s by %s → %s', (status, action, by, expected) => {
    expect(nextStatus(status, action, by)).toBe(expected)
  })

  it('never leaves a final status', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('reinstalled', 'refused', 'cancelled', 'expired'),
        fc.constantFrom(...ACTIONS),
        fc.constantFrom('giver', 'taker', 'system'),
        (status, action, by) => {
          expect(nextStatus(status, action, by)).toBeNull()
        },
      ),
    )
  })

  it('keeps what was handed over out of the stock for ever', () => {
    expect(RESERVATION_STATUSES.filter(holdsStock)).toEqual([
      'requested',
      'accepted',
      'collected',
      'reinstalled',
    ])
  })

  it('offers each side its own actions', () => {
    expect(availableActions('requested', 'giver')).toEqual(['accept', 'refuse'])
    expect(availableActions('requested', 'taker')).toEqual(['cancel'])
    expect(availableActions('collected', 'taker')).toEqual([])
  })
})

describe('handoverState', () => {
  const giver = { side: 'giver', massG: 120_000, signedName: 'A' } as const
  const taker = { side: 'taker', massG: 120_000, signedName: 'B' } as const
  it('asks both sides for the same mass', () => {
    expect(handoverState([])).toEqual({ kind: 'none' })
    expect(handoverState([taker])).toEqual({ kind: 'waiting', signed: 'taker', massG: 120_000 })
    expect(handoverState([giver, taker])).toEqual({ kind: 'agreed', massG: 120_000 })
    expect(handoverState([giver, { ...taker, massG: 1 }])).toEqual({
      kind: 'differs',
      giverMassG: 120_000,
      takerMassG: 1,
    })
  })
})
