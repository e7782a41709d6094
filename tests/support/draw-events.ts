import fc from 'fast-check'
import { addDays } from '~/core/days'
import { VISITOR } from '~/features/lots/model/visibility'
import type { PlanLot, PlanNeed, PlanSnapshot } from '~/features/matching/model/plan/plan-snapshot'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'
import { makeWeights } from '~/features/matching/model/weights'

const TODAY = '2026-09-15'
/** Few places and quantities, so that many pairs tie. */
const point = fc.constantFrom({ lat: 48.8, lon: 2.3 }, { lat: 48.86, lon: 2.35 }, { lat: 48.9, lon: 2.42 })
const material = fc.constantFrom('brick' as const, 'concrete' as const, 'door' as const)
const until = fc.constantFrom(5, 40, 40).map((days) => addDays(TODAY, days))
const units = fc.integer({ min: 1, max: 6 }).map((tens) => tens * 10_000)
const leasts = fc.constantFrom(0, 0, 0, 10_000, 30_000)
const lot = fc.record({
  point,
  material,
  until,
  units,
  least: leasts,
  isWhole: fc.constantFrom(false, false, false, true),
})
const need = fc.record({ point, material, until, units, radiusKm: fc.constantFrom(8, 20, 40) })

type LotDraw = typeof lot extends fc.Arbitrary<infer Draw> ? Draw : never
type NeedDraw = typeof need extends fc.Arbitrary<infer Draw> ? Draw : never

function lotOf(id: string, { point, material, until, units, least, isWhole }: LotDraw): PlanLot {
  return {
    side: {
      id,
      material,
      unit: 'u',
      point,
      window: { from: TODAY, until },
      quantityMilli: units,
      condition: 4,
      unitPriceCents: 0,
      massGPerUnit: 20_000,
      attributes: {},
    },
    stages: {
      organisationId: 'giver',
      publicFrom: TODAY,
      territoryCode: null,
      territoryFrom: null,
      organisationClosedAtMs: null,
    },
    communeCode: '93066',
    isWhole,
    minTakeMilli: isWhole ? 0 : least,
  }
}

function needOf(id: string, { point, material, until, units, radiusKm }: NeedDraw): PlanNeed {
  return {
    side: {
      id,
      material,
      unit: 'u',
      point,
      window: { from: TODAY, until },
      quantityMilli: units,
      radiusKm,
      minCondition: 2,
      budgetUnitCents: null,
      wanted: {},
    },
    organisationId: 'taker',
    communeCode: '93048',
    viewer: VISITOR,
  }
}

const at = fc.nat(100)
/** What may happen between two plans. */
export const drawnEvents = fc.oneof(
  lot.map((draw) => ({ kind: 'lot' as const, draw })),
  need.map((draw) => ({ kind: 'need' as const, draw })),
  fc.record({ kind: fc.constantFrom('lot-goes' as const, 'need-goes' as const), at }),
  fc.record({ kind: fc.constantFrom('lot-resized' as const, 'need-resized' as const), at, units }),
  fc.record({ kind: fc.constantFrom('dismissed' as const, 'taken-back' as const), at, other: at }),
  fc.record({ kind: fc.constantFrom('day' as const, 'weights' as const, 'factors' as const) }),
)
export type DrawnEvent = typeof drawnEvents extends fc.Arbitrary<infer Drawn> ? Drawn : never

const OTHER_WEIGHTS = makeWeights('p1', {
  fit: 0.1,
  distance: 0.4,
  dates: 0.1,
  cover: 0.1,
  condition: 0.1,
  carbon: 0.1,
  price: 0.1,
})

/** What a snapshot is after something happened. */
export function after(snapshot: PlanSnapshot, event: DrawnEvent, number: number): PlanSnapshot {
  const { lots, needs, dismissed, scoring } = snapshot
  const without = <Item>(items: readonly Item[], at: number) =>
    items.filter((_, index) => index !== at % items.length)
  const resized = <Side extends PlanLot | PlanNeed>(sides: readonly Side[], at: number, units: number) =>
    sides.map((side, index) =>
      index === at % sides.length ? { ...side, side: { ...side.side, quantityMilli: units } } : side,
    )
  if (event.kind === 'lot') return { ...snapshot, lots: [lotOf(`new-lot-${number}`, event.draw), ...lots] }
  if (event.kind === 'need')
    return { ...snapshot, needs: [...needs, needOf(`new-need-${number}`, event.draw)] }
  if (event.kind === 'lot-goes') return { ...snapshot, lots: without(lots, event.at) }
  if (event.kind === 'need-goes') return { ...snapshot, needs: without(needs, event.at) }
  if (event.kind === 'lot-resized') return { ...snapshot, lots: resized(lots, event.at, event.units) }
  if (event.kind === 'need-resized') return { ...snapshot, needs: resized(needs, event.at, event.units) }
  if (event.kind === 'dismissed') {
    const [lot, need] = [lots[event.at % lots.length], needs[event.other % needs.length]]
    return lot && need
      ? { ...snapshot, dismissed: [...dismissed, { lotId: lot.side.id, needId: need.side.id }] }
      : snapshot
  }
  if (event.kind === 'taken-back') return { ...snapshot, dismissed: without(dismissed, event.at) }
  if (event.kind === 'day') return { ...snapshot, today: addDays(snapshot.today, 1) }
  if (event.kind === 'weights') return { ...snapshot, scoring: { ...scoring, weights: OTHER_WEIGHTS } }
  const { brick: _brick, ...factors } = scoring.factors.factors
  return {
    ...snapshot,
    scoring: { ...scoring, factors: { ...scoring.factors, version: `x${number}`, factors } },
  }
}

/** Markets in which many pairs tie, with minimum takes, and lots in one piece in half of them. */
export function marketsOf(size: { minLength: number; maxLength: number }): fc.Arbitrary<PlanSnapshot> {
  return fc
    .record({ lots: fc.array(lot, size), needs: fc.array(need, size), hasWhole: fc.boolean() })
    .map(({ lots, needs, hasWhole }) => ({
      today: TODAY,
      lots: lots.map((draw, at) => lotOf(`lot-${at}`, { ...draw, isWhole: draw.isWhole && hasWhole })),
      needs: needs.map((draw, at) => needOf(`need-${at}`, draw)),
      dismissed: [],
      shown: null,
      scoring: SHIPPED_SCORING,
    }))
}
