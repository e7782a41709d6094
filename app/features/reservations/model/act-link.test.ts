import { describe, expect, it } from 'vitest'
import { RESERVATION_STATUSES } from '~/core/reservation-status'
import { expiryOf, isActOpen, sideOfLink } from './act-link'

const slot = { on: '2026-09-20', part: 'morning' } as const
const none = { pickupOn: null, pickupPart: null, pickupProposedBy: null, pickupAgreedAtMs: null }
const proposed = {
  pickupOn: slot.on,
  pickupPart: slot.part,
  pickupProposedBy: 'taker',
  pickupAgreedAtMs: null,
} as const

describe('an act by a link', () => {
  it('answers a request while it waits', () => {
    const open = RESERVATION_STATUSES.filter((status) =>
      isActOpen({ act: 'accept', slot: null, offeredAtMs: null }, { ...none, status }, []),
    )
    expect(open).toEqual(['requested'])
  })

  it('confirms the slot that it names while that is proposed, and no other', () => {
    const open = RESERVATION_STATUSES.filter((status) =>
      isActOpen({ act: 'confirm-slot', slot, offeredAtMs: null }, { ...proposed, status }, []),
    )
    expect(open).toEqual(['accepted'])
    const status = 'accepted'
    const other = { ...slot, part: 'afternoon' as const }
    expect(
      isActOpen({ act: 'confirm-slot', slot: other, offeredAtMs: null }, { ...proposed, status }, []),
    ).toBe(false)
    expect(isActOpen({ act: 'confirm-slot', slot, offeredAtMs: null }, { ...none, status }, [])).toBe(false)
    expect(
      isActOpen(
        { act: 'confirm-slot', slot, offeredAtMs: null },
        { ...proposed, pickupAgreedAtMs: 1, status },
        [],
      ),
    ).toBe(false)
  })

  it('chooses the slot that it names from the offer that it was written for', () => {
    const link = { act: 'choose-slot', slot, offeredAtMs: 5 } as const
    const offer = { ...slot, offeredAtMs: 5 }
    const open = RESERVATION_STATUSES.filter((status) => isActOpen(link, { ...none, status }, [offer]))
    expect(open).toEqual(['accepted'])
    const accepted = { ...none, status: 'accepted' } as const
    expect(isActOpen(link, accepted, [])).toBe(false)
    expect(isActOpen(link, accepted, [{ ...offer, part: 'afternoon' }])).toBe(false)
    expect(isActOpen(link, accepted, [{ ...offer, offeredAtMs: 6 }])).toBe(false)
    expect(sideOfLink('choose-slot', none)).toBe('taker')
  })

  it('is of the giver who answers, or of the side that did not propose', () => {
    expect(sideOfLink('refuse', none)).toBe('giver')
    expect(sideOfLink('confirm-slot', proposed)).toBe('giver')
    expect(sideOfLink('confirm-slot', { ...proposed, pickupProposedBy: 'giver' })).toBe('taker')
  })

  it('ends with the request, or with the day of the slot', () => {
    expect(expiryOf({ expiresAtMs: 12 }, null)).toBe(12)
    expect(expiryOf({ expiresAtMs: null }, null)).toBe(0)
    expect(expiryOf({ expiresAtMs: 12 }, slot)).toBe(Date.parse('2026-09-21T00:00:00Z'))
  })
})
