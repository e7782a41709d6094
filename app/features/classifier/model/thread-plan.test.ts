import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planThreads } from './thread-plan'

describe('planThreads', () => {
  it.each([
    { cores: 1, asked: null, threads: 1, coresEach: 1 },
    { cores: 2, asked: null, threads: 1, coresEach: 1 },
    { cores: 4, asked: null, threads: 3, coresEach: 1 },
    { cores: 16, asked: null, threads: 4, coresEach: 3 },
    { cores: 2, asked: 2, threads: 2, coresEach: 1 },
    { cores: 2, asked: 8, threads: 2, coresEach: 1 },
    { cores: 8, asked: 2, threads: 2, coresEach: 4 },
  ])('shares $cores cores when $asked threads are asked for', ({ cores, asked, threads, coresEach }) => {
    expect(planThreads(cores, asked)).toEqual({ threads, coresEach })
  })

  it('never plans more than the cores there are', () => {
    const asked = fc.option(fc.integer({ min: 1, max: 64 }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 128 }), asked, (cores, wanted) => {
        const { threads, coresEach } = planThreads(cores, wanted)
        expect(threads * coresEach).toBeLessThanOrEqual(cores)
        expect(Math.min(threads, coresEach)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
