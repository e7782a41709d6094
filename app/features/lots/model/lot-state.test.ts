import { describe, expect, it } from 'vitest'
import { checkMove, isPressing, lotStateOf } from './lot-state'

const lot = {
  status: 'published',
  availableUntil: '2027-03-12',
  availableMilli: 1,
  organisationClosedAtMs: null,
} as const

describe('the state of a lot', () => {
  it.each([
    ['open', lot, '2027-03-11'],
    ['over', lot, '2027-03-12'],
    ['full', { ...lot, availableMilli: 0 }, '2027-03-11'],
    ['over', { ...lot, availableMilli: 0 }, '2027-03-12'],
    ['paused', { ...lot, status: 'paused' as const }, '2027-03-12'],
    ['withdrawn', { ...lot, status: 'withdrawn' as const }, '2027-03-11'],
    ['closed', { ...lot, organisationClosedAtMs: 1 }, '2027-03-11'],
    ['closed', { ...lot, organisationClosedAtMs: 1 }, '2027-03-12'],
    ['withdrawn', { ...lot, status: 'withdrawn' as const, organisationClosedAtMs: 1 }, '2027-03-11'],
  ] as const)('is %s', (state, view, today) => {
    expect(lotStateOf(view, today)).toBe(state)
  })
})

describe('a pressing deadline', () => {
  it.each([
    ['2027-02-18', false],
    ['2027-02-19', true],
    ['2027-03-12', true],
    ['2027-03-13', false],
  ])('on %s: %s', (today, pressing) => {
    expect(isPressing(lot, today)).toBe(pressing)
  })
})

describe('checkMove', () => {
  const until = '2026-10-01'
  it.each([
    ['published', 'paused', '2026-09-01', 'ok'],
    ['published', 'paused', '2026-11-01', 'ok'],
    ['published', 'withdrawn', '2026-11-01', 'ok'],
    ['paused', 'published', '2026-09-30', 'ok'],
    ['paused', 'published', '2026-10-01', 'window-passed'],
    ['paused', 'withdrawn', '2026-11-01', 'ok'],
    ['paused', 'paused', '2026-11-01', 'ok'],
    ['withdrawn', 'withdrawn', '2026-09-01', 'ok'],
    ['withdrawn', 'published', '2026-09-01', 'conflict'],
    ['withdrawn', 'paused', '2026-09-01', 'conflict'],
  ] as const)('from %s to %s on %s is %s', (status, to, today, verdict) => {
    expect(checkMove({ status, availableUntil: until }, to, today)).toBe(verdict)
  })
})
