import { describe, expect, it } from 'vitest'
import { seededRandom } from './random'
import { applyLayer, fitSoftmax, softmax } from './softmax-regression'
import { fitWideSoftmax } from './wide-softmax'

/** Forty samples of three labels in sixty features, of which the first three tell the label. */
function madeSample() {
  const random = seededRandom(7)
  const labels = Array.from({ length: 40 }, (_, index) => index % 3)
  const features = labels.map((label) =>
    Float32Array.from({ length: 60 }, (_, i) => random() - 0.5 + (i === label ? 1 : 0)),
  )
  return {
    features,
    labels,
    weights: labels.map((label) => (label === 0 ? 2 : 1)),
    seconds: labels.map(() => -1),
  }
}

describe('fitWideSoftmax', () => {
  it('finds the layer that a fit on the features themselves finds', () => {
    const sample = madeSample()
    const wide = fitWideSoftmax(sample, 3, { penalty: 0.05, smoothing: 0, secondShare: 0 })
    const plain = fitSoftmax(sample, 3, 0.05)
    for (const row of sample.features) {
      const [a, b] = [wide, plain].map((layer) => softmax(applyLayer(layer, row)))
      a!.forEach((probability, label) => expect(probability).toBeCloseTo(b![label]!, 1))
    }
  })

  it('answers the labels it learnt, less surely when targets are smoothed', () => {
    const sample = madeSample()
    const surest = (smoothing: number) => {
      const layer = fitWideSoftmax(sample, 3, { penalty: 1e-4, smoothing, secondShare: 0 })
      const answers = sample.features.map((row) => softmax(applyLayer(layer, row)))
      answers.forEach((row, index) => expect(row.indexOf(Math.max(...row))).toBe(sample.labels[index]))
      return Math.max(...answers.flat())
    }
    expect(surest(0.3)).toBeLessThan(surest(0))
  })

  it('gives a second label its share', () => {
    const sample = madeSample()
    const seconds = sample.labels.map((label) => (label === 0 ? 1 : -1))
    const layer = fitWideSoftmax({ ...sample, seconds }, 3, { penalty: 1e-3, smoothing: 0, secondShare: 0.3 })
    const both = softmax(applyLayer(layer, sample.features[0]!))
    expect(both[0]).toBeGreaterThan(both[1]!)
    expect(both[1]).toBeGreaterThan(0.2)
    expect(both[2]).toBeLessThan(0.1)
  })
})
