import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttributeValues } from '~/core/attributes/values'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { drawPiece, pieceOf } from './sketch'

const TABLE: [MaterialType, AttributeValues, [string, string, string | null] | null][] = [
  [
    'door',
    { leafWidth: 830, leafHeight: 2040, leafThickness: 40 },
    ['leafWidth', 'leafHeight', 'leafThickness'],
  ],
  ['door', { leafWidth: 830 }, null],
  ['window', { width: 1200, height: 1250 }, ['width', 'height', null]],
  ['brick', { length: 220, width: 105, height: 60 }, ['length', 'height', 'width']],
  ['concrete', { length: 500, width: 200, thickness: 200 }, ['length', 'width', 'thickness']],
  [
    'structural-timber',
    { sectionWidth: 75, sectionHeight: 225, length: 4000 },
    ['length', 'sectionHeight', 'sectionWidth'],
  ],
  ['structural-steel', { profileHeight: 200, length: 6000 }, ['length', 'profileHeight', null]],
  ['raised-floor', { panelSide: 600, thickness: 38 }, ['panelSide', 'panelSide', 'thickness']],
  ['hvac-plumbing', { diameter: 160 }, ['diameter', 'diameter', null]],
  ['sanitary', { width: 600, depth: 480, height: 850 }, ['width', 'height', 'depth']],
  // An attribute of another sheet says nothing of this material.
  ['roof-tile', { length: 400, height: 900 }, null],
  ['furniture', {}, null],
]

describe('the piece that a sheet describes', () => {
  it.each(TABLE)('%s %j', (material, values, expected) => {
    const piece = pieceOf(material, values)
    expect(piece && [piece.across.key, piece.up.key, piece.deep?.key ?? null]).toEqual(expected)
  })
})

it('is drawn within its frame, both sides at one scale, with a bar that fits', () => {
  const mm = fc.integer({ min: 1, max: 20_000 })
  const frame = { width: 240, height: 150 }
  fc.assert(
    fc.property(mm, mm, fc.option(mm), (width, height, depth) => {
      const values = { width, height, ...(depth === null ? {} : { depth }) }
      const drawn = drawPiece(pieceOf('furniture', values)!, frame)
      expect(drawn.width + drawn.shift).toBeLessThanOrEqual(frame.width + 1e-6)
      expect(drawn.height + drawn.shift).toBeLessThanOrEqual(frame.height + 1e-6)
      expect(drawn.width / width).toBeCloseTo(drawn.height / height, 9)
      expect(drawn.bar.length).toBeCloseTo((drawn.bar.mm * drawn.width) / width, 6)
    }),
  )
})

it('knows a drawing for most materials', () => {
  const all = { length: 400, width: 300, height: 200, thickness: 20, depth: 100, panelSide: 600 }
  const most = {
    ...all,
    leafWidth: 830,
    leafHeight: 2040,
    profileHeight: 200,
    sectionHeight: 200,
    diameter: 9,
  }
  expect(MATERIAL_TYPES.filter((material) => !pieceOf(material, most))).toEqual([])
})
