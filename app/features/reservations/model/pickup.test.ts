import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { RESERVATION_STATUSES } from '~/core/reservation-status'
import { canAgree, canPropose, isSameSlot, isWithin, pickupDays, pickupOf, type Pickup } from './pickup'

const SLOT = { on: '2026-09-20', part: 'morning' } as const

describe('the state of a pickup', () => {
  const fields = {
    pickupOn: SLOT.on,
    pickupPart: SLOT.part,
    pickupProposedBy: 'taker',
    pickupAgreedAtMs: null,
  } as const

  it('is none, proposed or agreed', () => {
    expect(pickupOf({ ...fields, pickupOn: null })).toEqual({ kind: 'none' })
    expect(pickupOf(fields)).toEqual({ kind: 'proposed', by: 'taker', slot: SLOT })
    expect(pickupOf({ ...fields, pickupAgreedAtMs: 1 })).toEqual({ kind: 'agreed', slot: SLOT })
  })
})

describe('who may act', () => {
  const byTaker: Pickup = { kind: 'proposed', by: 'taker', slot: SLOT }

  it.each([
    ['requested', 'taker', true],
    ['requested', 'giver', false],
    ['accepted', 'taker', true],
    ['accepted', 'giver', true],
    ['collected', 'giver', false],
    ['cancelled', 'taker', false],
  ] as const)('when %s, the %s proposes: %s', (status, side, allowed) => {
    expect(canPropose(status, side)).toBe(allowed)
  })

  it('only the other side agrees, once accepted, and never twice', () => {
    expect(canAgree('accepted', 'giver', byTaker)).toBe(true)
    expect(canAgree('accepted', 'taker', byTaker)).toBe(false)
    expect(canAgree('accepted', 'giver', { kind: 'agreed', slot: SLOT })).toBe(false)
    expect(canAgree('accepted', 'giver', { kind: 'none' })).toBe(false)
    for (const status of RESERVATION_STATUSES.filter((name) => name !== 'accepted')) {
      expect(canAgree(status, 'giver', byTaker)).toBe(false)
    }
  })
})

describe('the days of a pickup', () => {
  const lot = { availableFrom: '2026-09-10', availableUntil: '2026-09-30', storageUntil: null }

  it('end with the window, or with the storage after it', () => {
    expect(pickupDays(lot, '2026-09-15')).toEqual({ first: '2026-09-15', last: '2026-09-29' })
    expect(pickupDays(lot, '2026-09-01').first).toBe('2026-09-10')
    expect(pickupDays({ ...lot, storageUntil: '2026-11-01' }, '2026-09-15').last).toBe('2026-10-31')
    expect(pickupDays({ ...lot, storageUntil: '2026-09-20' }, '2026-09-15').last).toBe('2026-09-29')
  })

  it('never hold a past day, nor one that the lot excludes', () => {
    const gap = fc.integer({ min: -60, max: 60 })
    fc.assert(
      fc.property(gap, gap, gap, gap, (today, from, until, on) => {
        const day = (offset: number) => addDays('2026-09-15', offset)
        const days = pickupDays(
          { availableFrom: day(from), availableUntil: day(until), storageUntil: null },
          day(today),
        )
        const within = isWithin({ on: day(on), part: 'morning' }, days)
        expect(within).toBe(on >= today && on >= from && on < until)
      }),
    )
  })
})

it('two slots are the same by day and part', () => {
  expect(isSameSlot(SLOT, { ...SLOT })).toBe(true)
  expect(isSameSlot(SLOT, { ...SLOT, part: 'afternoon' })).toBe(false)
})
