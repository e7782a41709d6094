import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationBins, confusionOf } from './confusion'
import { calibrationError, topShare } from './metrics'

const LABELS = ['brick', 'door', 'other']
const answers = fc.array(
  fc.record({
    probabilities: fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
      .map((raw) => raw.map((each) => each / raw.reduce((sum, one) => sum + one, 0))),
    truth: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1 },
)

const tied = (truth: number) => ({ probabilities: [1 / 3, 1 / 3, 1 / 3], truth })

describe('confusionOf', () => {
  it('counts each photo once, in the row of what it shows and the column of what was said', () => {
    const said = [
      { probabilities: [0.7, 0.2, 0.1], truth: 0 },
      { probabilities: [0.2, 0.7, 0.1], truth: 0 },
      { probabilities: [0.1, 0.1, 0.8], truth: 2 },
      { probabilities: [0.1, 0.1, 0.8], truth: -1 },
    ]
    expect(confusionOf(said, LABELS)).toEqual({
      labels: LABELS,
      counts: [
        [1, 1, 0],
        [0, 0, 0],
        [0, 0, 1],
      ],
    })
  })

  it('takes the first of equals for what was said, as the share of photos that are right does', () => {
    const said = [{ probabilities: [0.25, 0.25, 0.5], truth: 1 }, ...[0, 1, 2].map(tied)]
    expect(confusionOf(said, LABELS).counts.map((row, index) => row[index])).toEqual([1, 0, 0])
    expect([topShare(said, 1), topShare(said, 2)]).toEqual([0.25, 0.5])
  })

  it('has on its diagonal the share of photos that are right', () => {
    fc.assert(
      fc.property(answers, (said) => {
        const { counts } = confusionOf(said, LABELS)
        const diagonal = counts.reduce((sum, row, index) => sum + row[index]!, 0)
        expect(diagonal / said.length).toBeCloseTo(topShare(said, 1), 9)
      }),
    )
  })
})

describe('calibrationBins', () => {
  it('gives the expected calibration error back', () => {
    fc.assert(
      fc.property(answers, (said) => {
        const bins = calibrationBins(said)
        const gap = bins.reduce((sum, bin) => sum + bin.photos * Math.abs(bin.confidence - bin.right), 0)
        expect(gap / said.length).toBeCloseTo(calibrationError(said), 3)
        expect(bins.reduce((sum, { photos }) => sum + photos, 0)).toBe(said.length)
      }),
    )
  })

  it('keeps the surest answers in the last bin and leaves empty ones out', () => {
    expect(calibrationBins([{ probabilities: [1, 0, 0], truth: 0 }])).toEqual([
      { from: 0.9, until: 1, photos: 1, confidence: 1, right: 1 },
    ])
  })
})
