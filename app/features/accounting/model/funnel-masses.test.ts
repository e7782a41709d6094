import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelMasses, type FunnelLot } from './funnel-masses'

const lot = (id: string, more: Partial<FunnelLot> = {}): FunnelLot => ({
  id,
  status: 'published',
  removal: null,
  massG: 1000,
  ...more,
})
const massesOf = (result: ReturnType<typeof funnelMasses>) => result.steps.map(({ massG }) => massG)

describe('the funnel of a cohort', () => {
  it('weighs each stage by what reached it', () => {
    const result = funnelMasses({
      inventoriedG: 10_000,
      handedOverG: 400,
      lots: [
        lot('removed', { removal: 'removed' }),
        lot('in-place', { removal: 'in-place', massG: 3000 }),
        lot('paused', { status: 'paused' }),
        lot('withdrawn', { status: 'withdrawn', removal: 'removed', massG: 9000 }),
      ],
      granted: [
        { lotId: 'removed', isCollected: true, massG: 400 },
        { lotId: 'in-place', isCollected: false, massG: 300 },
      ],
    })
    expect(massesOf(result)).toEqual([10_000, 1000, 5000, 700, 400])
  })

  it('counts what left the site as removed and published, whatever its lot says', () => {
    const result = funnelMasses({
      inventoriedG: 5000,
      handedOverG: 700,
      lots: [lot('unsaid', { massG: null }), lot('gone', { status: 'withdrawn' })],
      granted: [
        { lotId: 'unsaid', isCollected: true, massG: 500 },
        { lotId: 'gone', isCollected: true, massG: 200 },
      ],
    })
    expect(massesOf(result)).toEqual([5000, 700, 700, 700, 700])
    expect(result.lotsWithoutMass).toBe(1)
  })

  it('never has fewer kilograms removed than collected, nor published than granted', () => {
    const lots = fc.array(
      fc.record({
        status: fc.constantFrom('published' as const, 'paused' as const, 'withdrawn' as const),
        removal: fc.constantFrom('removed' as const, 'in-place' as const, null),
        massG: fc.option(fc.integer({ min: 1, max: 1e6 })),
      }),
      { minLength: 1, maxLength: 6 },
    )
    const parts = fc.array(
      fc.record({
        of: fc.nat(5),
        isCollected: fc.boolean(),
        massG: fc.option(fc.integer({ min: 1, max: 1e6 })),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(lots, parts, (someLots, someParts) => {
        const named = someLots.map((one, index) => ({ ...one, id: String(index) }))
        const granted = someParts.map((part) => ({ ...part, lotId: String(part.of % named.length) }))
        const collectedG = granted
          .filter(({ isCollected }) => isCollected)
          .reduce((sum, { massG }) => sum + (massG ?? 0), 0)
        const [, removed = 0, published = 0, reserved = 0] = massesOf(
          funnelMasses({ inventoriedG: 1, handedOverG: collectedG, lots: named, granted }),
        )
        expect(removed).toBeGreaterThanOrEqual(collectedG)
        expect(published).toBeGreaterThanOrEqual(reserved)
        expect(reserved).toBeGreaterThanOrEqual(collectedG)
      }),
    )
  })
})
