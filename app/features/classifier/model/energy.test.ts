import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_ENERGY, energyOf } from './energy'

const settings = {
  wattsPerThread: { value: 5, source: 'a', year: 2024 },
  pue: { value: 1.5, source: 'b', year: 2024 },
  gramsPerKwh: { value: 40, source: 'c', year: 2024 },
}

it('follows its formula: an hour of one thread at 5 W in a data centre of PUE 1.5', () => {
  expect(energyOf(3_600_000, settings)).toEqual({ wh: 7.5, gCo2e: 0.3 })
})

it('grows in proportion to time, and costs nothing for none', () => {
  expect(energyOf(0, settings)).toEqual({ wh: 0, gCo2e: 0 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (ms) => {
      expect(energyOf(2 * ms, settings).wh).toBeCloseTo(2 * energyOf(ms, settings).wh, 6)
    }),
  )
})

it('has a source and a year for each default', () => {
  for (const { value, source, year } of Object.values(DEFAULT_ENERGY)) {
    expect(value).toBeGreaterThan(0)
    expect(source).not.toBe('')
    expect(year).toBeGreaterThanOrEqual(2020)
  }
})
