import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUnit } from '~/features/classifier/model/embedding'
import { VectorIndex } from './vector-index'

const DIMENSIONS = 5
const vector = fc
  .array(fc.integer({ min: -127, max: 127 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
  .map((values) => Int8Array.from(values))
  .filter((values) => values.some((value) => value !== 0))
const step = fc.record({ key: fc.integer({ min: 0, max: 40 }).map(String), vector: fc.option(vector) })
const pause = () => Promise.resolve()

/** What every kept vector says, looked at one by one. */
function naive(kept: Map<string, Int8Array>, queries: Float32Array[], least: number) {
  return [...kept]
    .map(([key, bytes]) => {
      const unit = toUnit(bytes)!
      const dots = queries.map((query) => query.reduce((sum, value, i) => sum + value * unit[i]!, 0))
      return { key, likeness: Math.max(...dots) }
    })
    .filter(({ likeness }) => likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
}

describe('VectorIndex', () => {
  it('finds what a naive search finds, whatever was put in, replaced and taken out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 120 }),
        fc.array(vector, { minLength: 1, maxLength: 3 }),
        async (steps, asked) => {
          const index = new VectorIndex(DIMENSIONS, 4)
          const kept = new Map<string, Int8Array>()
          for (const { key, vector: bytes } of steps) {
            if (bytes) {
              index.set(key, bytes)
              kept.set(key, bytes)
            } else {
              index.remove(key)
              kept.delete(key)
            }
          }
          const queries = asked.map((bytes) => toUnit(bytes)!)
          const found = await index.nearest(queries, { most: 7, least: 0.2 }, pause)
          const expected = naive(kept, queries, 0.2).slice(0, 7)
          expect(index.size).toBe(kept.size)
          expect(found.length).toBe(expected.length)
          // Sums in another order round otherwise.
          found.forEach(({ likeness }, rank) => expect(likeness).toBeCloseTo(expected[rank]!.likeness, 5))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('pauses between blocks and keeps the best of all of them', async () => {
    const index = new VectorIndex(2)
    for (let key = 0; key < 40_000; key++) {
      const angle = (key * 7919) % 40_000
      index.set(String(angle), Int8Array.of(Math.round(angle / 400), 100))
    }
    let pauses = 0
    const found = await index.nearest([Float32Array.of(0, 1)], { most: 3, least: 0 }, async () => {
      pauses++
      await Promise.resolve()
    })
    expect(pauses).toBe(2)
    expect(found.map(({ likeness }) => likeness)).toEqual([1, 1, 1])
  })

  it('leaves out vectors of another size or without direction', async () => {
    const index = new VectorIndex(2)
    index.set('a', Int8Array.of(1, 2, 3))
    index.set('b', Int8Array.of(0, 0))
    expect(index.size).toBe(0)
    expect(await index.nearest([Float32Array.of(1, 0, 0)], { most: 3, least: -1 }, pause)).toEqual([])
  })
})
