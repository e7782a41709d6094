import { describe, expect, it } from 'vitest'
import { dot } from './principal-axes'
import { fitProjection, project, type LabelledRows } from './projection'
import { seededRandom } from './random'

/**
 * Rows whose label shows in a small first number only, beside a second number that varies widely within labels and
 * some noise.
 */
function labelled(count: number): LabelledRows {
  const random = seededRandom(8)
  const truths = Array.from({ length: count }, (_, index) => index % 2)
  const features = truths.map((truth) =>
    Float32Array.of(truth + 0.1 * random(), 4 * random(), ...Array.from({ length: 6 }, () => 0.2 * random())),
  )
  return { features, truths }
}

function sameLabelShare(rows: LabelledRows, vectors: readonly Float32Array[]): number {
  const right = vectors.filter((vector, query) => {
    const likeness = vectors.map((other, index) => (index === query ? -2 : dot(vector, other)))
    return rows.truths[likeness.indexOf(Math.max(...likeness))] === rows.truths[query]
  })
  return right.length / vectors.length
}

describe('fitProjection', () => {
  it.each(['plain', 'whitened', 'within-label'] as const)('gives %s vectors of length one', (kind) => {
    const rows = labelled(80)
    const projection = fitProjection(rows, { kind, dimensions: 3 })
    expect(projection.rows).toHaveLength(3)
    expect(projection.mean).toHaveLength(8)
    const vector = project(projection, rows.features[7]!)
    expect(dot(vector, vector)).toBeCloseTo(1, 5)
  })

  it('tells labels apart where they differ little beside what varies within them', () => {
    const rows = labelled(120)
    const shares = (['plain', 'within-label'] as const).map((kind) => {
      const projection = fitProjection(rows, { kind, dimensions: 1 })
      return sameLabelShare(
        rows,
        rows.features.map((row) => project(projection, row)),
      )
    })
    expect(shares[1]).toBeGreaterThan(0.95)
    expect(shares[0]).toBeLessThan(0.7)
  })

  it('depends on the rows alone', () => {
    const rows = labelled(60)
    expect(fitProjection(rows, { kind: 'within-label', dimensions: 4 })).toEqual(
      fitProjection(rows, { kind: 'within-label', dimensions: 4 }),
    )
  })
})
