import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GeoPoint } from '~/core/geo-point'
import { VISITOR } from '~/features/lots/model/visibility'
import { FACTOR_SET } from '~/features/carbon/model/factors'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import type { Allocation, AllocationProblem } from '../allocation/problem'
import type { MatchLot, MatchNeed } from '../score'
import { SHIPPED_SCORING } from '../scoring'
import { makePlan } from './make-plan'
import type { Solver } from './solver'
import { gapOf, isShort, unsplitLoss } from './plan'
import type { PlanLot, PlanNeed, PlanSnapshot } from './plan-snapshot'

const TODAY = '2026-09-15'
const HERE: GeoPoint = { lat: 48.86, lon: 2.35 }

function lotOf(id: string, change: Partial<MatchLot> = {}, more: Partial<PlanLot> = {}): PlanLot {
  return {
    side: {
      id,
      material: 'brick',
      unit: 'u',
      point: HERE,
      window: { from: TODAY, until: '2026-11-01' },
      quantityMilli: 100_000,
      condition: 4,
      unitPriceCents: 0,
      massGPerUnit: 2000,
      attributes: {},
      ...change,
    },
    stages: {
      organisationId: 'giver',
      publicFrom: TODAY,
      territoryCode: null,
      territoryFrom: null,
      organisationClosedAtMs: null,
    },
    communeCode: '93066',
    isWhole: false,
    minTakeMilli: 0,
    ...more,
  }
}

function needOf(id: string, change: Partial<MatchNeed> = {}, more: Partial<PlanNeed> = {}): PlanNeed {
  return {
    side: {
      id,
      material: 'brick',
      unit: 'u',
      point: { lat: 48.87, lon: 2.36 },
      window: { from: TODAY, until: '2026-10-01' },
      quantityMilli: 100_000,
      radiusKm: 20,
      minCondition: 2,
      budgetUnitCents: null,
      wanted: {},
      ...change,
    },
    organisationId: 'taker',
    communeCode: '93048',
    viewer: VISITOR,
    ...more,
  }
}

function snapshotOf(lots: PlanLot[], needs: PlanNeed[], more: Partial<PlanSnapshot> = {}): PlanSnapshot {
  return { today: TODAY, lots, needs, dismissed: [], shown: null, scoring: SHIPPED_SCORING, ...more }
}

/** Arcs by falling gain, each as far as it goes; the bound is what the needs would gain of their best arcs alone. */
function greedy(problem: AllocationProblem): Allocation {
  const { lots, needs, arcs } = problem
  const free = lots.map(({ capacity }) => capacity)
  const open = needs.map(({ capacity }) => capacity)
  const best = needs.map(() => 0)
  const parts: Allocation['parts'] = []
  let gain = 0
  const order = [...arcs.gain.keys()].sort((a, b) => arcs.gain[b]! - arcs.gain[a]! || a - b)
  for (const arc of order) {
    const [lot, need, worth] = [arcs.lot[arc]!, arcs.need[arc]!, arcs.gain[arc]!]
    best[need] = Math.max(best[need]!, worth)
    const quantity = Math.min(free[lot]!, open[need]!)
    if (quantity <= 0) continue
    free[lot]! -= quantity
    open[need]! -= quantity
    gain += quantity * worth
    parts.push({ lot, need, quantity })
  }
  const bound = needs.reduce((sum, { capacity }, need) => sum + capacity * best[need]!, 0)
  const duals = { lots: new Float64Array(lots.length), needs: Float64Array.from(best) }
  return { parts, gain, bound, method: 'greedy', duals }
}

const SOLVER: Solver = { divide: greedy, keepWhole: () => Promise.resolve(null) }

