import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIALS_BY_LABEL } from './labels'
import { promptGroups } from './prompts'
import { suggest } from './suggest'
import { cosine, logitScaleOf, meanDirection, unit, UNMEASURED, zeroShotScores } from './zero-shot'

const vector = fc
  .array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 })
  .filter((values) => values.some(Boolean))
  .map((values) => Float32Array.from(values))

const prototypes = [
  { label: 'brick', direction: Float32Array.of(1, 0, 0) },
  { label: 'door', direction: Float32Array.of(0, 1, 0) },
  { label: 'door', direction: Float32Array.of(0, 0, 1) },
]

describe('unit', () => {
  it('has length one and the same direction', () => {
    fc.assert(
      fc.property(vector, (values) => {
        const scaled = unit(values)
        expect(Math.hypot(...scaled)).toBeCloseTo(1, 5)
        expect(cosine(scaled, unit(values.map((value) => value * 3)))).toBeCloseTo(1, 5)
      }),
    )
  })

  it.each([[Float32Array.of(0, 0)], [Float32Array.of(NaN, 1)]])('refuses %j', (values) => {
    expect(() => unit(values)).toThrow('without direction')
  })
})

describe('meanDirection', () => {
  it('gives each vector the same weight, whatever its length', () => {
    const mean = meanDirection([Float32Array.of(100, 0), Float32Array.of(0, 1)])
    expect([...mean]).toEqual([expect.closeTo(Math.SQRT1_2, 5), expect.closeTo(Math.SQRT1_2, 5)])
  })
})

describe('zeroShotScores', () => {
  it('adds up to one, over each label once', () => {
    fc.assert(
      fc.property(vector, fc.integer({ min: 1, max: 100 }), (photo, sharpness) => {
        const scores = zeroShotScores(unit(photo), prototypes, sharpness)
        expect(Object.keys(scores)).toEqual(['brick', 'door'])
        expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 6)
      }),
    )
  })

  it('takes the closest of a label’s prototypes, so that having several is no advantage', () => {
    const scores = zeroShotScores(unit(Float32Array.of(1, 1, 0)), prototypes, 50)
    expect(scores.brick).toBeCloseTo(0.5, 5)
  })

  it('is the softmax of the cosines times the sharpness', () => {
    const scores = zeroShotScores(Float32Array.of(0, 0.6, 0.8), prototypes, 2)
    expect(scores.door).toBeCloseTo(Math.exp(1.6) / (Math.exp(1.6) + 1), 5)
  })

  it('refuses a photo of another space', () => {
    expect(() => zeroShotScores(Float32Array.of(1, 0), prototypes, 1)).toThrow('2 and 3')
  })
})

describe('logitScaleOf', () => {
  it('finds the slope whatever the offset', () => {
    expect(logitScaleOf([0.1, 0.2, 0.35], [7, 17, 32])).toBeCloseTo(100)
  })

  it.each([
    [
      [0.2, 0.2],
      [1, 2],
    ],
    [
      [0.1, 0.3],
      [3, 1],
    ],
    [
      [0.1, 0.3],
      [NaN, 1],
    ],
  ])('cannot tell from %j and %j', (cosines, logits) => {
    expect(logitScaleOf(cosines, logits)).toBeNull()
  })
})

describe('the prompts', () => {
  const groups = promptGroups()

  it('describe each label, in French and in English', () => {
    expect([...new Set(groups.map(({ label }) => label))]).toEqual(Object.keys(MATERIALS_BY_LABEL))
    for (const { sentences } of groups) {
      expect(sentences).toHaveLength(6)
      expect(
        sentences.filter((sentence) => /^a |^gros plan|^photo : | sur un chantier$/.test(sentence)),
      ).toHaveLength(6)
    }
  })

  it('never say the same of two things', () => {
    const sentences = groups.flatMap((group) => group.sentences)
    expect(new Set(sentences).size).toBe(sentences.length)
  })
})

describe('an unmeasured model', () => {
  it('never says that it is sure', () => {
    const { verdict } = suggest([{ brick: 0.999, other: 0.001 }], UNMEASURED.thresholds)
    expect(verdict).toBe('likely')
  })
})
