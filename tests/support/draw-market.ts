import fc from 'fast-check'
import { VISITOR } from '~/features/lots/model/visibility'
import { gainOf, type Gain } from '~/features/matching/model/plan/gain'
import type { PlanLot, PlanNeed, PlanSnapshot } from '~/features/matching/model/plan/plan-snapshot'
import { scorePair, type MatchLot, type MatchNeed } from '~/features/matching/model/score'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'

const TODAY = '2026-09-15'
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-10-${String(number).padStart(2, '0')}`)
// Some are empty or reversed: they share no day with anything.
const window = fc.record({ from: day, until: day.map((text) => text.replace('-10-', '-11-')) })
const anyWindow = fc.oneof({ weight: 4, arbitrary: window }, fc.record({ from: day, until: day }))
const side = {
  material: fc.constantFrom(
    'brick' as const,
    'structural-steel' as const,
    'other-metal' as const,
    'door' as const,
  ),
  unit: fc.constantFrom('u' as const, 'kg' as const),
  point: fc.record({
    lat: fc.double({ min: 48.68, max: 49.02, noNaN: true }),
    lon: fc.double({ min: 2.1, max: 2.62, noNaN: true }),
  }),
  window: anyWindow,
  quantityMilli: fc.integer({ min: 0, max: 90 }).map((units) => units * 1000),
}
const grade = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const lot = fc.record({
  ...side,
  condition: grade,
  massGPerUnit: fc.constantFrom(null, 2000, 40_000),
  attributes: fc.constantFrom({}, { leafWidth: 830 }),
})
const need = fc.record({
  ...side,
  radiusKm: fc.integer({ min: 1, max: 60 }),
  minCondition: grade,
  wanted: fc.constantFrom<MatchNeed['wanted']>(
    {},
    { leafWidth: { kind: 'number', value: 830, tolerance: 5 } },
  ),
})
/** Small markets of few materials, near enough for many pairs. */
export const drawnMarkets: fc.Arbitrary<PlanSnapshot> = fc
  .record({ lots: fc.array(lot, { maxLength: 14 }), needs: fc.array(need, { maxLength: 14 }) })
  .map(({ lots, needs }) => snapshotOf(lots.map(planLot), needs.map(planNeed)))

function planLot(lot: Omit<MatchLot, 'id' | 'unitPriceCents'>, at: number): PlanLot {
  return {
    side: { ...lot, id: `lot-${at}`, unitPriceCents: 0 },
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
  }
}

function planNeed(need: Omit<MatchNeed, 'id' | 'budgetUnitCents'>, at: number): PlanNeed {
  const side = { ...need, id: `need-${at}`, budgetUnitCents: null }
  return { side, organisationId: 'taker', communeCode: '93048', viewer: VISITOR }
}

function snapshotOf(lots: PlanLot[], needs: PlanNeed[]): PlanSnapshot {
  return { today: TODAY, lots, needs, dismissed: [], shown: null, scoring: SHIPPED_SCORING }
}

/** A pair that may be made, by the places of its lot and its need. */
export type DrawnPair = { lot: number; need: number } & Gain

/** Every pair, by the score alone. */
export function scoredPairs({ lots, needs, scoring }: PlanSnapshot): DrawnPair[] {
  return lots.flatMap((lot, lotPlace) =>
    needs.flatMap((need, needPlace) => {
      const pair = scorePair(lot.side, need.side, scoring)
      const gain = pair.ok ? gainOf(lot.side, pair, () => pair.score) : null
      if (!pair.ok || !gain) return []
      return [{ lot: lotPlace, need: needPlace, ...gain }]
    }),
  )
}
