import { describe, expect, it } from 'vitest'
import type { HandoverState } from './handover'
import { RESERVATION_STATUSES } from './machine'
import { turnOf } from './turn'

const none: HandoverState = { kind: 'none' }
const byGiver: HandoverState = { kind: 'waiting', signed: 'giver', massG: 1 }
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
  ] as const)('%s seen by the %s', (status, side, handover, turn) => {
    expect(turnOf(status, side, handover)).toBe(turn)
  })

  it('is over once a reservation has ended', () => {
    const ended = RESERVATION_STATUSES.filter((status) => status !== 'requested' && status !== 'accepted')
    for (const status of ended) expect(turnOf(status, 'giver', none)).toBe('over')
  })
})
