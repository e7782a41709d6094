import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bitsOf, distanceWithin, lettersOf, slipsAllowed } from './near-words'

it.each([
  ['parquet', 'parqet', 1],
  ['radiateur', 'raditeur', 1],
  ['carrelage', 'carelage', 1],
  ['porte', 'potre', 1],
  ['aluminium', 'alluminum', 2],
  ['porte', 'porte', 0],
  ['porte', 'fenetre', 3],
])('from %s to %s', (one, other, distance) => {
  expect(distanceWithin(one, other, 2)).toBe(distance)
})

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 12 })

it('the distance is the same both ways, and never more than the letters say it may be', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const distance = distanceWithin(one, other, 2)
      expect(distanceWithin(other, one, 2)).toBe(distance)
      // The sieve by letters must let every near word through.
      if (distance <= 2) expect(bitsOf(lettersOf(one) ^ lettersOf(other))).toBeLessThanOrEqual(2 * distance)
    }),
  )
})

it('a letter lost, doubled or swapped is one slip', () => {
  fc.assert(
    fc.property(word, fc.nat(), (text, place) => {
      const at = place % text.length
      expect(distanceWithin(text, text.slice(0, at) + text.slice(at + 1), 2)).toBeLessThanOrEqual(1)
      expect(distanceWithin(text, text.slice(0, at) + text[at]! + text.slice(at), 2)).toBeLessThanOrEqual(1)
    }),
  )
})

it('short words are taken as they are', () => {
  expect([3, 4, 7, 8].map(slipsAllowed)).toEqual([0, 1, 1, 2])
})
