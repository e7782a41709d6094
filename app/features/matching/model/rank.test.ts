import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { topK } from './rank'
import { type MatchLot, type MatchNeed, type PairScore, scorePair } from './score'
import { SHIPPED_SCORING } from './scoring'

const pair: PairScore = {
  ok: true,
  score: 0,
  parts: [],
  straightKm: 0,
  roadKm: 1,
  overlapDays: 1,
  coveredMilli: 1,
  net: { ok: false, reason: 'no-mass' },
  toCheck: [],
  formulaVersion: 'v1',
  weightsVersion: 'p0',
  factorVersion: 'f',
}
const candidate = fc.record({ id: fc.uuid(), score: fc.option(fc.integer({ min: 0, max: 5 })) })

/** Null stands for a pair that a filter refuses. */
function scoreOf(item: { score: number | null }) {
  return item.score === null ? ({ ok: false, reason: 'dates' } as const) : { ...pair, score: item.score }
}

describe('topK', () => {
  it('is the head of the whole sorted list, in any order of arrival', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: (item) => item.id, maxLength: 40 }),
        fc.integer({ min: 0, max: 12 }),
        (items, k) => {
          const expected = items
            .filter((item) => item.score !== null)
            .sort((a, b) => b.score! - a.score! || (a.id < b.id ? -1 : 1))
            .slice(0, k)
          const ids = topK(items, k, scoreOf).map(({ item }) => item.id)
          expect(ids).toEqual(expected.map((item) => item.id))
          expect(topK([...items].reverse(), k, scoreOf).map(({ item }) => item.id)).toEqual(ids)
        },
      ),
    )
  })

  it('ranks needs for a lot and lots for a need', () => {
    const side = {
      material: 'brick',
      unit: 'u',
      quantityMilli: 1_000,
      window: { from: '2026-01-01', until: '2026-02-01' },
      point: { lat: 48.85, lon: 2.35 },
    } as const
    const lots: MatchLot[] = [2, 5, 3].map((condition) => ({
      ...side,
      id: `lot-${condition}`,
      condition: condition as 2 | 5 | 3,
      unitPriceCents: 0,
      massGPerUnit: null,
      attributes: {},
    }))
    const needs: MatchNeed[] = [5, 50, 20].map((radiusKm) => ({
      ...side,
      id: `need-${radiusKm}`,
      point: { lat: 48.9, lon: 2.35 },
      radiusKm,
      minCondition: 3,
      budgetUnitCents: null,
      wanted: {},
    }))
    expect(
      topK(lots, 10, (lot) => scorePair(lot, needs[1]!, SHIPPED_SCORING)).map(({ item }) => item.id),
    ).toEqual(['lot-5', 'lot-3'])
    expect(
      topK(needs, 1, (need) => scorePair(lots[1]!, need, SHIPPED_SCORING)).map(({ item }) => item.id),
    ).toEqual(['need-50'])
  })
})
