import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { FACTOR_SET, factorSetOf, type FactorSet } from '~/features/carbon/model/factors'
import { fromDayOn } from '../match-sides'
import { type Ranked, topK } from '../rank'
import { type MatchLot, type MatchNeed, scorePair } from '../score'
import { SHIPPED_SCORING, type Scoring } from '../scoring'
import { makeWeights, SCORE_PARTS, type Weights, SHIPPED_WEIGHTS } from '../weights'
import { LotIndex } from './lot-index'
import { NeedIndex } from './need-index'

/** Materials with factors, without, and that serve one another; few, so that pairs are made. */
const MATERIALS = ['brick', 'concrete', 'wood-floor', 'door'] as const
const SHEETS: Record<(typeof MATERIALS)[number], 'length' | 'leafWidth'> = {
  brick: 'length',
  concrete: 'length',
  'wood-floor': 'length',
  door: 'leafWidth',
}
const FIRST_DAY = '2026-01-01'

/** Some weeks, and now and then a day that 16 bits do not hold. */
const day = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 90 }).map((days) => addDays(FIRST_DAY, days)) },
  { weight: 1, arbitrary: fc.constantFrom('1960-01-01', '2190-01-01') },
)
const window = fc
  .tuple(day, fc.constantFrom(-3, 0, 1, 7, 30, 30, 60, 60, 60, 90, 120))
  .map(([from, days]) => {
    return { from, until: addDays(from, days) }
  })
const near = fc.oneof(
  fc.constantFrom({ lat: 48.85, lon: 2.35 }, { lat: 48.9, lon: 2.4 }, { lat: 48.7, lon: 2.2 }),
  fc.record({
    lat: fc.double({ min: 48.68, max: 49.02, noNaN: true }),
    lon: fc.double({ min: 2.1, max: 2.62, noNaN: true }),
  }),
)
/** A few places again and again, and any other near or far. */
const point = fc.oneof(
  { weight: 4, arbitrary: near },
  {
    weight: 1,
    arbitrary: fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  },
)
/** From a gramme to 100 t and more, few of them so that ties come. */
const quantity = fc.oneof(
  fc.constantFrom(0, 1, 1_000, 50_000, 100_000_000, 100_000_000, 10 ** 12),
  fc.integer({ min: 1, max: 200_000_000 }),
)
const condition = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const least = fc.constantFrom(1 as const, 1 as const, 2 as const, 3 as const)
const cents = fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: 0, max: 5_000 }))
const side = {
  id: fc.integer({ min: 0, max: 150 }).map((at) => `id-${at}`),
  material: fc.constantFrom(...MATERIALS),
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constant('u' as const) },
    { weight: 2, arbitrary: fc.constantFrom('kg' as const, 't' as const) },
  ),
  quantityMilli: quantity,
  point,
  window,
}
const millimetres = fc.constantFrom(700, 730, 830)
const lotOf: fc.Arbitrary<MatchLot> = fc
  .record({
    ...side,
    condition,
    unitPriceCents: cents,
    massGPerUnit: fc.option(fc.constantFrom(1, 2_300, 1_000_000)),
    size: fc.option(millimetres),
  })
  .map(({ size, ...lot }) => {
    return { ...lot, attributes: size === null ? {} : { [SHEETS[lot.material]]: size } }
  })
const needOf: fc.Arbitrary<MatchNeed> = fc
  .record({
    ...side,
    radiusKm: fc.constantFrom(0, 20, 40, 60, 30_000),
    minCondition: least,
    budgetUnitCents: fc.option(cents),
    size: fc.option(millimetres, { freq: 2 }),
  })
  .map(({ size, ...need }) => {
    const wanted =
      size === null ? {} : { [SHEETS[need.material]]: { kind: 'number', value: size, tolerance: 30 } }
    return { ...need, wanted }
  })
/** Any seven weights of a sum of one, some of them nil. */
const weights: fc.Arbitrary<Weights> = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 })
  .map((cuts) => {
    const ends = [0, ...cuts.sort((a, b) => a - b), 10_000]
    const of = SCORE_PARTS.map((key, at) => [key, (ends[at + 1]! - ends[at]!) / 10_000] as const)
    return makeWeights('any', { ...SHIPPED_WEIGHTS.of, ...Object.fromEntries(of) })
  })

/** A table of factors as the team may publish one: dear to recondition, replacing a part, or none for a material. */
const factors: fc.Arbitrary<FactorSet> = fc
  .record({
    materials: fc.subarray([...MATERIALS]),
    kgCo2ePerKg: fc.constantFrom(0, 0.1, 0.24179, 3, 900),
    reconditioningKgCo2ePerKg: fc.constantFrom(0, 0.04, 1),
    substitution: fc.constantFrom(0, 0.3, 1),
  })
  .map(({ materials, ...value }) => {
    const row = { lowKgCo2ePerKg: null, highKgCo2ePerKg: null, year: 2026 }
    const told = { source: 'any', sourceRow: '', licence: 'any' }
    return factorSetOf(
      'any',
      FIRST_DAY,
      materials.map((material) => ({ ...row, ...told, ...value, material })),
    )
  })
