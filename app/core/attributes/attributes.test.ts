import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '../material-types'
import { ATTRIBUTES, definitionOf, type AttributeKey } from './definitions'
import { sheetOf } from './sheets'
import { knownAttributes, listAttributes, parseAttributes } from './values'
import { judgeAttribute, parseWanted } from './wanted'

const KEYS = Object.keys(ATTRIBUTES) as AttributeKey[]

describe('the sheets', () => {
  it.each(MATERIAL_TYPES)('%s names each attribute once', (material) => {
    expect(sheetOf(material).length).toBeGreaterThan(0)
    expect(new Set(sheetOf(material)).size).toBe(sheetOf(material).length)
  })

  it('leave no attribute unused', () => {
    const used = new Set(MATERIAL_TYPES.flatMap((material) => [...sheetOf(material)]))
    expect(KEYS.filter((key) => !used.has(key))).toEqual([])
  })
})

describe('reading a sheet from a form', () => {
  it('keeps numbers, choices and flags of the material, and nothing else', () => {
    const parsed = parseAttributes('door', {
      leafWidth: '830',
      leafHeight: ' 2 040 ',
      openingHand: 'left',
      frameIncluded: 'on',
      fireRating: '',
      windowFrame: 'wood',
      powerW: 'not a number',
    })
    expect(parsed).toEqual({
      ok: true,
      values: { leafWidth: 830, leafHeight: 2040, openingHand: 'left', frameIncluded: true },
    })
  })

  it.each([
    ['leafWidth', 'large', 'invalid_number'],
    ['leafWidth', '0', 'invalid_number'],
    ['leafWidth', '-830', 'invalid_number'],
    ['leafWidth', '830000', 'too_big'],
    ['openingHand', 'up', 'invalid_choice'],
    ['frameIncluded', 'maybe', 'invalid_choice'],
  ] as const)('says that %s «%s» is %s', (key, text, code) => {
    expect(parseAttributes('door', { [key]: text })).toEqual({ ok: false, faults: [{ key, code }] })
  })

  it('rounds to the decimals of the attribute', () => {
    expect(parseAttributes('insulation', { thermalR: '3,149' })).toEqual({
      ok: true,
      values: { thermalR: 3.15 },
    })
  })

  it('lists what is known in the order of the sheet', () => {
    expect(listAttributes('door', { frameIncluded: true, leafWidth: 830 }).map(({ key }) => key)).toEqual([
      'leafWidth',
      'frameIncluded',
    ])
  })

  it('drops what storage holds and the product no longer knows', () => {
    expect(knownAttributes({ leafWidth: 830, weightOfSoul: 21, height: null })).toEqual({ leafWidth: 830 })
  })
})

describe('what is wanted', () => {
  it('takes the usual tolerance unless one is given', () => {
    const parsed = parseWanted('door', {
      leafWidth: { value: '830' },
      leafHeight: { value: '2040', tolerance: '0' },
      openingHand: { value: ['left', 'reversible', 'left'] },
      frameIncluded: { value: 'on' },
    })
    expect(parsed).toEqual({
      ok: true,
      values: {
        leafWidth: { kind: 'number', value: 830, tolerance: 5 },
        leafHeight: { kind: 'number', value: 2040, tolerance: 0 },
        openingHand: { kind: 'choice', anyOf: ['left', 'reversible'] },
        frameIncluded: { kind: 'flag' },
      },
    })
  })

  it('refuses a tolerance that is no number', () => {
    expect(parseWanted('door', { leafWidth: { value: '830', tolerance: 'un peu' } })).toEqual({
      ok: false,
      faults: [{ key: 'leafWidth', code: 'invalid_number' }],
    })
  })

  it('finds that a door of 730 mm is none of 830 mm', () => {
    const wanted = { kind: 'number', value: 830, tolerance: 5 } as const
    expect(judgeAttribute('leafWidth', wanted, { leafWidth: 730 })).toBe('fails')
    expect(judgeAttribute('leafWidth', wanted, { leafWidth: 825 })).toBe('fits')
    expect(judgeAttribute('leafWidth', wanted, {})).toBe('unknown')
  })

  it('judges numbers by distance, and never better with a smaller tolerance', () => {
    const numbers = KEYS.filter((key) => definitionOf(key).kind === 'number')
    const value = fc.integer({ min: 1, max: 5000 })
    fc.assert(
      fc.property(fc.constantFrom(...numbers), value, value, value, value, (key, want, have, a, b) => {
        const judge = (tolerance: number) =>
          judgeAttribute(key, { kind: 'number', value: want, tolerance }, { [key]: have })
        const [small, large] = [Math.min(a, b), Math.max(a, b)]
        expect(judge(large)).toBe(Math.abs(want - have) <= large ? 'fits' : 'fails')
        if (judge(small) === 'fits') expect(judge(large)).toBe('fits')
      }),
    )
  })
})
