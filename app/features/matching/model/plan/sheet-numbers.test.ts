import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttributeValues } from '~/core/attributes/values'
import type { WantedAttributes } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'
import { judgeSheets } from '../judge-sheets'
import { ALL_TOLD, CONTRADICTED, SheetNumbers, TO_CHECK } from './sheet-numbers'

const width = fc.constantFrom(0.1, 0.3, 720, 725, 730)
const wanted = fc.record(
  {
    leafWidth: fc.record({
      kind: fc.constant('number'),
      value: width,
      tolerance: fc.constantFrom(0, 0.2, 5),
    }),
    openingHand: fc.record({
      kind: fc.constant('choice'),
      anyOf: fc.subarray(['left', 'double', 'sliding'], { minLength: 1 }),
    }),
    frameIncluded: fc.constant({ kind: 'flag' }),
    sanitaryKind: fc.constant({ kind: 'choice', anyOf: ['sink'] }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<WantedAttributes>
const attributes = fc.record(
  {
    leafWidth: width,
    openingHand: fc.constantFrom('left', 'double', 'never-asked'),
    frameIncluded: fc.constant(true),
    sanitaryKind: fc.constantFrom('sink', 'bath'),
  },
  { requiredKeys: ['leafWidth'] },
) as fc.Arbitrary<AttributeValues>
const lots = fc.array(
  fc.record({ material: fc.constantFrom<MaterialType>('door', 'door', 'sanitary'), attributes }),
  { minLength: 4, maxLength: 8 },
)

describe('what needs ask of sheets, in numbers', () => {
  it('is answered by each lot as the sheets are judged', () => {
    const seen = new Map<number, number>()
    fc.assert(
      fc.property(fc.array(wanted, { minLength: 4, maxLength: 8 }), lots, (needs, offered) => {
        const numbers = new SheetNumbers(needs)
        for (const lot of offered) {
          numbers.take(lot)
          needs.forEach((asked, need) => {
            const { failed, toCheck } = judgeSheets(lot, { wanted: asked })
            const expected = failed.length > 0 ? CONTRADICTED : toCheck.length > 0 ? TO_CHECK : ALL_TOLD
            expect(numbers.judge(need)).toBe(expected)
            seen.set(expected, (seen.get(expected) ?? 0) + 1)
          })
        }
      }),
      { numRuns: 300 },
    )
    for (const verdict of [CONTRADICTED, ALL_TOLD, TO_CHECK]) expect(seen.get(verdict)).toBeGreaterThan(100)
  })
})
