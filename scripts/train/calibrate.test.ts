import { describe, expect, it } from 'vitest'
import type { Judged } from './calibrate'
import { chooseThresholds, fitTemperature, judge, verdictMetrics } from './calibrate'

function photos(count: number, photo: Judged): Judged[] {
  return Array.from({ length: count }, () => photo)
}

const judged = [
  ...photos(60, { best: 0.9, bestRight: true, none: 0.02, isMaterial: true }),
  ...photos(30, { best: 0.6, bestRight: false, none: 0.1, isMaterial: true }),
  ...photos(10, { best: 0.2, bestRight: false, none: 0.3, isMaterial: true }),
  ...photos(85, { best: 0.1, bestRight: false, none: 0.8, isMaterial: false }),
  ...photos(10, { best: 0.5, bestRight: false, none: 0.3, isMaterial: false }),
  ...photos(5, { best: 0.65, bestRight: false, none: 0.3, isMaterial: false }),
]

describe('chooseThresholds', () => {
  const thresholds = chooseThresholds(judged, 20)

  it('takes the lowest thresholds that reach the aims', () => {
    expect(thresholds).toEqual({ notMaterial: 0.31, likely: 0.51, sure: 0.66, hint: 0.05 })
  })

  it('reports what they give', () => {
    expect(verdictMetrics(judged, thresholds)).toEqual({
      sure: { share: 0.6, precision: 1 },
      likely: { share: 0.3, precision: 0 },
      missedMaterials: 0,
      outOfScope: { photos: 100, sure: 0, likely: 0.05 },
    })
  })

  it('never says sure when no threshold is precise enough', () => {
    const wrong = judged.map((photo) => ({ ...photo, bestRight: false }))
    expect(chooseThresholds(wrong, 20).sure).toBe(1)
  })
})

describe('judge', () => {
  it('takes either material of an ambiguous label as right', () => {
    expect(judge(['metal', 'other'], [0.7, 0.3], 'metal')).toEqual({
      best: 0.7,
      bestRight: true,
      none: 0.3,
      isMaterial: true,
    })
  })
})

describe('fitTemperature', () => {
  it('cools overconfident logits and leaves calibrated ones', () => {
    const right = Math.log(3)
    const logits = [
      [right, 0],
      [right, 0],
      [right, 0],
      [right, 0],
    ]
    const threeInFour = [0, 0, 0, 1]
    expect(fitTemperature(logits, threeInFour)).toBeCloseTo(1, 2)
    const loud = logits.map((row) => row.map((logit) => logit * 2))
    expect(fitTemperature(loud, threeInFour)).toBeCloseTo(2, 2)
  })
})
