import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communesWithin } from './nearby'

const paris = { code: '75056', lat: 48.8534, lon: 2.3488 }
const montreuil = { code: '93048', lat: 48.8644, lon: 2.4432 }
const antony = { code: '92002', lat: 48.7537, lon: 2.2976 }

describe('communes within a radius', () => {
  it('keeps those whose point is near enough, itself at 0', () => {
    const near = communesWithin([paris, montreuil, antony], '75056', 10)
    expect([...(near ?? [])].map(([code]) => code)).toEqual(['75056', '93048'])
    expect(near?.get('75056')).toBe(0)
    expect(near?.get('93048')).toBeCloseTo(7, 0)
  })

  it('knows nothing of a commune that is not in the list', () => {
    expect(communesWithin([paris], '13055', 10)).toBeNull()
  })

  it('never loses a commune when the radius grows', () => {
    const place = fc.record({
      lat: fc.double({ min: 48, max: 49, noNaN: true }),
      lon: fc.double({ min: 2, max: 3, noNaN: true }),
    })
    const radius = fc.double({ min: 0, max: 60, noNaN: true })
    fc.assert(
      fc.property(fc.array(place), radius, radius, (places, a, b) => {
        const communes = [paris, ...places.map((point, index) => ({ ...point, code: String(index) }))]
        const [small, large] = a < b ? [a, b] : [b, a]
        const inner = communesWithin(communes, paris.code, small)
        const outer = communesWithin(communes, paris.code, large)
        for (const [code, km] of inner ?? []) expect(outer?.get(code)).toBe(km)
      }),
    )
  })
})
