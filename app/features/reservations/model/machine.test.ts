import { describe, expect, it } from 'vitest'
import { GRANTED_STATUSES, holdsStock, isLive, RESERVATION_STATUSES } from '~/core/reservation-status'
import { handoverState } from './handover'
import { availableActions, nextStatus, RESERVATION_ACTIONS, type Mover } from './machine'

const MOVERS: Mover[] = ['giver', 'taker', 'both', 'team', 'system']

/** Every move that is allowed; all others of status × action × mover are refused. */
const ALLOWED = `
  requested + accept by giver = accepted
  requested + refuse by giver = refused
  requested + cancel by taker = cancelled
  requested + expire by system = expired
  accepted + schedule by giver = scheduled
  accepted + schedule by taker = scheduled
  accepted + cancel by giver = cancelled
  accepted + cancel by taker = cancelled
  accepted + dispute by giver = disputed
  accepted + dispute by taker = disputed
  accepted + complete by system = collected
  scheduled + reopen by giver = accepted
  scheduled + reopen by taker = accepted
  scheduled + cancel by giver = cancelled
  scheduled + cancel by taker = cancelled
  scheduled + dispute by giver = disputed
  scheduled + dispute by taker = disputed
  scheduled + complete by system = collected
  disputed + resume by both = accepted
  disputed + resume by team = accepted
  disputed + resume-slot by both = scheduled
  disputed + resume-slot by team = scheduled
  disputed + abandon by both = cancelled
  disputed + abandon by team = cancelled
  collected + reinstall by taker = reinstalled
`
  .trim()
  .split('\n')
  .map((line) => line.trim())

describe('nextStatus', () => {
  it('allows these moves and no other, whoever asks from wherever', () => {
    const moves = RESERVATION_STATUSES.flatMap((status) =>
      RESERVATION_ACTIONS.flatMap((action) =>
        MOVERS.flatMap((by) => {
          const to = nextStatus(status, action, by)
          return to ? [`${status} + ${action} by ${by} = ${to}`] : []
        }),
      ),
    )
    expect(moves.sort()).toEqual([...ALLOWED].sort())
  })

  it('reaches every status from a request', () => {
    const reached = new Set(['requested', ...ALLOWED.map((line) => line.split(' = ')[1])])
    expect([...reached].sort()).toEqual([...RESERVATION_STATUSES].sort())
  })

  it('holds stock while a reservation lives and for ever once it is handed over', () => {
    expect(RESERVATION_STATUSES.filter((status) => !holdsStock(status))).toEqual([
      'refused',
      'cancelled',
      'expired',
    ])
    expect(RESERVATION_STATUSES.filter(isLive)).toEqual(['requested', ...GRANTED_STATUSES])
  })

  it.each([
    ['requested', 'giver', ['accept', 'refuse']],
    ['requested', 'taker', ['cancel']],
    ['accepted', 'giver', ['cancel', 'dispute']],
    ['scheduled', 'taker', ['cancel', 'dispute']],
    ['disputed', 'giver', []],
    ['collected', 'taker', []],
  ] as const)('offers of %s to the %s: %j', (status, side, actions) => {
    expect(availableActions(status, side)).toEqual(actions)
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
