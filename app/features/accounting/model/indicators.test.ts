import { describe, expect, it } from 'vitest'
import { DEFAULT_ACCOUNTING, targetOn, type RepTarget } from './accounting-settings'
import { netRange, repRates } from './indicators'

describe('repRates', () => {
  it('divides by class, and leaves out what a class does not hold', () => {
    const [inert, other] = repRates(
      {
        inventoried: [
          { material: 'brick', massG: 8000 },
          { material: 'concrete', massG: 2000 },
          { material: 'door', massG: 500 },
        ],
        handedOver: [
          { material: 'brick', massG: 300 },
          { material: 'door', massG: 100 },
        ],
      },
      DEFAULT_ACCOUNTING.repTargets,
      '2026-12-31',
    )
    expect(inert).toMatchObject({ of: 'inert', rate: { numeratorG: 300, denominatorG: 10_000 } })
    expect(other).toMatchObject({ of: 'non-inert', rate: { rate: 0.2 }, target: { percent: 2 } })
  })

  it('has no rate without anything inventoried', () => {
    const [inert] = repRates({ inventoried: [], handedOver: [] }, [], '2026-12-31')
    expect(inert).toMatchObject({ rate: { rate: null }, target: null })
  })
})

describe('targetOn', () => {
  const target = (from: string, of: RepTarget['of'], percent: number): RepTarget => ({
    ...{ from, of, percent },
    source: 'Texte',
  })
  const targets = [
    target('2024-01-01', 'all', 2),
    target('2027-01-01', 'all', 4),
    target('2027-01-01', 'inert', 6),
  ]

  it.each([
    ['2023-12-31', 'inert', undefined],
    ['2024-01-01', 'inert', 2],
    ['2027-06-01', 'inert', 6],
    ['2027-06-01', 'non-inert', 4],
  ] as const)('on %s for %s is %s', (day, of, percent) => {
    expect(targetOn(targets, of, day)?.percent).toBe(percent)
  })
})

describe('netRange', () => {
  it('sums nets and ranges, negative ones as they are, and counts what has no factor', () => {
    const row = (net: number | null, low: number | null, high: number | null) => ({
      ...{ netAvoidedGCo2e: net, netLowGCo2e: low, netHighGCo2e: high },
    })
    expect(
      netRange([row(100, 80, 120), row(-300, -350, -250), row(50, null, null), row(null, null, null)]),
    ).toEqual({
      ...{ netG: -150, lowG: -220, highG: -80, claims: 3, total: 4 },
    })
  })
})
