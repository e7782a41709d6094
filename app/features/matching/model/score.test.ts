import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'
import { type MatchLot, type MatchNeed, scorePair } from './score'
import { SHIPPED_SCORING } from './scoring'
import { makeWeights, SHIPPED_WEIGHTS } from './weights'
import { brickLot, brickNeed } from '~tests/support/pair-sides'

/** The score of a pair that passes the filters. */
function scored(l: Partial<MatchLot> = {}, n: Partial<MatchNeed> = {}) {
  const pair = scorePair({ ...brickLot, ...l }, { ...brickNeed, ...n }, SHIPPED_SCORING)
  if (!pair.ok) throw new Error(`no match: ${pair.reason}`)
  return pair
}

function points(pair: ReturnType<typeof scored>) {
  return Object.fromEntries(pair.parts.map((part) => [part.key, part.points]))
}

describe('scorePair, worked by hand', () => {
  it('adds seven parts', () => {
    // fit 1 · distance 0 of 20 km → 1 · dates 7 of 28 days → ¼ · cover 1,000 of 2,000 → ½ · condition (1+4−3)/4 → ½
    // carbon: 2,300 kg × 0.24179 = 556.117 kg avoided. 2.3 t pass the payload of a 3.5–7.5 t rigid, so one trip of a
    // 7.5–17 t emits least: over 1 km and back 2 × 0.68268 + 0.19316 × 2.3/4.75 = 1.459 kg. Net 554.658 kg, and
    // ln(555.658) / ln(20001) = 6.32015 / 9.90354 = 0.63817 · price 1 − ½ × 40/80 → ¾
    const pair = scored()
    expect(points(pair)).toEqual({
      fit: 20,
      distance: 15,
      dates: 3.75,
      cover: 7.5,
      condition: 4,
      carbon: 10.85,
      price: 7.5,
    })
    expect(pair.score).toBe(68.6)
    expect(pair).toMatchObject({
      straightKm: 0,
      roadKm: 1,
      overlapDays: 7,
      coveredMilli: 1_000_000,
      formulaVersion: 'v2',
      weightsVersion: 'p0',
      factorVersion: 'desnz-2025.1',
    })
    expect(pair.net).toMatchObject({ ok: true, netG: 554_658, truck: 'rigid-7.5-17t' })
  })

  it('reaches 100 when every part is full', () => {
    // Insulation: 100 t × 1.86179 avoid 186 t, above the 20 t from which the carbon part is full.
    const best = scored(
      { material: 'insulation', unit: 't', quantityMilli: 100_000, condition: 5, unitPriceCents: 0 },
      {
        material: 'insulation',
        unit: 't',
        quantityMilli: 100_000,
        minCondition: 1,
        window: { from: '2026-03-01', until: '2026-03-15' },
      },
    )
    expect(best.score).toBe(100)
    expect(best.parts.every((part) => part.value === 1)).toBe(true)
  })
})

describe('the filters', () => {
  it.each([
    ['material', {}, { material: 'window' }],
    ['unit', {}, { unit: 'm2' }],
    ['nothing-free', { quantityMilli: 0 }, {}],
    ['nothing-free', { quantityMilli: -1 }, {}],
    ['nothing-free', {}, { quantityMilli: 0 }],
    ['condition', { condition: 2 }, {}],
    ['dates', { window: { from: '2026-02-01', until: '2026-03-08' } }, {}],
    ['dates', { window: { from: '2026-04-05', until: '2026-05-01' } }, {}],
    ['dates', { window: { from: '2026-03-15', until: '2026-03-01' } }, {}],
    ['dates', {}, { window: { from: '2026-04-05', until: '2026-03-08' } }],
    ['too-far', { point: { lat: 49.05, lon: 2.35 } }, {}],
    ['too-far', {}, { radiusKm: Number.NaN }],
  ] as [string, Partial<MatchLot>, Partial<MatchNeed>][])('%s', (reason, l, n) => {
    expect(scorePair({ ...brickLot, ...l }, { ...brickNeed, ...n }, SHIPPED_SCORING)).toEqual({
      ok: false,
      reason,
    })
  })

  it('pass one shared day, and a place at the door of a nil radius', () => {
    expect(scored({ window: { from: '2026-03-01', until: '2026-03-09' } }).overlapDays).toBe(1)
    expect(points(scored({}, { radiusKm: 0 })).distance).toBe(15)
  })
})

