import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weightOf, type Criterion } from './criteria'
import { pointsOf, ranked, summaryOf } from './scoring'

const criterion = (id: string, weight: number): Criterion => ({ id, name: id, text: '', weight })
const CRITERIA = [criterion('c1', 60), criterion('c2', 40)]

describe('points', () => {
  it.each([
    [{ c1: 5, c2: 5 }, 100],
    [{ c1: 0, c2: 0 }, 0],
    [{ c1: 5, c2: 0 }, 60],
    [{ c1: 3, c2: 4 }, 68],
    [{ c1: 5 }, null],
    [{}, null],
  ])('of %j are %s', (scores, points) => {
    expect(pointsOf(CRITERIA, scores)).toBe(points)
  })

  it('stay between 0 and 100, and a better score never lowers them', () => {
    const score = fc.integer({ min: 0, max: 5 })
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(weights, fc.array(score, { minLength: 8, maxLength: 8 }), fc.nat(7), (all, given, at) => {
        const criteria = all.map((weight, index) => criterion(`c${index}`, weight))
        const scores = Object.fromEntries(criteria.map(({ id }, index) => [id, given[index]!]))
        const points = pointsOf(criteria, scores)!
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(100)
        const better = { ...scores, [`c${at % all.length}`]: 5 }
        expect(pointsOf(criteria, better)!).toBeGreaterThanOrEqual(points)
      }),
    )
  })

  it('need weights', () => {
    expect(weightOf(CRITERIA)).toBe(100)
    expect(pointsOf([], {})).toBeNull()
  })
})

describe('a committee', () => {
  it('is told apart by how much it disagrees', () => {
    expect(summaryOf([60, 60, 60])).toMatchObject({ mean: 60, spread: 0, lowest: 60, highest: 60 })
    expect(summaryOf([40, 80])).toEqual({ reviews: 2, mean: 60, lowest: 40, highest: 80, spread: 20 })
    expect(summaryOf([])).toMatchObject({ reviews: 0, mean: null, spread: null })
  })

  it('ranks by the mean, ties sharing a rank and those without a review at the end', () => {
    const row = (name: string, points: number[], submittedAtMs: number) => ({
      name,
      submittedAtMs,
      summary: summaryOf(points),
    })
    const rows = [
      row('none', [], 1),
      row('b', [50, 70], 3),
      row('a', [60], 2),
      row('best', [90], 4),
      row('last', [10], 5),
    ]
    expect(ranked(rows).map(({ name, rank }) => [name, rank])).toEqual([
      ['best', 1],
      ['a', 2],
      ['b', 2],
      ['last', 4],
      ['none', null],
    ])
  })
})
