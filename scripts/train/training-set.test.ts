import { describe, expect, it } from 'vitest'
import type { Photo } from './photo-set'
import { MIN_PHOTOS, MIN_SOURCES } from '~/features/classifier/model/training-minimums'
import { countBy, trainingSet } from './training-set'

function photos(label: string, count: number, sources: number, kind = 'web'): Photo[] {
  return Array.from({ length: count }, (_, index) => ({
    file: `${label}/${index}.jpg`,
    label,
    kind,
    source: `${label} ${index % sources}`,
  }))
}

describe('trainingSet', () => {
  const set = trainingSet([
    ...photos('brick', MIN_PHOTOS * 2, MIN_SOURCES),
    ...photos('door', MIN_PHOTOS, MIN_SOURCES),
    ...photos('duct', MIN_PHOTOS - 1, MIN_SOURCES),
    ...photos('ceiling', MIN_PHOTOS, MIN_SOURCES - 1),
    ...photos('other', MIN_PHOTOS, MIN_SOURCES, 'none'),
  ])

  it('leaves out labels with too few photos or sources', () => {
    expect(set.labels).toEqual(['brick', 'door', 'other'])
    expect(set.unknownLabels).toEqual(['ceiling', 'duct'])
    expect(set.photos).toHaveLength(MIN_PHOTOS * 4)
  })

  it('gives labels the same total weight, and pictures of no material a quarter', () => {
    const totals = set.labels.map((_, label) =>
      set.weights.reduce((sum, weight, index) => (set.truths[index] === label ? sum + weight : sum), 0),
    )
    expect(totals[0]).toBeCloseTo(totals[1]!, 9)
    expect(totals[2]).toBeCloseTo(totals[1]! / 4, 9)
  })
})

describe('countBy', () => {
  it('counts photos and their sources', () => {
    expect(countBy(photos('brick', 5, 2), ({ kind }) => kind)).toEqual({ web: { photos: 5, sources: 2 } })
  })
})
