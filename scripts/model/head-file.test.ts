import { describe, expect, it } from 'vitest'
import { headFileOf, parseHead, type Head } from './head-file'

const head: Head = {
  description: {
    name: 'reuse-materials',
    labels: ['brick', 'other'],
    unknownLabels: ['duct'],
    temperature: 1.1,
    thresholds: { sure: 0.8, likely: 0.6, notMaterial: 0.5, hint: 0.05 },
    metrics: {
      protocol: 'none',
      photos: 0,
      sources: 0,
      top1: 0,
      top3: 0,
      macroF1: 0,
      ece: 0,
      coverageAt90: 0,
      sure: { share: 0, precision: 0 },
      likely: { share: 0, precision: 0 },
      missedMaterials: 0,
      outOfScope: { photos: 0, sure: 0, likely: 0 },
      perLabel: {},
    },
    trainingData: { note: 'none', byKind: {}, byLabel: {} },
    settings: { penalty: 0.1 },
  },
  layer: { weights: [Float32Array.of(0.5, -2, 0.25), Float32Array.of(1, 0, -0.125)], biases: [0.5, -1] },
}

function halves(count: number): string {
  return Buffer.alloc(2 * count).toString('base64')
}

describe('a head file', () => {
  it('reads back what was written, through JSON', () => {
    expect(parseHead(JSON.parse(JSON.stringify(headFileOf(head))))).toEqual(head)
  })

  it('carries a projection when it has one', () => {
    const projection = {
      mean: Float32Array.of(0.5, 0, -1),
      rows: [1, 2].map((x) => Float32Array.of(x, 0, 0.25)),
    }
    const written: unknown = JSON.parse(JSON.stringify(headFileOf({ ...head, projection })))
    expect(parseHead(written)).toEqual({ ...head, projection })
  })

  it.each([
    ['the projection fits other features', { projection: { mean: halves(4), rows: [halves(4), halves(4)] } }],
    ['a row is missing', { weights: [Buffer.alloc(6).toString('base64')] }],
    ['a bias is missing', { biases: [1] }],
    ['rows differ in length', { weights: [4, 6].map((size) => Buffer.alloc(size).toString('base64')) }],
    ['a threshold is no share', { thresholds: { ...head.description.thresholds, sure: 1.2 } }],
  ])('is refused when %s', (_name, fault) => {
    expect(() => parseHead({ ...headFileOf(head), ...fault })).toThrow()
  })
})
