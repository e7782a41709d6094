import { describe, expect, it } from 'vitest'
import type { Judged } from './calibrate'
import { chooseThresholds, fitTemperature, heldOutVerdictMetrics, judge, verdictMetrics } from './calibrate'

function photos(count: number, photo: Judged): Judged[] {
  return Array.from({ length: count }, () => photo)
}

const judged = [
  ...photos(40, { material: 'door', best: 0.9, bestRight: true, none: 0.02, isMaterial: true }),
  ...photos(20, { material: 'brick', best: 0.7, bestRight: true, none: 0.02, isMaterial: true }),
  ...photos(30, { material: 'stone', best: 0.6, bestRight: false, none: 0.1, isMaterial: true }),
  ...photos(10, { material: 'stone', best: 0.2, bestRight: false, none: 0.3, isMaterial: true }),
  ...photos(85, { material: 'door', best: 0.1, bestRight: false, none: 0.8, isMaterial: false }),
  ...photos(10, { material: 'stone', best: 0.5, bestRight: false, none: 0.3, isMaterial: false }),
  ...photos(5, { material: 'stone', best: 0.65, bestRight: false, none: 0.3, isMaterial: false }),
]

describe('chooseThresholds', () => {
  const thresholds = chooseThresholds(judged, 20)

  it('takes the lowest thresholds that reach the aims, for each material its own', () => {
    expect(thresholds).toEqual({
      notMaterial: 0.31,
      likely: 0.51,
      sure: 0.66,
      hint: 0.05,
      sureByMaterial: { brick: 0.66, door: 0.66, stone: 0.66 },
    })
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
    const { sure, sureByMaterial } = chooseThresholds(wrong, 20)
    expect(sure).toBe(1)
    expect(sureByMaterial).toEqual({ brick: 1, door: 1, stone: 1 })
  })

  it('raises a material whose photos refute the aim, and leaves one of which few photos tell', () => {
    const glass = (count: number, best: number, bestRight: boolean) =>
      photos(count, { material: 'window', best, bestRight, none: 0, isMaterial: true })
    const seen = (...more: Judged[][]) => chooseThresholds([...judged, ...more.flat()], 20).sureByMaterial
    expect(seen(glass(5, 0.8, false), glass(5, 0.95, true))).toMatchObject({ window: 0.81 })
    expect(seen(glass(1, 0.8, false), glass(5, 0.95, true))).toMatchObject({ window: 0.66 })
  })
})

describe('heldOutVerdictMetrics', () => {
  it('judges each fold under thresholds that only the others chose', () => {
    const folds = judged.map(({ material }) => (material === 'brick' ? 1 : 0))
    const { sure } = heldOutVerdictMetrics(judged, folds, 20)
    // The doors’ fold gets its thresholds from twenty bricks, too few for any; the bricks’ fold from the doors.
    expect(sure.share).toBeCloseTo(0.2)
    const elsewhere = judged.map((photo, index) =>
      folds[index] === 0 && photo.material === 'door' ? { ...photo, bestRight: false } : photo,
    )
    expect(heldOutVerdictMetrics(elsewhere, folds, 20).sure.share).toBe(0)
  })
})

describe('judge', () => {
  it('takes either material of an ambiguous label as right', () => {
    expect(judge(['metal', 'other'], [0.7, 0.3], { label: 'metal' })).toEqual({
      material: 'structural-steel',
      best: 0.7,
      bestRight: true,
      none: 0.3,
      isMaterial: true,
    })
  })
})

describe('judge, of a photo that shows two materials', () => {
  it('takes either as right', () => {
    const judgedAs = (also?: string) => judge(['stone', 'concrete'], [0.4, 0.6], { label: 'stone', also })
    expect(judgedAs().bestRight).toBe(false)
    expect(judgedAs('concrete').bestRight).toBe(true)
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
