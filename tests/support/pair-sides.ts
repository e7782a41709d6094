import type { MatchLot, MatchNeed } from '~/features/matching/model/score'

/** A lot of bricks at the place of `brickNeed`, which wants twice as many from the middle of its window on. */
export const brickLot: MatchLot = {
  id: 'lot',
  material: 'brick',
  unit: 'u',
  quantityMilli: 1_000_000,
  point: { lat: 48.85, lon: 2.35 },
  window: { from: '2026-03-01', until: '2026-03-15' },
  condition: 4,
  unitPriceCents: 40,
  massGPerUnit: 2_300,
  attributes: {},
}

export const brickNeed: MatchNeed = {
  id: 'need',
  material: 'brick',
  unit: 'u',
  quantityMilli: 2_000_000,
  point: { lat: 48.85, lon: 2.35 },
  window: { from: '2026-03-08', until: '2026-04-05' },
  radiusKm: 20,
  minCondition: 3,
  budgetUnitCents: 80,
  wanted: {},
}
