import type { MatchLot, MatchNeed } from './score'

/** An invented pair that the public register works out: half of the bricks wanted, twelve kilometres away. */
export const EXAMPLE_LOT: MatchLot = {
  id: 'example-lot',
  material: 'brick',
  unit: 'u',
  quantityMilli: 1_000_000,
  point: { lat: 48.8638, lon: 2.4485 },
  window: { from: '2027-03-01', until: '2027-03-29' },
  condition: 4,
  unitPriceCents: 40,
  massGPerUnit: 2_300,
  attributes: {},
}
export const EXAMPLE_NEED: MatchNeed = {
  id: 'example-need',
  material: 'brick',
  unit: 'u',
  quantityMilli: 2_000_000,
  point: { lat: 48.8363, lon: 2.2868 },
  window: { from: '2027-03-15', until: '2027-04-12' },
  radiusKm: 20,
  minCondition: 3,
  budgetUnitCents: 80,
  wanted: {},
}
