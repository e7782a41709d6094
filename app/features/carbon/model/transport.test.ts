import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimatedRoadKm } from '~/core/geo-point'
import { bestTruckClass, transportGCO2e, tripsFor, TRUCK_CLASSES, type TruckClassName } from './transport'

const names = Object.keys(TRUCK_CLASSES) as TruckClassName[]
const truck = fc.constantFrom(...names)
const mass = fc.integer({ min: 0, max: 200_000_000 })
const km = fc.double({ min: 0, max: 100, noNaN: true })

/** The formula trip by trip, as it is written in the literature. */
function tripByTrip(massG: number, roadKm: number, name: TruckClassName, emptyReturn: number): number {
  const { emptyKgPerKm: e0, fullKgPerKm: e1, payloadG } = TRUCK_CLASSES[name]
  let grams = 0
  for (let left = massG; left > 0; left -= payloadG) {
    grams += 1000 * (roadKm * (e0 + (e1 - e0) * Math.min(1, left / payloadG)) + emptyReturn * roadKm * e0)
  }
  return grams
}

describe('transportGCO2e', () => {
  it('gives about 29 kgCO2e for 2 t over 15 km as the crow flies in a 7.5–17 t rigid', () => {
    // 15 × 1.34 = 20.1 km; there 20.1 × (0.68268 + 0.19316 × 2/4.75) = 15.3566; back 20.1 × 0.68268 = 13.7219.
    const grams = transportGCO2e({ massG: 2_000_000, roadKm: estimatedRoadKm(15), truck: 'rigid-7.5-17t' })
    expect(grams).toBe(29_078)
  })

  it('equals the sum of its trips', () => {
    fc.assert(
      fc.property(
        mass,
        km,
        truck,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (massG, roadKm, name, back) => {
          const grams = transportGCO2e({ massG, roadKm, truck: name, emptyReturn: back })
          expect(Number.isInteger(grams)).toBe(true)
          expect(Math.abs(grams - tripByTrip(massG, roadKm, name, back))).toBeLessThan(1)
        },
      ),
    )
  })

  it('never falls when the mass or the distance grows', () => {
    fc.assert(
      fc.property(mass, mass, km, km, truck, (m, moreMass, d, moreKm, name) => {
        const grams = transportGCO2e({ massG: m, roadKm: d, truck: name })
        expect(transportGCO2e({ massG: m + moreMass, roadKm: d, truck: name })).toBeGreaterThanOrEqual(grams)
        expect(transportGCO2e({ massG: m, roadKm: d + moreKm, truck: name })).toBeGreaterThanOrEqual(grams)
      }),
    )
  })

  it.each([
    [-1, 10],
    [1, -10],
    [Number.NaN, 10],
    [1, Infinity],
  ])('refuses %d g over %d km', (massG, roadKm) => {
    expect(() => transportGCO2e({ massG, roadKm, truck: 'van-3.5t' })).toThrow(RangeError)
  })
})

describe('tripsFor', () => {
  it.each([
    [0, 0],
    [1, 1],
    [4_750_000, 1],
    [4_750_001, 2],
    [100_000_000, 22],
  ])('%d g take %d trips of a 7.5–17 t rigid', (massG, trips) => {
    expect(tripsFor(massG, 'rigid-7.5-17t')).toBe(trips)
  })
})

describe('bestTruckClass', () => {
  it.each([
    [0, 'van-3.5t'],
    [50_000, 'van-3.5t'],
    [444_000, 'van-3.5t'],
    [2_000_000, 'rigid-3.5-7.5t'],
    [4_000_000, 'rigid-7.5-17t'],
    [15_000_000, 'articulated-over-33t'],
    [100_000_000, 'articulated-over-33t'],
  ] as const)('%d g travel best in %s', (massG, name) => {
    expect(bestTruckClass(massG)).toBe(name)
  })

  it('emits no more than any other class', () => {
    fc.assert(
      fc.property(mass, km, truck, (massG, roadKm, other) => {
        const best = transportGCO2e({ massG, roadKm, truck: bestTruckClass(massG) })
        expect(best).toBeLessThanOrEqual(transportGCO2e({ massG, roadKm, truck: other }))
      }),
    )
  })
})
