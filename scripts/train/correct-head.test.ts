import { describe, expect, it } from 'vitest'
import type { HeadDescription } from '~/features/classifier/model/model-card'
import type { Head } from '../model/head-file'
import type { Known } from './compare-heads'
import { correctHead } from './correct-head'
import { RULES } from './may-replace'
import { seededRandom } from './random'
import { applyLayer } from './softmax-regression'

const LABELS = ['brick', 'door', 'other']
const WIDTH = 6
/** Where the features of a label lie in the world of these tests. */
const CENTRES: Record<string, number[]> = {
  brick: [3, 0, 0, 0, 0, 0],
  door: [0, 3, 0, 0, 0, 0],
  other: [0, 0, 3, 0, 0, 0],
}

/** A head whose weights say these centres: by default the right ones, `mixed` takes bricks for doors. */
function headOf({ mixed = false } = {}): Head {
  const rows = LABELS.map((label) => CENTRES[mixed && label !== 'other' ? swap(label) : label]!)
  const count = { photos: 30, sources: 10 }
  const byLabel = Object.fromEntries(LABELS.map((label) => [label, count]))
  const description: HeadDescription = {
    name: 'test',
    labels: LABELS,
    unknownLabels: ['duct'],
    temperature: 1,
    thresholds: { sure: 0.9, likely: 0.6, notMaterial: 0.5, hint: 0.1 },
    metrics: {
      ...{ protocol: '', photos: 1, sources: 1, top1: 0, top3: 0, macroF1: 0, ece: 0, coverageAt90: 0 },
      ...{ sure: { share: 0, precision: 0 }, likely: { share: 0, precision: 0 }, missedMaterials: 0 },
      ...{ outOfScope: { photos: 0, sure: 0, likely: 0 }, perLabel: {} },
    },
    trainingData: { note: 'before.', byKind: { web: count }, byLabel },
    settings: { penalty: 0.05 },
  }
  return {
    description,
    layer: { weights: rows.map((row) => Float32Array.from(row)), biases: LABELS.map(() => 0) },
  }
}

const swap = (label: string) => (label === 'brick' ? 'door' : 'brick')

function photos(each: number, { seed = 1, labels = LABELS, sources = 12, kind = 'lot' } = {}): Known[] {
  const random = seededRandom(seed)
  return labels.flatMap((label) =>
    Array.from({ length: each }, (_, index) => ({
      file: `${kind}/${label}/${index}`,
      label,
      kind,
      source: `${kind} ${index % sources}`,
      features: Float32Array.from(CENTRES[label]!, (centre) => centre + (random() - 0.5) * 2),
    })),
  )
}

describe('from the own head alone', () => {
  it('mends a head that is wrong, and says it may replace it', () => {
    const own = headOf({ mixed: true })
    const { head, old, new: now, decision } = correctHead({ own, installed: own }, photos(80))
    expect(old.top1).toBeLessThan(0.1)
    expect(now.top1).toBeGreaterThan(0.9)
    expect(decision).toMatchObject({ replaces: true, reason: 'better' })
    expect(head.description.labels).toEqual(LABELS)
    expect(head.description.trainingData.byLabel.brick).toEqual({ photos: 110, sources: 22 })
    expect(head.description.settings).toMatchObject({ examples: 240, penalty: 0.05 })
  })

  it('does not replace a head that is right already', () => {
    const own = headOf()
    expect(correctHead({ own, installed: own }, photos(80)).decision).toMatchObject({
      replaces: false,
      reason: 'not-better',
    })
  })

  it('moves little for few examples and more for many', () => {
    const own = headOf({ mixed: true })
    const moved = (each: number) => {
      const { layer } = correctHead({ own, installed: own }, photos(each)).head
      return Math.hypot(
        ...layer.weights.flatMap((row, label) => [...row].map((x, i) => x - own.layer.weights[label]![i]!)),
      )
    }
    const [few, some, many] = [moved(1), moved(10), moved(100)]
    expect(few).toBeLessThan(some)
    expect(some).toBeLessThan(many)
  })

  it('keeps what it knew of a label that nobody labelled', () => {
    const own = headOf()
    const { layer } = correctHead({ own, installed: own }, photos(60, { labels: ['brick', 'other'] })).head
    const logits = applyLayer(layer, Float32Array.from(CENTRES.door!))
    expect(logits.indexOf(Math.max(...logits))).toBe(LABELS.indexOf('door'))
  })

  it('refuses with too few examples, and with none', () => {
    const own = headOf({ mixed: true })
    expect(correctHead({ own, installed: own }, photos(10)).decision.reason).toBe('too-few-photos')
    expect(correctHead({ own, installed: own }, []).decision.reason).toBe('too-few-photos')
  })

  it('does not measure on sources that the head in use learnt from', () => {
    const own = headOf({ mixed: true })
    const examples = photos(80)
    const first = correctHead({ own, installed: own }, examples)
    const again = correctHead(
      { own, installed: first.head, installedSources: new Set(examples.map(({ source }) => source)) },
      examples,
    )
    expect(again.comparison.pairs).toEqual([])
    expect(again.decision.replaces).toBe(false)
  })
})

describe('with the base photos', () => {
  it('trains on both, learns a label that has enough at last, and measures the examples alone', () => {
    const own = headOf()
    CENTRES.duct = [0, 0, 0, 3, 0, 0]
    const base = photos(40, { seed: 2, kind: 'web' })
    const examples = photos(80, { labels: [...LABELS, 'duct'] })
    const { head, comparison, decision } = correctHead({ own, installed: own }, examples, base)
    expect(head.description.labels).toContain('duct')
    expect(head.description.unknownLabels).toEqual([])
    expect(comparison.pairs).toHaveLength(240)
    expect(comparison.outOfScope).toBeGreaterThan(RULES.minOutOfScope)
    expect(decision).toMatchObject({ replaces: true })
  })

  it('leaves out of the measure the examples of a base source', () => {
    const own = headOf()
    const base = photos(40, { kind: 'web' })
    const { comparison } = correctHead({ own, installed: own }, photos(80, { kind: 'web' }), base)
    expect(comparison.pairs).toEqual([])
  })
})

it('has features as wide as the tests say', () => {
  for (const centre of Object.values(CENTRES)) expect(centre).toHaveLength(WIDTH)
})
