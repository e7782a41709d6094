import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaUnderRoc, calibrationError, coverageAt, meanF1, perLabel, percentile, topShare } from './metrics'

const answers = [
  { probabilities: [0.7, 0.2, 0.1], truth: 0 },
  { probabilities: [0.2, 0.5, 0.3], truth: 2 },
  { probabilities: [0.6, 0.3, 0.1], truth: 1 },
  { probabilities: [0.1, 0.8, 0.1], truth: 1 },
]

describe('topShare', () => {
  it.each([
    [1, 0.5],
    [2, 1],
  ])('of the first %i is %d', (k, expected) => {
    expect(topShare(answers, k)).toBe(expected)
  })

  it('never counts a label the model does not know', () => {
    expect(topShare([{ probabilities: [0.5, 0.5], truth: -1 }], 2)).toBe(0)
  })
})

describe('calibrationError', () => {
  it('is zero when confidence is accuracy and one when sure and wrong', () => {
    const half = [
      { probabilities: [0.5, 0.3, 0.2], truth: 0 },
      { probabilities: [0.5, 0.3, 0.2], truth: 1 },
    ]
    expect(calibrationError(half)).toBeCloseTo(0, 9)
    expect(calibrationError([{ probabilities: [1, 0], truth: 1 }])).toBe(1)
  })
})

describe('coverageAt', () => {
  const graded = [
    { confidence: 0.9, right: true },
    { confidence: 0.8, right: true },
    { confidence: 0.7, right: false },
    { confidence: 0.6, right: true },
  ]
  it.each([
    [1, 0.5],
    [0.75, 1],
    [0.5, 1],
  ])('at precision %d covers %d', (precision, expected) => {
    expect(coverageAt(precision, graded)).toBe(expected)
  })

  it('never splits answers of equal confidence', () => {
    const tied = [
      { confidence: 0.5, right: true },
      { confidence: 0.5, right: false },
    ]
    expect(coverageAt(0.9, tied)).toBe(0)
  })
})

describe('perLabel', () => {
  it('counts recall and precision, and averages F1 over labels with photos', () => {
    const rows = perLabel(answers, ['a', 'b', 'c'])
    expect(rows.a).toEqual({ photos: 1, recall: 1, precision: 0.5, f1: 0.6667 })
    expect(rows.c).toEqual({ photos: 1, recall: 0, precision: 0, f1: 0 })
    expect(meanF1(rows)).toBeCloseTo((0.6667 + 0.5 + 0) / 3, 4)
  })
})

describe('areaUnderRoc', () => {
  it('is 1 when separated, one half for equals, and mirrored when swapped', () => {
    expect(areaUnderRoc([2, 3], [0, 1])).toBe(1)
    expect(areaUnderRoc([1], [1])).toBe(0.5)
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 })
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        expect(areaUnderRoc(a, b) + areaUnderRoc(b, a)).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('percentile', () => {
  it.each([
    [0.5, 3],
    [0.95, 5],
    [0, 1],
  ])('%d of one to five is %d', (rank, expected) => {
    expect(percentile([5, 3, 1, 2, 4], rank)).toBe(expected)
  })
})
