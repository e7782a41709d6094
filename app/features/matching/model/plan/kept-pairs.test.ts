import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeptPairs } from './kept-pairs'

const offers = fc.uniqueArray(
  fc.record({ partner: fc.nat(30), gain: fc.integer({ min: -4, max: 4 }).filter((gain) => gain !== 0) }),
  { selector: ({ partner }) => partner, maxLength: 20 },
)

describe('KeptPairs', () => {
  it('keeps the best by what they gain, with a claim or without, ties by place, and knows which it keeps', () => {
    fc.assert(
      fc.property(offers, fc.nat(5), (offered, most) => {
        const kept = new KeptPairs(2, most)
        for (const { partner, gain } of offered) kept.offer(1, gain, partner)
        const sorted = offered.toSorted(
          (a, b) => Math.abs(b.gain) - Math.abs(a.gain) || a.partner - b.partner,
        )
        const listed: typeof offered = []
        kept.forEach(1, (partner, gain) => listed.push({ partner, gain }))
        expect(listed).toEqual(sorted.slice(0, most))
        for (const pair of offered) {
          expect(kept.has(1, Math.abs(pair.gain), pair.partner)).toBe(sorted.indexOf(pair) < most)
        }
        kept.forEach(0, () => expect.unreachable())
      }),
    )
  })
})