const scorings: fc.Arbitrary<Scoring> = fc.record({
  weights,
  factors: fc.oneof({ weight: 1, arbitrary: fc.constant(FACTOR_SET) }, { weight: 2, arbitrary: factors }),
})

/** What happens to an index: an item put in, in place of one of its id, or one taken out. */
function steps<Item extends { id: string }>(item: fc.Arbitrary<Item>) {
  return fc.array(fc.oneof({ weight: 5, arbitrary: item }, { weight: 1, arbitrary: side.id }), {
    minLength: 60,
    maxLength: 250,
    size: 'max',
  })
}

type Index<Item> = { set: (item: Item) => void; remove: (id: string) => void; size: number }

/** Does the same to an index and to a plain map; the map's items are the truth. */
function play<Item extends { id: string }>(index: Index<Item>, all: readonly (Item | string)[]): Item[] {
  const truth = new Map<string, Item>()
  for (const step of all) {
    if (typeof step === 'string') {
      index.remove(step)
      truth.delete(step)
    } else {
      index.set(step)
      truth.set(step.id, step)
    }
  }
  expect(index.size).toBe(truth.size)
  return [...truth.values()]
}

function told(ranked: readonly Ranked<{ id: string }>[]) {
  return ranked.map(({ item, pair }) => ({ id: item.id, pair }))
}

const search = fc.record({
  k: fc.constantFrom(0, 1, 3, 10, 2_000),
  scoring: scorings,
  today: fc.option(day),
  /** Ids that end so are refused. */
  refused: fc.constantFrom(null, '0', '1'),
})
const accepting = (refused: string | null) => (item: { id: string }) =>
  refused === null || !item.id.endsWith(refused)

function clipped(need: MatchNeed, today: IsoDay | null): MatchNeed {
  return today === null ? need : fromDayOn(need, today)
}

const RUNS = { numRuns: 500 }

describe('the index of needs', () => {
  it('answers a lot what the plain scan answers, whatever happened to it', () => {
    let pairs = 0
    fc.assert(
      fc.property(
        steps(needOf),
        fc.array(lotOf, { minLength: 1, maxLength: 6 }),
        search,
        (all, lots, asked) => {
          const index = new NeedIndex<MatchNeed>()
          const truth = play(index, all)
          const accepts = accepting(asked.refused)
          for (const lot of lots) {
            const expected = topK(truth.filter(accepts), asked.k, (need) =>
              scorePair(lot, clipped(need, asked.today), asked.scoring),
            )
            pairs += expected.length
            const options = { scoring: asked.scoring, today: asked.today, accepts }
            expect(told(index.topK(lot, asked.k, options))).toEqual(told(expected))
            const every = truth.filter(
              (need) => accepts(need) && scorePair(lot, clipped(need, asked.today), SHIPPED_SCORING).ok,
            )
            expect(index.count(lot, options)).toBe(every.length)
          }
        },
      ),
      RUNS,
    )
    expect(pairs).toBeGreaterThan(1_000)
  }, 30_000)
})

describe('the index of lots', () => {
  it('answers a need what the plain scan answers, whatever happened to it', () => {
    let pairs = 0
    fc.assert(
      fc.property(
        steps(lotOf),
        fc.array(needOf, { minLength: 1, maxLength: 6 }),
        search,
        (all, needs, asked) => {
          const index = new LotIndex<MatchLot>()
          const truth = play(index, all)
          const accepts = accepting(asked.refused)
          for (const need of needs) {
            const from = clipped(need, asked.today)
            const expected = topK(truth.filter(accepts), asked.k, (lot) =>
              scorePair(lot, from, asked.scoring),
            )
            pairs += expected.length
            const options = { scoring: asked.scoring, today: asked.today, accepts }
            expect(told(index.topK(need, asked.k, options))).toEqual(told(expected))
            const every = truth.filter((lot) => accepts(lot) && scorePair(lot, from, SHIPPED_SCORING).ok)
            expect(index.count(need, options)).toBe(every.length)
          }
        },
      ),
      RUNS,
    )
    expect(pairs).toBeGreaterThan(1_000)
  }, 30_000)

  it('gives all of a material', () => {
    fc.assert(
      fc.property(steps(lotOf), fc.constantFrom<MaterialType>(...MATERIALS), (all, material) => {
        const index = new LotIndex<MatchLot>()
        const truth = play(index, all)
        const ids = [...index.itemsOf(material)].map(({ id }) => id).sort()
        expect(ids).toEqual(
          truth
            .filter((lot) => lot.material === material)
            .map(({ id }) => id)
            .sort(),
        )
        for (const lot of truth) expect(index.get(lot.id)).toBe(lot)
      }),
      { numRuns: 100 },
    )
  })
})
