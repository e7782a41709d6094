import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLineAct, leftToPublishMilli, massOfLinePart } from './inventory-line'

it.each([
  ['edit', 0, 0, null],
  ['delete', 0, 0, null],
  ['correct', 0, 0, null],
  ['edit', 1, 0, 'line-has-lots'],
  ['delete', 3, 0, 'line-has-lots'],
  ['correct', 3, 0, null],
  ['edit', 0, 2, null],
  ['correct', 0, 2, null],
  ['delete', 0, 2, 'line-in-closing'],
] as const)('to %s a line with %d lots and %d departures: %s', (act, lots, closingEntries, refusal) => {
  expect(checkLineAct(act, { lots, closingEntries })).toBe(refusal)
})

describe('what is left to publish of a line', () => {
  const doors = { quantityMilli: 250_000, massG: 10_000_000, reusableMassG: 5_000_000, unit: 'u' }

  it.each([
    ['its reusable share', doors, 0, 125_000],
    ['less what is published', doors, 25_000, 100_000],
    ['nothing once all is', doors, 300_000, 0],
    ['whole pieces', { ...doors, reusableMassG: 3_333_000 }, 0, 83_000],
    ['all of it where nothing is said reusable', { ...doors, reusableMassG: 0 }, 0, 250_000],
    ['decimals of a surface', { ...doors, unit: 'm2', reusableMassG: 3_333_000 }, 0, 83_325],
  ] as const)('is %s', (_name, line, published, left) => {
    expect(leftToPublishMilli(line, published)).toBe(left)
  })

  it('weighs its part of the line, never more than the line', () => {
    const grams = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(
        grams,
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (massG, quantityMilli, share) => {
          const part = Math.round(quantityMilli * share)
          expect(massOfLinePart({ massG, quantityMilli }, part)).toBeLessThanOrEqual(massG)
        },
      ),
    )
  })
})
