import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_LENGTH, CODE_RANDOM, labelCodeOf, readCode, spacedCode } from './code'

const SYMBOLS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const randomBytes = fc.uint8Array({ minLength: CODE_RANDOM, maxLength: CODE_RANDOM })
const codes = randomBytes.map(labelCodeOf)
const places = fc.integer({ min: 0, max: CODE_LENGTH - 1 })

describe('the code of a label', () => {
  it('has eight symbols of the alphabet and reads back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
        expect(readCode(code)).toBe(code)
      }),
    )
  })

  it('keeps all 35 random bits: other bits give another code', () => {
    fc.assert(
      fc.property(randomBytes, randomBytes, (a, b) => {
        const isSame = a.every((byte, index) => byte % 32 === b[index]! % 32)
        expect(labelCodeOf(a) === labelCodeOf(b)).toBe(isSame)
      }),
    )
  })

  it('is known as mistyped after any one wrong symbol', () => {
    fc.assert(
      fc.property(codes, places, fc.constantFrom(...SYMBOLS), (code, place, symbol) => {
        fc.pre(code[place] !== symbol)
        expect(readCode(code.slice(0, place) + symbol + code.slice(place + 1))).toBeNull()
      }),
    )
  })

  it('is known as mistyped after any two symbols are exchanged', () => {
    fc.assert(
      fc.property(codes, places, places, (code, a, b) => {
        fc.pre(code[a] !== code[b])
        const symbols = [...code]
        ;[symbols[a], symbols[b]] = [symbols[b]!, symbols[a]!]
        expect(readCode(symbols.join(''))).toBeNull()
      }),
    )
  })

  it('is read as people type it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readCode(` ${spacedCode(code).toLowerCase()} `)).toBe(code)
        expect(readCode(code.replaceAll('1', 'l').replaceAll('0', 'O'))).toBe(code)
        expect(readCode(code.replaceAll('1', 'I'))).toBe(code)
      }),
    )
  })

  it.each(['', 'ABC', 'GIS-7K3M2P', 'UUUUUUUU', '123456789', '7K3M!2P9'])('refuses «%s»', (text) => {
    expect(readCode(text)).toBeNull()
  })

  it('asks for enough randomness', () => {
    expect(() => labelCodeOf(new Uint8Array(3))).toThrow(RangeError)
  })
})