describe('a plan', () => {
  it('tells each part’s benefit by the exact formula, and when it must be decided', async () => {
    const plan = await makePlan(snapshotOf([lotOf('a')], [needOf('n', { quantityMilli: 40_000 })]), SOLVER)
    const [part] = plan.parts
    expect(part).toMatchObject({
      lotId: 'a',
      needId: 'n',
      quantityMilli: 40_000,
      massG: 80_000,
      criticalOn: '2026-10-01',
    })
    const net = netBenefit({ material: 'brick', massG: 80_000, straightKm: 1.332, factorSet: FACTOR_SET })
    expect(part!.netG).toBeCloseTo(net.ok ? net.netG : 0, -2)
    expect(plan.figures).toMatchObject({
      pairs: 1,
      lotsServed: 1,
      needsServed: 1,
      netG: part!.netG,
      leftOut: 0,
    })
  })

  it('leaves out what its own filters do: one organisation, unseen, dismissed, under the least', async () => {
    const hidden = { ...lotOf('a').stages, publicFrom: '2026-12-01' }
    const cases: [PlanLot, PlanNeed, Partial<PlanSnapshot>?][] = [
      [lotOf('a'), needOf('n', {}, { organisationId: 'giver' })],
      [lotOf('a', {}, { stages: hidden }), needOf('n')],
      [lotOf('a'), needOf('n'), { dismissed: [{ lotId: 'a', needId: 'n' }] }],
      [lotOf('a', {}, { minTakeMilli: 50_000 }), needOf('n', { quantityMilli: 49_000 })],
      [lotOf('a', {}, { isWhole: true }), needOf('n', { quantityMilli: 99_000 })],
      [lotOf('a'), needOf('n', { radiusKm: 1 })],
      [lotOf('a', { condition: 1 }), needOf('n')],
    ]
    for (const [lot, need, more] of cases) {
      expect((await makePlan(snapshotOf([lot], [need], more), SOLVER)).parts).toEqual([])
    }
    expect((await makePlan(snapshotOf([lotOf('a')], [needOf('n')]), SOLVER)).parts).toHaveLength(1)
  })

  it('keeps what claims no CO2e apart, in the order of the score', async () => {
    const doors = { material: 'door', massGPerUnit: null } as const
    const near = needOf('near', { ...doors, quantityMilli: 60_000 })
    const far = needOf('far', { ...doors, quantityMilli: 60_000, point: { lat: 48.95, lon: 2.35 } })
    const { parts, figures } = await makePlan(snapshotOf([lotOf('a', doors)], [far, near]), SOLVER)
    expect(figures).toMatchObject({ netG: 0, massG: 0, unclaimed: 2, unclaimedMassG: 0 })
    expect(parts.map(({ netG, massG }) => [netG, massG])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('leaves out a part so small that its trip costs more than it saves', async () => {
    const lots = [lotOf('a', { quantityMilli: 1_000_000 })]
    const edge = { lat: 49.02, lon: 2.35 }
    const needs = [
      needOf('big', { quantityMilli: 999_000 }),
      needOf('small', { quantityMilli: 999_000, point: edge, radiusKm: 30 }),
    ]
    const { parts, figures } = await makePlan(snapshotOf(lots, needs), SOLVER)
    expect(parts.map(({ needId }) => needId)).toEqual(['big'])
    expect(figures.leftOut).toBe(1)
  })

  it('gives what such a part carried to a need that is worth the trip', async () => {
    const lots = [lotOf('a', { quantityMilli: 1_004_000 })]
    const needs = [
      needOf('big', { quantityMilli: 999_000 }),
      needOf('far', { quantityMilli: 999_000, point: { lat: 49.02, lon: 2.35 }, radiusKm: 30 }),
      needOf('small', { quantityMilli: 5000, point: HERE }),
    ]
    const { parts, figures } = await makePlan(snapshotOf(lots, needs), SOLVER)
    const byNeed = parts.map(({ needId, quantityMilli }) => `${needId} ${quantityMilli}`).sort()
    expect(byNeed).toEqual(['big 999000', 'small 5000'])
    expect(figures.leftOut).toBe(1)
  })

  it('gives lots in one piece first, and says what would be lost if all were', async () => {
    const lots = [lotOf('a', {}, { isWhole: true }), lotOf('b', { quantityMilli: 150_000 })]
    const needs = [needOf('m', { quantityMilli: 120_000 }), needOf('n', { quantityMilli: 100_000 })]
    const { parts, figures } = await makePlan(snapshotOf(lots, needs), SOLVER)
    const given = parts.filter(({ lotId }) => lotId === 'a')
    expect(given.map(({ quantityMilli }) => quantityMilli)).toEqual([100_000])
    expect(parts.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0)).toBe(220_000)
    expect(figures.unsplit.kind).toBe('at-least')
    expect(unsplitLoss(figures)).toBeCloseTo(120 / 220, 1)
  })

  it('counts the pairs that moved, but for those that are gone', async () => {
    const shown = [
      { lotId: 'a', needId: 'n' },
      { lotId: 'gone', needId: 'n' },
      { lotId: 'b', needId: 'n' },
    ]
    const lots = [lotOf('a'), lotOf('b', { point: { lat: 48.8, lon: 2.35 } })]
    const { figures } = await makePlan(snapshotOf(lots, [needOf('n')], { shown }), SOLVER)
    expect(figures.moved).toEqual({ kept: 1, gone: 1, added: 0 })
  })

  it('says of each commune what is wanted, served and within reach', async () => {
    const needs = [
      needOf('n', { quantityMilli: 150_000 }),
      needOf('m', { material: 'window' }, { communeCode: '75056' }),
    ]
    const { figures } = await makePlan(snapshotOf([lotOf('a')], needs), SOLVER)
    expect(figures.coverage).toMatchObject([
      { communeCode: '75056', needs: 1, served: 0, unweighed: 1, wantedG: 0 },
      { communeCode: '93048', needs: 1, served: 1, wantedG: 300_000, servedG: 200_000, reachG: 200_000 },
    ])
    expect(isShort(figures.coverage[1]!)).toBe(true)
  })
})

/** Anywhere, or at one of two doors: lots and needs at the same door gain the same, and only their ids tell them apart. */
const point = fc.oneof(
  fc.constantFrom(HERE, { lat: 48.87, lon: 2.36 }),
  fc.record({
    lat: fc.double({ min: 48.75, max: 48.95, noNaN: true }),
    lon: fc.double({ min: 2.2, max: 2.5, noNaN: true }),
  }),
)
const units = fc.oneof(fc.constant(20), fc.integer({ min: 1, max: 60 })).map((count) => count * 1000)
const market = fc
  .record({
    lots: fc.array(fc.record({ point, units, isWhole: fc.boolean(), least: units }), { maxLength: 12 }),
    needs: fc.array(fc.record({ point, units, radiusKm: fc.integer({ min: 2, max: 30 }) }), {
      maxLength: 12,
    }),
  })
  .map(({ lots, needs }) =>
    snapshotOf(
      lots.map(({ point, units, isWhole, least }, at) =>
        lotOf(`lot-${at}`, { point, quantityMilli: units }, { isWhole, minTakeMilli: isWhole ? 0 : least }),
      ),
      needs.map(({ point, units, radiusKm }, at) =>
        needOf(`need-${at}`, { point, quantityMilli: units, radiusKm }),
      ),
    ),
  )

describe('every plan', () => {
  it('gives no lot twice, serves no need beyond what it wants, and is within its bound', async () => {
    await fc.assert(
      fc.asyncProperty(market, async (snapshot) => {
        const { parts, figures } = await makePlan(snapshot, SOLVER)
        for (const { side, isWhole } of snapshot.lots) {
          const taken = parts.filter(({ lotId }) => lotId === side.id)
          const total = taken.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0)
          expect(total).toBeLessThanOrEqual(side.quantityMilli)
          if (isWhole) expect([0, side.quantityMilli]).toContain(total)
        }
        for (const { side } of snapshot.needs) {
          const got = parts.filter(({ needId }) => needId === side.id)
          expect(got.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0)).toBeLessThanOrEqual(
            side.quantityMilli,
          )
        }
        expect(gapOf(figures)).toBeGreaterThanOrEqual(0)
        expect(figures.bound).toBeGreaterThanOrEqual(figures.gain)
      }),
    )
  })

  it('is the same, to the byte, whatever the order of its data', async () => {
    await fc.assert(
      fc.asyncProperty(market, fc.infiniteStream(fc.nat()), async (snapshot, dice) => {
        const shuffled = {
          ...snapshot,
          lots: shuffle(snapshot.lots, dice),
          needs: shuffle(snapshot.needs, dice),
        }
        const plans = [await makePlan(snapshot, SOLVER), await makePlan(shuffled, SOLVER)]
        expect(JSON.stringify(plans[1])).toBe(JSON.stringify(plans[0]))
      }),
    )
  })
})

function shuffle<Item>(items: readonly Item[], dice: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, at: Number(dice.next().value) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
