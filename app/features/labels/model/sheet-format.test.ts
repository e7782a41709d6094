import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsPerPage, placeLabels, sheetFormat, SHEET_FORMATS } from './sheet-format'

describe.each(SHEET_FORMATS)('the labels of $id', (format) => {
  it('stay on their page', () => {
    for (const { x, y } of placeLabels(format, labelsPerPage(format), 1)) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + format.labelWidth).toBeLessThanOrEqual(format.pageWidth + 0.001)
      expect(y + format.labelHeight).toBeLessThanOrEqual(format.pageHeight + 0.001)
    }
  })

  it('are never on the place of another', () => {
    const counts = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(counts, fc.integer({ min: -3, max: 40 }), (count, start) => {
        const places = placeLabels(format, count, start).map(({ page, x, y }) => `${page} ${x} ${y}`)
        expect(new Set(places).size).toBe(count)
      }),
    )
  })
})

it('begins where a used sheet ends, and goes on with the next', () => {
  const places = placeLabels(sheetFormat('a4-8'), 3, 7)
  expect(places.map(({ page }) => page)).toEqual([0, 0, 1])
  expect(places[0]).toMatchObject({ x: 4.65, y: 13.1 + 3 * 67.7 })
  expect(places[2]).toMatchObject({ x: 4.65, y: 13.1 })
})
