import { expect, it } from 'vitest'
import { isOverdue } from './overdue'

const agreed = {
  pickupOn: '2026-09-20',
  pickupPart: 'morning',
  pickupProposedBy: 'giver',
  pickupAgreedAtMs: 1,
} as const
const none = { kind: 'none' } as const
const signed = { kind: 'waiting', signed: 'giver', massG: 5 } as const

it.each([
  ['scheduled', none, '2026-09-21', false],
  ['scheduled', none, '2026-09-22', true],
  ['scheduled', none, '2026-10-22', true],
  ['scheduled', signed, '2026-09-22', false],
  ['accepted', none, '2026-09-22', false],
  ['disputed', none, '2026-09-22', false],
  ['collected', none, '2026-09-22', false],
] as const)('%s, signatures %j, on %s: overdue is %s', (status, handover, today, expected) => {
  expect(isOverdue({ ...agreed, status }, handover, today)).toBe(expected)
})
