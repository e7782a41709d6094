import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyLayer, fitSoftmax, softmax } from './softmax-regression'

const features = [
  [0, 0],
  [0.2, 0.1],
  [5, 0],
  [5.2, 0.1],
  [0, 5],
  [0.1, 5.2],
].map((row) => Float32Array.from(row))
const labels = [0, 0, 1, 1, 2, 2]
const equal = labels.map(() => 1)

describe('fitSoftmax', () => {
  it('separates clusters', () => {
    const layer = fitSoftmax({ features, labels, weights: equal }, 3, 1e-3)
    const answers = features.map((row) => {
      const logits = applyLayer(layer, row)
      return logits.indexOf(Math.max(...logits))
    })
    expect(answers).toEqual(labels)
  })

  it('falls back on the weighted shares of labels under a heavy penalty', () => {
    const weights = [1, 1, 2, 2, 3, 3]
    const layer = fitSoftmax({ features, labels, weights }, 3, 10)
    const shares = softmax(applyLayer(layer, Float32Array.of(1, 1)))
    ;[1 / 6, 2 / 6, 3 / 6].forEach((share, label) => expect(shares[label]).toBeCloseTo(share, 1))
  })

  it('ignores rows that count for nothing', () => {
    const spoilt = [...features, Float32Array.of(0, 0)]
    const weights = [...equal, 0]
    const layer = fitSoftmax({ features: spoilt, labels: [...labels, 2], weights }, 3, 1e-2)
    expect(softmax(applyLayer(layer, Float32Array.of(0, 0)))[0]).toBeGreaterThan(0.9)
  })
})

describe('fitSoftmax with an anchor', () => {
  const anchor = fitSoftmax({ features, labels, weights: equal }, 3, 1e-2)
  const turned = { features, labels: labels.map((label) => (label + 1) % 3), weights: equal }

  it('is the anchor under a heavy penalty, whatever the rows say', () => {
    const layer = fitSoftmax(turned, 3, 1e4, anchor)
    layer.weights.forEach((row, label) =>
      row.forEach((weight, i) => expect(weight).toBeCloseTo(anchor.weights[label]![i]!, 2)),
    )
    layer.biases.forEach((bias, label) => expect(bias).toBeCloseTo(anchor.biases[label]!, 2))
  })

  it('follows the rows under a light one', () => {
    const layer = fitSoftmax(turned, 3, 1e-4, anchor)
    const answers = features.map((row) => {
      const logits = applyLayer(layer, row)
      return logits.indexOf(Math.max(...logits))
    })
    expect(answers).toEqual(turned.labels)
  })
})

describe('softmax', () => {
  it('gives probabilities in the order of the logits, whatever the temperature', () => {
    const logits = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(logits, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, temperature) => {
        const shares = softmax(values, temperature)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        values.forEach((value, i) =>
          values.forEach((other, j) => {
            if (value > other) expect(shares[i]!).toBeGreaterThanOrEqual(shares[j]!)
          }),
        )
      }),
    )
  })
})
