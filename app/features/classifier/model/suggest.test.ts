import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIALS_BY_LABEL } from './labels'
import { averageScores, noMaterialConfidence, rankMaterials, suggest } from './suggest'
import type { LabelScores, Verdict } from './suggest'

const thresholds = { sure: 0.8, likely: 0.6, notMaterial: 0.5, hint: 0.1 }

const cases: { name: string; photos: LabelScores[]; verdict: Verdict; materials: string[] }[] = [
  { name: 'no photo', photos: [], verdict: 'unsure', materials: [] },
  { name: 'a clear brick', photos: [{ brick: 0.95, other: 0.05 }], verdict: 'sure', materials: ['brick'] },
  {
    name: 'a probable door',
    photos: [{ door: 0.7, glass_window: 0.25, other: 0.05 }],
    verdict: 'likely',
    materials: ['door', 'window'],
  },
  {
    name: 'metal, which is two materials',
    photos: [{ metal: 0.9, pipe: 0.1 }],
    verdict: 'sure',
    materials: ['structural-steel', 'other-metal', 'hvac-plumbing'],
  },
  {
    name: 'labels of one material that add up',
    photos: [{ pipe: 0.45, radiator: 0.4, metal: 0.15 }],
    verdict: 'sure',
    materials: ['hvac-plumbing', 'structural-steel', 'other-metal'],
  },
  {
    name: 'a toss-up',
    photos: [{ stone: 0.4, concrete: 0.35, tile: 0.25 }],
    verdict: 'unsure',
    materials: ['stone', 'concrete', 'ceramic-tile'],
  },
  { name: 'a dog', photos: [{ other: 0.7, carpet: 0.3 }], verdict: 'not-a-material', materials: [] },
  {
    name: 'an empty pallet',
    photos: [{ pallet: 0.6, timber: 0.4 }],
    verdict: 'not-a-material',
    materials: [],
  },
  {
    name: 'one blurred photo among two clear ones',
    photos: [
      { brick: 0.95, other: 0.05 },
      { brick: 0.9, other: 0.1 },
      { brick: 0.5, other: 0.5 },
    ],
    verdict: 'sure',
    materials: ['brick'],
  },
  {
    name: 'photos that contradict each other',
    photos: [
      { brick: 0.97, door: 0.03 },
      { brick: 0.03, door: 0.97 },
    ],
    verdict: 'unsure',
    materials: ['brick', 'door'],
  },
]

describe('suggest', () => {
  it.each(cases)('$name: $verdict', ({ photos, verdict, materials }) => {
    const suggestion = suggest(photos, thresholds)
    expect(suggestion.verdict).toBe(verdict)
    expect(suggestion.candidates.map(({ material }) => material)).toEqual(materials)
  })

  const labels = Object.keys(MATERIALS_BY_LABEL)
  const photo = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), {
      minLength: labels.length,
      maxLength: labels.length,
    })
    .map((raw) => {
      const total = raw.reduce((sum, each) => sum + each, 0)
      return Object.fromEntries(labels.map((label, index) => [label, raw[index]! / total]))
    })
  const lot = fc.array(photo, { minLength: 1, maxLength: 4 })

  it('lists at most three candidates above the hint threshold, in order, and none for no material', () => {
    fc.assert(
      fc.property(lot, (photos) => {
        const { verdict, candidates } = suggest(photos, thresholds)
        expect(candidates.length).toBeLessThanOrEqual(verdict === 'not-a-material' ? 0 : 3)
        candidates.forEach(({ confidence }, index) => {
          expect(confidence).toBeGreaterThanOrEqual(thresholds.hint)
          expect(confidence).toBeLessThanOrEqual(candidates[index - 1]?.confidence ?? 1)
        })
      }),
    )
  })

  it('does not depend on the order of the photos, nor on showing the same photo twice', () => {
    fc.assert(
      fc.property(lot, (photos) => {
        const once = averageScores(photos)
        for (const again of [averageScores([...photos].reverse()), averageScores([...photos, ...photos])]) {
          for (const label of labels) expect(again[label]).toBeCloseTo(once[label]!, 9)
        }
      }),
    )
  })

  it('keeps probabilities that add up to one, split between materials and none', () => {
    fc.assert(
      fc.property(lot, (photos) => {
        const scores = averageScores(photos)
        expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9)
        const materials = rankMaterials(scores).filter(({ material }) => material !== 'other-metal')
        const known = materials.reduce((sum, { confidence }) => sum + confidence, 0)
        expect(known + noMaterialConfidence(scores)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('asks no less of a surer verdict', () => {
    const rank: Record<Verdict, number> = { sure: 2, likely: 1, unsure: 0, 'not-a-material': 0 }
    fc.assert(
      fc.property(lot, fc.double({ min: 0, max: 1, noNaN: true }), (photos, sure) => {
        const strict = suggest(photos, { ...thresholds, sure: Math.max(sure, thresholds.sure) })
        const plain = suggest(photos, thresholds)
        expect(rank[strict.verdict]).toBeLessThanOrEqual(rank[plain.verdict])
      }),
    )
  })
})
