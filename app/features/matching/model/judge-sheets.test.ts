import { describe, expect, it } from 'vitest'
import { type MatchLot, type MatchNeed, scorePair } from './score'
import { SHIPPED_SCORING } from './scoring'

const side = { unit: 'u', quantityMilli: 1_000_000, point: { lat: 48.85, lon: 2.35 } } as const
const lot: MatchLot = {
  ...side,
  id: 'lot',
  material: 'brick',
  window: { from: '2026-03-01', until: '2026-03-15' },
  condition: 4,
  unitPriceCents: 0,
  massGPerUnit: 2_300,
  attributes: {},
}
const need: MatchNeed = {
  ...side,
  id: 'need',
  material: 'brick',
  window: { from: '2026-03-01', until: '2026-03-15' },
  radiusKm: 20,
  minCondition: 3,
  budgetUnitCents: null,
  wanted: {},
}

function scored(l: Partial<MatchLot>, n: Partial<MatchNeed>) {
  const pair = scorePair({ ...lot, ...l }, { ...need, ...n }, SHIPPED_SCORING)
  if (!pair.ok) throw new Error(`no match: ${pair.reason}`)
  return { ...pair, fit: pair.parts.find(({ key }) => key === 'fit')?.points }
}

describe('what a need asks of the sheet', () => {
  const door = { material: 'door' } as const
  const leafWidth = { kind: 'number', value: 830, tolerance: 5 } as const

  it('keeps a door of 730 mm from a need of 830 mm', () => {
    const pair = scorePair(
      { ...lot, ...door, attributes: { leafWidth: 730 } },
      { ...need, ...door, wanted: { leafWidth } },
      SHIPPED_SCORING,
    )
    expect(pair).toEqual({ ok: false, reason: 'attributes', attribute: 'leafWidth' })
  })

  it('takes one within the tolerance at full fit', () => {
    const pair = scored({ ...door, attributes: { leafWidth: 825 } }, { ...door, wanted: { leafWidth } })
    expect(pair.fit).toBe(20)
    expect(pair.toCheck).toEqual([])
  })

  it('keeps one that says nothing, to be checked, at four fifths of the fit', () => {
    const wanted = { leafWidth, frameIncluded: { kind: 'flag' } } as const
    const pair = scored({ ...door }, { ...door, wanted })
    expect(pair.fit).toBe(16)
    expect(pair.toCheck).toEqual(['leafWidth', 'frameIncluded'])
  })

  it('judges a substitute on what both sheets have, and lowers its fit, not its carbon', () => {
    // Bricks for blocks: fit 0.65, and 0.65 × 0.8 with something to check.
    const wanted = {
      length: { kind: 'number', value: 220, tolerance: 10 },
      reinforced: { kind: 'flag' },
    } as const
    const concrete = { material: 'concrete', wanted } as const
    expect(
      scorePair({ ...lot, attributes: { length: 300 } }, { ...need, ...concrete }, SHIPPED_SCORING),
    ).toMatchObject({
      reason: 'attributes',
      attribute: 'length',
    })
    const pair = scored({ attributes: { length: 220 } }, concrete)
    expect(pair.toCheck).toEqual(['reinforced'])
    expect(pair.fit).toBe(10.4)
    expect(pair.net).toMatchObject({ ok: true, avoidedGCO2e: 361_476 })
  })
})
