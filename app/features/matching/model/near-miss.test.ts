import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { groupByReason, nearest, nearMissOf, type NearReason } from './near-miss'
import { failuresOf, scorePair, type Condition, type MatchLot, type MatchNeed } from './score'
import { SHIPPED_SCORING } from './scoring'

const lot: MatchLot = {
  id: 'lot',
  material: 'door',
  unit: 'u',
  quantityMilli: 12_000,
  point: { lat: 48.85, lon: 2.35 },
  window: { from: '2026-03-01', until: '2026-03-15' },
  condition: 4,
  unitPriceCents: 0,
  massGPerUnit: 40_000,
  attributes: { leafWidth: 830, openingHand: 'left' },
}
const need: MatchNeed = {
  id: 'need',
  material: 'door',
  unit: 'u',
  quantityMilli: 8_000,
  point: { lat: 48.85, lon: 2.35 },
  window: { from: '2026-03-01', until: '2026-03-15' },
  radiusKm: 10,
  minCondition: 3,
  budgetUnitCents: null,
  wanted: { leafWidth: { kind: 'number', value: 830, tolerance: 5 } },
}
/** A degree of latitude is 111.195 km. */
const north = (km: number) => ({ lat: 48.85 + km / 111.195, lon: 2.35 })
const miss = (l: Partial<MatchLot>, n: Partial<MatchNeed> = {}) =>
  nearMissOf({ ...lot, ...l }, { ...need, ...n })?.reason ?? null

describe('a near miss', () => {
  it.each<[string, Partial<MatchLot>, Partial<MatchNeed>, Partial<NearReason> | null]>([
    ['a match', {}, {}, null],
    ['730 mm for 830 ± 5 mm', { attributes: { leafWidth: 730 } }, {}, { kind: 'attribute', offered: 730 }],
    ['630 mm for 830 ± 5 mm', { attributes: { leafWidth: 630 } }, {}, null],
    [
      'the other hand',
      {},
      { wanted: { openingHand: { kind: 'choice', anyOf: ['right'] } } },
      { kind: 'attribute', attribute: 'openingHand', offered: 'left' },
    ],
    ['4 km too far', { point: north(14) }, {}, { kind: 'too-far', radiusKm: 10 }],
    ['6 km too far of 10', { point: north(16) }, {}, null],
    [
      'the day after',
      { window: { from: '2026-03-15', until: '2026-04-15' } },
      {},
      { kind: 'too-late', days: 1 },
    ],
    ['22 days after', { window: { from: '2026-04-05', until: '2026-04-15' } }, {}, null],
    [
      'gone the day before',
      { window: { from: '2026-02-01', until: '2026-03-01' } },
      {},
      { kind: 'too-early', days: 1 },
    ],
    ['one step more worn', { condition: 2 }, {}, { kind: 'condition', offered: 2, wanted: 3 }],
    ['two steps more worn', { condition: 1 }, {}, null],
    ['another unit', { unit: 'm2' }, {}, { kind: 'unit', offered: 'm2', wanted: 'u' }],
    ['nothing free', { quantityMilli: 0 }, {}, null],
    ['another material', { material: 'window', condition: 2 }, {}, null],
    ['too far and too worn', { point: north(12), condition: 2 }, {}, null],
  ])('%s', (_name, l, n, reason) => {
    if (reason) expect(miss(l, n)).toMatchObject(reason)
    else expect(miss(l, n)).toBeNull()
  })

  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2026-03-01', days))
  const lots = fc.record({
    unit: fc.constantFrom('u' as const, 'm2' as const),
    condition: fc.constantFrom<Condition>(1, 2, 3, 4, 5),
    from: day,
    days: fc.integer({ min: 0, max: 30 }),
    km: fc.integer({ min: 0, max: 20 }),
    leafWidth: fc.constantFrom(730, 825, 830, 836, 930),
    leafHeight: fc.constantFrom(2000, 2040),
    material: fc.constantFrom('door' as const, 'window' as const),
    quantityMilli: fc.constantFrom(0, 5000),
  })

  it('is never a match, fails exactly one criterion, and every pair that fails none is a match', () => {
    const wanted = { ...need.wanted, leafHeight: { kind: 'number', value: 2040, tolerance: 5 } } as const
    let seen = 0
    fc.assert(
      fc.property(lots, ({ from, days, km, leafWidth, leafHeight, ...rest }) => {
        const offered: MatchLot = {
          ...lot,
          ...rest,
          point: north(km),
          window: { from, until: addDays(from, days) },
          attributes: { leafWidth, leafHeight },
        }
        const asked = { ...need, wanted }
        const failures = failuresOf(offered, asked)
        const pair = scorePair(offered, asked, SHIPPED_SCORING)
        expect(pair.ok).toBe(failures.length === 0)
        if (!pair.ok) expect(pair).toEqual(failures[0])
        const found = nearMissOf(offered, asked)
        if (!found) return
        seen++
        expect(failures).toHaveLength(1)
        expect(found.gap).toBeGreaterThan(0)
        expect(found.gap).toBeLessThanOrEqual(1)
      }),
      { numRuns: 4000 },
    )
    expect(seen).toBeGreaterThan(20)
  })
})

describe('near misses', () => {
  it('are a handful, nearest first, told together when one sentence tells them', () => {
    const widths = [730, 840, 730, 838, 845, 850, 700, 860]
    const items = widths.map((leafWidth, index) => ({ id: String(index), leafWidth }))
    const found = nearest(items, ({ leafWidth }) => nearMissOf({ ...lot, attributes: { leafWidth } }, need))
    expect(found.map(({ item }) => item.leafWidth)).toEqual([838, 840, 845, 850, 860, 730])
    const groups = groupByReason(found.concat(found.slice(0, 1)))
    expect(groups.map(({ items: same }) => same.length)).toEqual([2, 1, 1, 1, 1, 1])
  })
})
