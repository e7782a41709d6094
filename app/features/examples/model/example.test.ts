import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { byDoubt, disagrees, doubtOf } from './doubt'
import { EXAMPLE_LABELS, labelsOfMaterial, offeredLabels, onlyLabelOf, originAfter } from './example'
import { progressOf } from './progress'

describe('labels of a material', () => {
  it('leave no doubt for a door, several answers for heating, none for what is not named', () => {
    expect(onlyLabelOf('door')).toBe('door')
    expect(labelsOfMaterial('hvac-plumbing')).toEqual(expect.arrayContaining(['pipe', 'radiator', 'duct']))
    expect(onlyLabelOf('hvac-plumbing')).toBeNull()
    expect(onlyLabelOf('other')).toBeNull()
  })

  it('are offered once each, what the person chose first, at most eight', () => {
    const candidates = MATERIAL_TYPES.map((material) => ({ material }))
    const offered = offeredLabels({ material: 'hvac-plumbing', label: 'radiator' }, candidates)
    expect(offered[0]).toBe('radiator')
    expect(offered.slice(0, 3).sort()).toEqual(['duct', 'pipe', 'radiator'])
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered).toHaveLength(8)
    expect(offered).not.toContain('other')
  })

  it('stay the giver’s when the administrator says the same, finer', () => {
    const chosen = { origin: 'correction', material: 'hvac-plumbing', label: null } as const
    expect(originAfter(chosen, 'radiator')).toBe('correction')
    expect(originAfter(chosen, 'door')).toBe('administrator')
    const filed = { origin: 'folder', material: null, label: 'cable' } as const
    expect(originAfter(filed, 'cable')).toBe('folder')
    expect(originAfter(filed, 'lighting')).toBe('administrator')
  })
})

describe('doubt', () => {
  const said = (...confidences: number[]) => ({
    candidates: confidences.map((confidence, index) => ({ material: MATERIAL_TYPES[index]!, confidence })),
  })

  it('is one less the margin of the two best, 1 when nothing was said', () => {
    expect(doubtOf(null)).toBe(1)
    expect(doubtOf(said())).toBe(1)
    expect(doubtOf(said(1))).toBe(0)
    expect(doubtOf(said(0.6, 0.4))).toBeCloseTo(0.8)
    expect(doubtOf(said(0.5, 0.5))).toBe(1)
  })

  it('takes materials that one label proposes together for one answer', () => {
    const metal = [
      { material: 'structural-steel', confidence: 0.8 },
      { material: 'other-metal', confidence: 0.8 },
      { material: 'concrete', confidence: 0.1 },
    ] as const
    expect(doubtOf({ candidates: metal })).toBeCloseTo(0.3)
    const photo = { photoId: 'a', said: { candidates: metal } }
    expect(disagrees({ ...photo, material: 'other-metal' })).toBe(false)
    expect(disagrees({ ...photo, material: 'concrete' })).toBe(true)
    expect(disagrees({ ...photo, material: null })).toBe(false)
  })

  it('comes after disagreement in the order, and keeps every photo', () => {
    const rows = [
      { photoId: 'sure', material: 'concrete', said: said(0.9) },
      { photoId: 'unsaid', material: 'concrete', said: null },
      { photoId: 'disputed', material: 'door', said: said(0.99) },
      { photoId: 'torn', material: 'concrete', said: said(0.5, 0.4) },
    ] as const
    expect(byDoubt(rows).map(({ photoId }) => photoId)).toEqual(['disputed', 'unsaid', 'torn', 'sure'])
  })
})

describe('progress', () => {
  it('adds what was trained to what was accepted, and puts the label nearest to enough first', () => {
    const rows = progressOf({
      trained: { radiator: { photos: 6, sources: 3 }, door: { photos: 90, sources: 20 } },
      accepted: { radiator: { photos: 3, sources: 2 }, duct: { photos: 1, sources: 1 } },
      waiting: { duct: 4 },
      known: ['door'],
    })
    expect(rows.map(({ label }) => label).sort()).toEqual([...EXAMPLE_LABELS].sort())
    expect(rows[0]).toMatchObject({
      label: 'radiator',
      photos: 9,
      sources: 5,
      isEnough: false,
      isKnown: false,
    })
    expect(rows[1]).toMatchObject({ label: 'duct', waiting: 4 })
    expect(rows.at(-1)).toMatchObject({ label: 'door', isEnough: true, isKnown: true })
  })
})
