import fc from 'fast-check'
import { ATTRIBUTES, type AttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { AttributeValue } from '~/core/attributes/values'
import type { Wanted } from '~/core/attributes/wanted'
import { addDays } from '~/core/days'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { UNITS, type Unit } from '~/core/units'
import type { MatchLot, MatchNeed } from '~/features/matching/model/score'

const materials = fc.constantFrom(...MATERIAL_TYPES)
const conditions = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const quantities = fc.integer({ min: 1, max: 1_000_000_000 })
const points = fc.record({
  lat: fc.double({ min: 48.68, max: 49.02, noNaN: true }),
  lon: fc.double({ min: 2.1, max: 2.62, noNaN: true }),
})
const windows = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 120 }))
  .map(([start, length]) => ({
    from: addDays('2026-01-01', start),
    until: addDays('2026-01-01', start + length),
  }))
/** Cents per kilogram of a price told by the tonne: fractions of a cent. */
const cents = fc.integer({ min: 0, max: 1_000_000 }).map((whole) => whole / 1000)

function valueOf(key: AttributeKey, seed: number): AttributeValue {
  const definition = ATTRIBUTES[key]
  if (definition.kind === 'number') return 1 + (seed % 40)
  if (definition.kind === 'flag') return true
  return definition.choices[seed % definition.choices.length]!
}

function wantedOf(key: AttributeKey, seed: number): Wanted {
  const value = valueOf(key, seed)
  if (typeof value === 'number') return { kind: 'number', value, tolerance: seed % 30 }
  return value === true ? { kind: 'flag' } : { kind: 'choice', anyOf: [value] }
}

/** Some attributes of a material's sheet, each with something made of a number. */
function someOf<Value>(
  material: MaterialType,
  make: (key: AttributeKey, seed: number) => Value,
): fc.Arbitrary<{ [Key in AttributeKey]?: Value }> {
  return fc
    .tuple(fc.subarray([...sheetOf(material)], { maxLength: 2 }), fc.nat(1000))
    .map(([keys, seed]) => Object.fromEntries(keys.map((key) => [key, make(key, seed)])))
}

const commonUnits = fc.constantFrom<Unit>('m2', ...UNITS.filter((unit) => unit !== 't'))

/** Lots as the score reads them, of every material and unit. */
export const matchLots: fc.Arbitrary<MatchLot> = materials.chain((material) =>
  fc.record({
    id: fc.uuid(),
    material: fc.constant(material),
    unit: commonUnits,
    point: points,
    window: windows,
    quantityMilli: quantities,
    condition: conditions,
    unitPriceCents: cents,
    massGPerUnit: fc.option(fc.double({ min: 0.001, max: 7_850_000, noNaN: true })),
    attributes: someOf(material, valueOf),
  }),
)

/** Needs as the score reads them. */
export const matchNeeds: fc.Arbitrary<MatchNeed> = materials.chain((material) =>
  fc.record({
    id: fc.uuid(),
    material: fc.constant(material),
    unit: commonUnits,
    point: points,
    window: windows,
    quantityMilli: quantities,
    radiusKm: fc.integer({ min: 1, max: 100 }),
    minCondition: conditions,
    budgetUnitCents: fc.option(cents),
    wanted: someOf(material, wantedOf),
  }),
)

/** Pairs of which the need wants the lot's very material in its unit, so that most pass the filters. */
export const nearPairs: fc.Arbitrary<{ lot: MatchLot; need: MatchNeed }> = fc
  .tuple(matchLots, matchNeeds)
  .map(([lot, need]) => ({
    lot,
    need: { ...need, material: lot.material, unit: lot.unit, minCondition: 1, radiusKm: 100, wanted: {} },
  }))
