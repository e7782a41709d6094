import { expect, it } from 'vitest'
import { isForSummary, sortForSummary, summaryOf, type Told } from './summary'

it.each([
  ['daily', '2026-09-15', '2026-09-15', '2026-09-16'],
  ['weekly', '2026-09-15', '2026-09-14', '2026-09-21'],
  ['weekly', '2026-09-14', '2026-09-14', '2026-09-21'],
  ['weekly', '2026-09-20', '2026-09-14', '2026-09-21'],
  ['weekly', '2026-12-31', '2026-12-28', '2027-01-04'],
] as const)('the %s summary of %s goes from %s and out on %s', (pace, day, from, until) => {
  expect(summaryOf(pace, day)).toEqual({ from, until, atMs: Date.parse(`${until}T05:00:00Z`) })
})

const told = (kind: Told['kind'], createdAtMs: number, params: Told['params'] = {}): Told => ({
  kind,
  createdAtMs,
  params,
  pace: 'daily',
})

it('a summary tells what people did, then the pairs about to end, then the others by score', () => {
  const request = told('reservation.requested', 5)
  const good = told('match.lot', 1, { score: 90, until: '2027-01-01' })
  const poor = told('match.need', 2, { score: 55 })
  const ending = told('match.lot', 3, { score: 51, until: '2026-09-18' })
  const sooner = told('reminder.pair', 4, { score: 50, until: '2026-09-16' })
  const best = told('match.lot', 6, { score: 80, until: '2026-09-18' })
  const all = [poor, ending, good, request, sooner, best]
  expect(sortForSummary(all, '2026-09-22')).toEqual([request, sooner, best, ending, good, poor])
})

it.each([
  ['daily', 'immediate', 'daily', true],
  ['daily', 'off', 'daily', false],
  ['immediate', 'daily', 'daily', false],
  ['weekly', 'weekly', 'daily', false],
  ['weekly', 'daily', 'weekly', true],
  [null, 'daily', 'daily', true],
  [null, 'immediate', 'daily', false],
] as const)(
  'news told as %s to someone who now wants %s: in the %s summary %s',
  (pace, now, of, expected) => {
    const paces = { 'match-lot': now } as Parameters<typeof isForSummary>[2]
    expect(isForSummary({ ...told('match.lot', 1), pace }, of, paces)).toBe(expected)
  },
)
