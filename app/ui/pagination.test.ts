import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesShown } from './pagination'

test.each([
  [1, 2, [1, 2]],
  [1, 9, [1, 2, null, 9]],
  [3, 9, [1, 2, 3, 4, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [9, 9, [1, null, 8, 9]],
])('page %i of %i', (page, pages, shown) => {
  expect(pagesShown(page, pages)).toEqual(shown)
})

test('ends and current page are always shown, in order, and a gap hides at least two pages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [page, pages] = [Math.min(a, b), Math.max(a, b)]
      const shown = pagesShown(page, pages)
      expect(shown).toEqual(expect.arrayContaining([1, page, pages]))
      shown.forEach((number, index) => {
        const before = shown[index - 1]
        const after = shown[index + 1]
        if (number === null) expect(after! - before!).toBeGreaterThan(2)
        else if (typeof before === 'number') expect(number).toBe(before + 1)
      })
    }),
  )
})
