import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, countedPart, massBasisOf } from './paper-facts'
import { paperNumberOf, readPaperNumber, spacedNumber } from './paper-number'

describe('canonicalJson', () => {
  it('is the same whatever the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('tells one changed fact', () => {
    expect(canonicalJson({ massG: 480_000 })).not.toBe(canonicalJson({ massG: 480_001 }))
  })
})

describe('a number of a document', () => {
  const random = fc.uint8Array({ minLength: 11, maxLength: 11 })
  it('is read as people type it, and any wrong symbol is noticed', () => {
    fc.assert(
      fc.property(random, fc.nat(11), fc.nat(30), (bytes, place, shift) => {
        const number = paperNumberOf(bytes)
        expect(readPaperNumber(spacedNumber(number).toLowerCase())).toBe(number)
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const wrong = alphabet[(alphabet.indexOf(number[place]!) + 1 + shift) % 32]!
        expect(readPaperNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBeNull()
      }),
    )
  })
})

describe('what a document says of mass and quantity', () => {
  const weighed = { method: 'weighed', weighedG: 480_000, receivedAtMs: 2 } as const
  it.each([
    ['weighed, when a scale found it', [weighed], 480_000, 500_000, 'weighed'],
    ['agreed, when the scale found another', [weighed], 490_000, 500_000, 'agreed'],
    ['computed, when it is what the sheet says', [], 500_000, 500_000, 'computed'],
    ['agreed, when the sheet says nothing', [], 500_000, null, 'agreed'],
  ] as const)('%s', (_name, checks, massG, expectedG, basis) => {
    expect(massBasisOf(checks, massG, expectedG)).toBe(basis)
  })

  const count = (side: 'giver' | 'taker', countedMilli: number, receivedAtMs: number) => ({
    side,
    countedMilli,
    receivedAtMs,
  })
  it.each([
    ['nobody counted', [], null],
    ['one side counted', [count('giver', 38_000, 1)], 38_000],
    ['both found the same', [count('giver', 38_000, 1), count('taker', 38_000, 2)], 38_000],
    ['they differ', [count('giver', 38_000, 1), count('taker', 40_000, 2)], null],
    [
      'one counted again',
      [count('giver', 40_000, 1), count('taker', 38_000, 2), count('giver', 38_000, 3)],
      38_000,
    ],
  ] as const)('%s', (_name, checks, milli) => {
    expect(countedPart(checks)?.countedMilli ?? null).toBe(milli)
  })
})
