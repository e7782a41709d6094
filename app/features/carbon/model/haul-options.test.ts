import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { haulOptions, leastEmitting } from './haul-options'
import { bestTruckClass, transportGCO2e } from './transport'

const T = 1_000_000
const shown = (massG: number, access: Parameters<typeof haulOptions>[2] = null) =>
  haulOptions(massG, 15, access).map(({ truck, trips }) => `${truck} ${trips}`)

describe('the vehicles that make sense', () => {
  it.each([
    [0.4 * T, null, ['van-3.5t 1']],
    [2 * T, null, ['van-3.5t 5', 'rigid-3.5-7.5t 1']],
    [8 * T, null, ['rigid-3.5-7.5t 4', 'rigid-7.5-17t 2', 'rigid-over-17t 1', 'articulated-over-33t 1']],
    [100 * T, null, ['articulated-over-33t 6']],
    [2 * T, 'van', ['van-3.5t 5']],
    [8 * T, 'truck', ['rigid-3.5-7.5t 4', 'rigid-7.5-17t 2', 'rigid-over-17t 1']],
    [8 * T, 'hand', ['van-3.5t 19']],
  ] as const)('%d g with access %s', (massG, access, expected) => {
    expect(shown(massG, access)).toEqual(expected)
  })

  it('hold the one that emits least, as the score takes it, whatever the mass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 * T }), (massG) => {
        const least = leastEmitting(haulOptions(massG, 15, null))
        const straight = { massG, roadKm: 15 * 1.34 }
        expect(least?.meanG).toBe(transportGCO2e({ ...straight, truck: bestTruckClass(massG) }))
      }),
    )
  })

  it('have a range around the mean', () => {
    const [option] = haulOptions(2 * T, 15, 'truck')
    expect(option!.lowG).toBeLessThan(option!.meanG)
    expect(option!.highG).toBeGreaterThan(option!.meanG)
  })
})
