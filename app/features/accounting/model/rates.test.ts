import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnel, localReuseRate, proximityShares, rateOf, realisationRate } from './rates'

const mass = fc.integer({ min: 0, max: 1_000_000_000_000 })

describe('localReuseRate and realisationRate', () => {
  it('divide what was handed over by what was counted', () => {
    // 12 t of 240 t inventoried, of which 48 t reusable.
    expect(localReuseRate({ inventoriedG: 240_000_000, handedOverG: 12_000_000 })).toEqual({
      rate: 0.05,
      numeratorG: 12_000_000,
      denominatorG: 240_000_000,
      flagged: false,
    })
    expect(realisationRate({ identifiedReusableG: 48_000_000, handedOverG: 12_000_000 }).rate).toBe(0.25)
  })

  it('give no rate without a denominator, and keep the numerator', () => {
    expect(localReuseRate({ inventoriedG: 0, handedOverG: 500 })).toEqual({
      rate: null,
      numeratorG: 500,
      denominatorG: 0,
      flagged: false,
    })
  })

  it('flag a rate above 100 %, not one of exactly 100 %', () => {
    expect(localReuseRate({ inventoriedG: 1_000, handedOverG: 1_001 }).flagged).toBe(true)
    expect(localReuseRate({ inventoriedG: 1_000, handedOverG: 1_000 })).toMatchObject({
      rate: 1,
      flagged: false,
    })
  })

  it.each([
    [-1, 10],
    [1, -10],
    [Number.NaN, 10],
    [1, Infinity],
  ])('refuse %d over %d', (numeratorG, denominatorG) => {
    expect(() => rateOf(numeratorG, denominatorG)).toThrow(RangeError)
  })

  it('pass 100 % only when flagged', () => {
    fc.assert(
      fc.property(mass, mass, (handedOverG, inventoriedG) => {
        const { rate, flagged } = localReuseRate({ inventoriedG, handedOverG })
        expect(rate === null).toBe(inventoriedG === 0)
        expect(flagged).toBe(rate !== null && rate > 1)
      }),
    )
  })
})

describe('proximityShares', () => {
  const handovers = [
    { massG: 4_000_000, fromCommune: '93048', toCommune: '93048', straightKm: 1.2, toMetropole: true },
    { massG: 3_000_000, fromCommune: '93048', toCommune: '93010', straightKm: 4, toMetropole: true },
    { massG: 2_000_000, fromCommune: '93048', toCommune: '92050', straightKm: 18, toMetropole: true },
    { massG: 500_000, fromCommune: '93048', toCommune: '77284', straightKm: 34, toMetropole: false },
    { massG: 500_000, fromCommune: '93048', toCommune: null, straightKm: null, toMetropole: null },
  ]

  it('nest: commune, 10 km, Métropole', () => {
    // Total 10 t: 4 t in the commune, 4 + 3 = 7 t within 10 km, 4 + 3 + 2 = 9 t in the Métropole, ½ t unknown.
    const shares = proximityShares(handovers)
    expect(shares.totalG).toBe(10_000_000)
    expect(shares.sameCommune.rate).toBe(0.4)
    expect(shares.within10Km.rate).toBe(0.7)
    expect(shares.inMetropole.rate).toBe(0.9)
    expect(shares.unknownG).toBe(500_000)
  })

  it('count the tenth kilometre as near', () => {
    const [first] = handovers
    expect(proximityShares([{ ...first!, straightKm: 10 }]).within10Km.rate).toBe(1)
    expect(proximityShares([{ ...first!, straightKm: 10.01 }]).within10Km.rate).toBe(0)
  })

  it('have no rate when nothing was handed over', () => {
    expect(proximityShares([]).inMetropole.rate).toBeNull()
  })

  it('are never flagged', () => {
    const handover = fc.record({
      massG: mass,
      fromCommune: fc.constantFrom('75056', '93048'),
      toCommune: fc.constantFrom('75056', '93048', null),
      straightKm: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
      toMetropole: fc.option(fc.boolean()),
    })
    fc.assert(
      fc.property(fc.array(handover, { maxLength: 20 }), (list) => {
        const { sameCommune, within10Km, inMetropole } = proximityShares(list)
        for (const share of [sameCommune, within10Km, inMetropole]) expect(share.flagged).toBe(false)
      }),
    )
  })
})

describe('funnel', () => {
  it('follows the mass from the inventory to the handover', () => {
    // Tonnes: 200 inventoried → 80 removed → 60 published → 30 reserved → 24 handed over.
    const steps = funnel({
      inventoried: 200_000_000,
      removed: 80_000_000,
      published: 60_000_000,
      reserved: 30_000_000,
      handedOver: 24_000_000,
    })
    expect(steps.map((step) => step.stage)).toEqual([
      'inventoried',
      'removed',
      'published',
      'reserved',
      'handedOver',
    ])
    expect(steps.map((step) => step.ofInventoried.rate)).toEqual([1, 0.4, 0.3, 0.15, 0.12])
    expect(steps.map((step) => step.ofPrevious?.rate)).toEqual([undefined, 0.4, 0.75, 0.5, 0.8])
  })

  it('flags a stage heavier than the one before', () => {
    const steps = funnel({ inventoried: 100, removed: 10, published: 40, reserved: 0, handedOver: 0 })
    expect(steps.map((step) => step.ofPrevious?.flagged)).toEqual([undefined, false, true, false, false])
    expect(steps[4]!.ofPrevious?.rate).toBeNull()
  })
})
