import { describe, expect, it } from 'vitest'
import type { Photo } from './photo-set'
import { lowerBound, measureSecondLevel, typesOfSeveralLabels } from './second-level'

const SEED = 3

function photos(label: string, count: number, sources: number, more: Partial<Photo> = {}) {
  return Array.from({ length: count }, (_, index): Photo => ({
    file: `${label}/${index}.jpg`,
    label,
    kind: 'web',
    source: `${label} ${index % sources}`,
    ...more,
  }))
}

/** Features that tell `signs` apart, with a second number that tells nothing. */
function featuresOf(all: readonly Photo[], signs: Readonly<Record<string, number>>) {
  return all.map(({ label }, index) => Float32Array.of(signs[label] ?? 0, (index % 7) / 7))
}

function measured(all: readonly Photo[], signs: Readonly<Record<string, number>>) {
  return measureSecondLevel(all, featuresOf(all, signs), SEED)
}

describe('typesOfSeveralLabels', () => {
  it('names the types whose labels the photos can tell apart, and no label of two types', () => {
    const all = ['pipe', 'radiator', 'brick', 'metal', 'other'].flatMap((label) => photos(label, 1, 1))
    expect([...typesOfSeveralLabels(all)]).toEqual([['hvac-plumbing', ['pipe', 'radiator']]])
  })
})

describe('measureSecondLevel', () => {
  const all = [...photos('pipe', 40, 8), ...photos('radiator', 20, 5), ...photos('brick', 20, 5)]

  it('says what photos tell apart, and is right of it', () => {
    const rows = measured(all, { pipe: 1, radiator: -1 })
    expect(rows).toMatchObject([
      {
        material: 'hvac-plumbing',
        label: 'pipe',
        photos: 40,
        sources: 8,
        said: 40,
        right: 40,
        saidSources: 8,
      },
      { label: 'radiator', photos: 20, sources: 5, said: 20, right: 20 },
    ])
    expect(rows[0]!.share).toBeCloseTo(2 / 3)
  })

  it('says nothing with confidence when photos tell nothing', () => {
    expect(measured(all, {}).map(({ said }) => said)).toEqual([0, 0])
  })

  it('leaves out labels of few sources, and the type with them when one is left', () => {
    expect(measured([...photos('pipe', 40, 8), ...photos('radiator', 20, 4)], { pipe: 1 })).toEqual([])
  })

  it('measures neither renders nor photos that show both labels', () => {
    const rows = measured(
      [
        ...all,
        ...photos('radiator', 6, 6, { kind: 'asset', source: 'library' }),
        ...photos('radiator', 3, 3, { also: 'pipe' }),
      ],
      { pipe: 1, radiator: -1 },
    )
    expect(rows[1]).toMatchObject({ label: 'radiator', photos: 20, sources: 5 })
  })
})

describe('lowerBound', () => {
  it('is low for few answers, nears the share for many, and is none without an answer', () => {
    expect(lowerBound(9, 10)).toBeCloseTo(0.596, 3)
    expect(lowerBound(900, 1000)).toBeCloseTo(0.88, 2)
    expect(lowerBound(0, 0)).toBe(0)
  })
})
