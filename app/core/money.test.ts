import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_CENTS, parseCents, priceOf } from './money'

describe('parseCents', () => {
  it.each([
    ['12,50', 1250],
    ['12.5', 1250],
    ['12', 1200],
    ['0', 0],
    ['0,05', 5],
    ['1 200 €', 120_000],
    ['1\u202f200,99\u00a0€', 120_099],
    ['10000000', MAX_CENTS],
    ['10000000,01', null],
    ['999999999999', null],
    ['12,505', null],
    ['-3', null],
    ['12,', null],
    [',5', null],
    ['1,2,3', null],
    ['€', null],
    ['', null],
    ['douze', null],
  ])('%s → %s', (text, cents) => {
    expect(parseCents(text)).toBe(cents)
  })

  it('reads back every amount, with a comma or a dot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_CENTS }), fc.constantFrom(',', '.'), (cents, mark) => {
        const text = `${Math.floor(cents / 100)}${mark}${String(cents % 100).padStart(2, '0')}`
        expect(parseCents(text)).toBe(cents)
      }),
    )
  })
})

describe('priceOf', () => {
  it.each([
    [1250, 2000, 2500],
    [1, 499, 0],
    [1, 500, 1],
    [333, 1500, 500],
    [0, 1_000_000_000, 0],
    [1_000_000, 1_000_000_000, 1_000_000_000_000],
  ])('%d cents × %d thousandths = %d', (unitCents, quantityMilli, cents) => {
    expect(priceOf(unitCents, quantityMilli)).toBe(cents)
  })

  it('is exact on whole units, where floating point is not trusted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (cents, units) => {
          expect(priceOf(cents, units * 1000)).toBe(cents * units)
        },
      ),
    )
  })

  it('refuses a result beyond exact integers', () => {
    expect(() => priceOf(Number.MAX_SAFE_INTEGER, 2000)).toThrow(RangeError)
  })
})
