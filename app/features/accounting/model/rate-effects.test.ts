import { describe, expect, it } from 'vitest'
import { rateEffects } from './rate-effects'

describe('rateEffects', () => {
  it('chains: each handover starts where the one before ended', () => {
    const effects = rateEffects([{ massG: 250 }, { massG: 500 }], 10_000)
    expect(effects.map(({ before, after }) => [before.rate, after.rate])).toEqual([
      [0, 0.025],
      [0.025, 0.075],
    ])
  })

  it('has no rate without a denominator', () => {
    expect(rateEffects([{ massG: 250 }], 0)[0]).toMatchObject({
      before: { rate: null },
      after: { rate: null },
    })
  })
})
