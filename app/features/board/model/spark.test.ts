import { describe, expect, it } from 'vitest'
import { rateSpark, sumSpark } from './spark'

const BUCKETS = { unit: 'month', starts: ['2026-01-01', '2026-02-01', '2026-03-01'] } as const
const steps = { ...BUCKETS, starts: [...BUCKETS.starts] }

describe('the curves of the headlines', () => {
  const sums = [
    { day: '2025-11-01', value: 100 },
    { day: '2026-02-01', value: 200 },
    { day: '2026-04-01', value: 50 },
  ]
  it('of a rate grow, and end at the headline with what came before and after', () => {
    expect(rateSpark(sums, 1000, steps)).toEqual([0.1, 0.3, 0.35])
    expect(rateSpark(sums, 0, steps)).toEqual([null, null, null])
  })
  it('of a mass add up what falls in each step', () => {
    expect(sumSpark(sums.slice(1, 2), steps)).toEqual([0, 200, 0])
  })
})