describe('the carbon part', () => {
  it('is 0 and says why without a factor or a mass', () => {
    const noMass = scored({ massGPerUnit: null })
    expect(points(noMass).carbon).toBe(0)
    expect(noMass.net).toEqual({ ok: false, reason: 'no-mass' })
    const noFactor = scored({ material: 'window' }, { material: 'window' })
    expect(points(noFactor).carbon).toBe(0)
    expect(noFactor.net).toEqual({ ok: false, reason: 'no-factor' })
  })

  it('is 0 when the trip costs more than it saves, and the net stays negative', () => {
    const pair = scored(
      { material: 'concrete', unit: 'kg', quantityMilli: 10_000, point: { lat: 48.95, lon: 2.35 } },
      { material: 'concrete', unit: 'kg' },
    )
    expect(pair.net.ok && pair.net.netG < 0).toBe(true)
    expect(points(pair).carbon).toBe(0)
  })

  it('reads the mass from the unit before the lot', () => {
    const pair = scored(
      { unit: 'kg', quantityMilli: 500_000, massGPerUnit: null },
      { unit: 'kg', quantityMilli: 300_000 },
    )
    // 300 kg × 0.24179
    expect(pair.net).toMatchObject({ ok: true, avoidedGCO2e: 72_537 })
  })

  it('counts a substitute for its fit only', () => {
    // 2,300 kg of bricks for blocks, fit 0.65: 0.65 × 556.117
    const pair = scored({}, { material: 'concrete' })
    expect(pair.net).toMatchObject({ ok: true, avoidedGCO2e: 361_476 })
    expect(points(pair).fit).toBe(13)
  })
})

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
const side = {
  id: fc.uuid(),
  material: fc.constantFrom(...MATERIAL_TYPES.slice(0, 4)),
  unit: fc.constantFrom(...UNITS.slice(0, 2)),
  quantityMilli: fc.integer({ min: 0, max: 1_000_000_000 }),
  point: fc.record({
    lat: fc.double({ min: 48.68, max: 49.02, noNaN: true }),
    lon: fc.double({ min: 2.1, max: 2.62, noNaN: true }),
  }),
  window: fc.record({ from: day, until: day }),
}
const condition = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const millimetres = fc.integer({ min: 1, max: 1000 })
const wantedNumber = fc.record({
  kind: fc.constant('number' as const),
  value: millimetres,
  tolerance: fc.integer({ min: 100, max: 1000 }),
})
const cents = fc.integer({ min: 0, max: 1_000_000 })
const anyLot: fc.Arbitrary<MatchLot> = fc.record({
  ...side,
  condition,
  unitPriceCents: cents,
  massGPerUnit: fc.option(fc.integer({ min: 1, max: 7_850_000 })),
  attributes: fc.record({ length: millimetres, width: millimetres }, { requiredKeys: [] }),
})
const anyNeed: fc.Arbitrary<MatchNeed> = fc.record({
  ...side,
  radiusKm: fc.integer({ min: 0, max: 60 }),
  minCondition: condition,
  budgetUnitCents: fc.option(cents),
  wanted: fc.oneof(
    fc.constant({}),
    fc.record({ length: wantedNumber, width: wantedNumber }, { requiredKeys: [] }),
  ),
})

function wider(wanted: MatchNeed['wanted'], by: number): MatchNeed['wanted'] {
  return Object.fromEntries(
    Object.entries(wanted).map(([key, want]) => [
      key,
      want.kind === 'number' ? { ...want, tolerance: want.tolerance + by } : want,
    ]),
  )
}

