import { describe, expect, it } from 'vitest'
import type { HandoverState } from './handover'
import { isLive, RESERVATION_STATUSES } from '~/core/reservation-status'
import { turnOf } from './turn'

const none: HandoverState = { kind: 'none' }
const byGiver: HandoverState = { kind: 'waiting', signed: 'giver', massG: 1 }
const byTaker = { kind: 'waiting', signed: 'taker', massG: 1000 } as const
const differs: HandoverState = { kind: 'differs', giverMassG: 1, takerMassG: 2 }

describe('turnOf', () => {
  it.each([
    ['requested', 'giver', none, 'ours'],
    ['requested', 'taker', none, 'theirs'],
    ['accepted', 'giver', none, 'ours'],
    ['accepted', 'taker', none, 'ours'],
    ['accepted', 'giver', byGiver, 'theirs'],
    ['accepted', 'taker', byGiver, 'ours'],
    ['accepted', 'giver', differs, 'ours'],
    ['accepted', 'taker', differs, 'ours'],
    ['scheduled', 'giver', none, 'ours'],
    ['scheduled', 'taker', byTaker, 'theirs'],
    ['disputed', 'giver', none, 'ours'],
    ['disputed', 'giver', byGiver, 'ours'],
  ] as const)('%s seen by the %s', (status, side, handover, turn) => {
    expect(turnOf(status, side, handover)).toBe(turn)
  })

  it('is over once a reservation has ended', () => {
    const ended = RESERVATION_STATUSES.filter((status) => !isLive(status))
    for (const status of ended) expect(turnOf(status, 'giver', none)).toBe('over')
  })
})
