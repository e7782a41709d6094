import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_TOLD, medianDays, statisticsOf, tellCounts, type DecisionFact } from './statistics'

const NAMES = ['a', 'b', 'c', 'd'] as const
const counted = (counts: readonly number[]) =>
  counts.flatMap((count, at) => Array.from({ length: count }, () => NAMES[at]!))
const told = (...counts: number[]) => {
  const { rows, total } = tellCounts(NAMES, counted(counts))
  return [...rows.map(({ count }) => count), total]
}

describe('counts that are told', () => {
  it.each([
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
    [
      [5, 9, 0, 7],
      [5, 9, 0, 7, 21],
    ],
    // One alone would be the total less the others: the next smallest goes with it.
    [
      [2, 9, 0, 7],
      [null, 9, 0, null, 18],
    ],
    [
      [4, 4, 0, 20],
      [null, null, 0, 20, 28],
    ],
    // Two of one each would be read off their sum.
    [
      [1, 1, 0, 20],
      [null, null, 0, null, 22],
    ],
    [
      [1, 0, 0, 0],
      [null, 0, 0, 0, null],
    ],
    [
      [2, 1, 1, 0],
      [null, null, null, 0, null],
    ],
  ])('%j as %j', (counts, expected) => {
    expect(told(...counts)).toEqual(expected)
  })

  it('never tell a small count, nor let one be worked out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), (counts) => {
        const { rows, total } = tellCounts(NAMES, counted(counts))
        rows.forEach(({ count }, at) => expect(count ?? counts[at]).toBe(counts[at]))
        for (const { count } of rows)
          if (count !== null && count > 0) expect(count).toBeGreaterThanOrEqual(LEAST_TOLD)
        const hidden = counts.filter((_, at) => rows[at]!.count === null)
        if (total === null || hidden.length === 0) return
        // More than one set of counts fits what is told, whichever of the hidden ones is looked for.
        const play = hidden.reduce((sum, count) => sum + count, 0) - hidden.length
        expect(hidden.length).toBeGreaterThan(1)
        expect(play).toBeGreaterThanOrEqual(LEAST_TOLD)
      }),
    )
  })
})

it('tells the middle delay in whole days, and none of too few', () => {
  const days = (...values: number[]) => medianDays(values.map((value) => value * 86_400_000))
  expect(days(1, 2, 3, 4)).toBeNull()
  expect(days(9, 1, 3, 2, 30)).toBe(3)
  expect(days(1, 2, 2.5, 4, 5, 6)).toBe(4)
})

it('counts what came, was decided and was appealed in the year of Paris', () => {
  const at = (day: string) => Date.parse(`${day}T23:30:00Z`)
  const report = {
    kind: 'lot',
    reason: 'fraud',
    confirmedAtMs: at('2026-05-01'),
    decidedAtMs: at('2026-05-03'),
  } as const
  const decision: DecisionFact = {
    ...({ act: 'hidden', ground: 'fraud', decidedAtMs: at('2026-05-03'), isReported: true } as const),
    ...({ appealedAtMs: at('2026-06-01'), appealOutcome: 'overturned' } as const),
    appealDecidedAtMs: at('2026-06-05'),
  }
  const six = <T>(one: T) => Array.from({ length: 6 }, () => one)
  const facts = {
    // The last evening of the year in UTC is the next year in Paris.
    reports: [
      ...six(report),
      ...six({ ...report, confirmedAtMs: at('2025-12-31') }),
      { ...report, confirmedAtMs: at('2026-12-31') },
    ],
    decisions: [
      ...six(decision),
      ...six({ ...decision, isReported: false, appealedAtMs: null, appealOutcome: null }),
    ],
  }
  const { reasons, acts, sources, appeals, delays } = statisticsOf(2026, facts)
  expect(reasons.total).toBe(12)
  expect(acts.rows.find(({ name }) => name === 'hidden')).toEqual({ name: 'hidden', count: 12 })
  expect(sources.rows.map(({ count }) => count)).toEqual([6, 6])
  expect(appeals).toMatchObject({ total: 6, rows: [{ count: 0 }, { count: 6 }, { count: 0 }] })
  expect(delays).toMatchObject({ appeals: 4 })
})

it('withholds a total in every table of the same cases, where one of them must', () => {
  const reasons = ['fraud', 'hazard', 'illegal', 'privacy', 'other', 'other'] as const
  const reports = reasons.map((reason) => ({
    ...{ kind: 'lot' as const, reason, confirmedAtMs: Date.parse('2026-05-01T10:00:00Z'), decidedAtMs: null },
  }))
  const { reasons: byReason, kinds } = statisticsOf(2026, { reports, decisions: [] })
  expect(byReason.total).toBeNull()
  expect(kinds.total).toBeNull()
  expect(kinds.rows.find(({ name }) => name === 'lot')).toEqual({ name: 'lot', count: null })
})