describe('every score', () => {
  it('lies in 0–100 and is the sum of its parts, to the hundredth', () => {
    let matched = 0
    fc.assert(
      fc.property(anyLot, anyNeed, (l, n) => {
        const pair = scorePair(l, { ...n, material: l.material, unit: l.unit }, SHIPPED_SCORING)
        if (!pair.ok) return
        matched += 1
        expect(pair.score).toBeGreaterThanOrEqual(0)
        expect(pair.score).toBeLessThanOrEqual(100)
        const sum = pair.parts.reduce((total, part) => total + Math.round(part.points * 100), 0)
        expect(Math.round(pair.score * 100)).toBe(sum)
        const exact = pair.parts.reduce((total, part) => total + 100 * part.weight * part.value, 0)
        expect(Math.abs(pair.score - exact)).toBeLessThanOrEqual(0.035 + 1e-9)
        expect(pair.coveredMilli).toBeLessThanOrEqual(Math.min(l.quantityMilli, n.quantityMilli))
        for (const part of pair.parts) expect(part.value >= 0 && part.value <= 1).toBe(true)
      }),
      { numRuns: 4000, seed: 1 },
    )
    expect(matched).toBeGreaterThan(100)
  })

  it('does not fall when the lot improves in price, condition or dates', () => {
    fc.assert(
      fc.property(
        anyLot,
        anyNeed,
        cents,
        condition,
        fc.integer({ min: 0, max: 60 }),
        (l, n, price, state, days) => {
          const wanted = { ...n, material: l.material, unit: l.unit }
          const better = {
            ...l,
            unitPriceCents: Math.min(l.unitPriceCents, price),
            condition: l.condition > state ? l.condition : state,
            window: { from: addDays(l.window.from, -days), until: addDays(l.window.until, days) },
          }
          const before = scorePair(l, wanted, SHIPPED_SCORING)
          const after = scorePair(better, wanted, SHIPPED_SCORING)
          if (!before.ok) return
          expect(after.ok && after.score >= before.score).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('does not fall, nor lose its match, when a tolerance widens', () => {
    let matched = 0
    fc.assert(
      fc.property(anyLot, anyNeed, fc.integer({ min: 0, max: 500 }), (l, n, more) => {
        const asked = { ...n, material: l.material, unit: l.unit }
        const widened = { ...asked, wanted: wider(n.wanted, more) }
        const before = scorePair(l, asked, SHIPPED_SCORING)
        if (!before.ok) return
        matched += 1
        const after = scorePair(l, widened, SHIPPED_SCORING)
        expect(after.ok && after.score >= before.score).toBe(true)
      }),
      { numRuns: 2000, seed: 2 },
    )
    expect(matched).toBeGreaterThan(50)
  })

  it('does not fall when a lot tells what was to be checked, if it fits', () => {
    fc.assert(
      fc.property(anyLot, anyNeed, (l, n) => {
        const asked = { ...n, material: l.material, unit: l.unit }
        const before = scorePair(l, asked, SHIPPED_SCORING)
        if (!before.ok) return
        const told = { ...l.attributes }
        for (const key of before.toCheck) {
          const want = asked.wanted[key]
          if (want?.kind === 'number') told[key] = want.value
        }
        const after = scorePair({ ...l, attributes: told }, asked, SHIPPED_SCORING)
        expect(after.ok && after.toCheck.length === 0 && after.score >= before.score).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('follows the weights it is given', () => {
    const only = makeWeights('price-only', {
      fit: 0,
      distance: 0,
      dates: 0,
      cover: 0,
      condition: 0,
      carbon: 0,
      price: 1,
    })
    const pair = scorePair(brickLot, brickNeed, { ...SHIPPED_SCORING, weights: only })
    expect(pair).toMatchObject({ ok: true, score: 75, weightsVersion: 'price-only' })
    expect(SHIPPED_WEIGHTS.version).toBe('p0')
  })
})
