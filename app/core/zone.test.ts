import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellZone, gridOf, overlapOf, parseZone, zoneBetween, zoneText } from './zone'

const share = fc.double({ min: -0.5, max: 1.5, noNaN: true })
const point = fc.record({ x: share, y: share })

describe('a zone of a photo', () => {
  it('is within the photo whatever two points it is drawn between, and is read back as it was written', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const zone = zoneBetween(a, b)
        expect(parseZone(zoneText(zone))).toEqual(zone)
        expect(zoneBetween(b, a)).toEqual(zone)
      }),
    )
  })

  it.each([
    '',
    '1,2,3',
    '0,0,0,5',
    '0,0,5,0',
    '900,0,101,5',
    '0,999,5,2',
    '-1,0,5,5',
    '1.5,0,5,5',
    '0,0,5,5,5',
    ' 0,0,5,5',
    '0,0,5,5\n',
    '99999,0,5,5',
  ])('is not read from «%s»', (text) => expect(parseZone(text)).toBeNull())

  it('knows how much of the smaller one another covers', () => {
    const zone = { x: 100, y: 100, width: 100, height: 100 }
    expect(overlapOf(zone, { x: 0, y: 0, width: 1000, height: 1000 })).toBe(1)
    expect(overlapOf(zone, { x: 150, y: 100, width: 100, height: 100 })).toBe(0.5)
    expect(overlapOf(zone, { x: 200, y: 100, width: 100, height: 100 })).toBe(0)
  })
})

describe('the cells of a photo', () => {
  it('are six to a row, and no lower than they are wide while there are eight rows at most', () => {
    expect(gridOf({ width: 1600, height: 1200 })).toEqual({ columns: 6, rows: 4 })
    expect(gridOf({ width: 1600, height: 900 })).toEqual({ columns: 6, rows: 3 })
    expect(gridOf({ width: 1200, height: 1600 })).toEqual({ columns: 6, rows: 8 })
    expect(gridOf({ width: 500, height: 2000 })).toEqual({ columns: 6, rows: 8 })
    expect(gridOf({ width: 4000, height: 300 })).toEqual({ columns: 6, rows: 1 })
  })

  it.each([
    { columns: 6, rows: 4 },
    { columns: 6, rows: 8 },
  ])('leave no thousandth of it uncovered ($columns × $rows)', (grid) => {
    const cells = Array.from({ length: grid.columns * grid.rows }, (_, cell) => cellZone(grid, cell))
    for (let at = 0; at < 1000; at++) {
      expect(cells.some(({ x, width }) => at >= x && at < x + width)).toBe(true)
      expect(cells.some(({ y, height }) => at >= y && at < y + height)).toBe(true)
    }
    expect(cells[0]).toMatchObject({ x: 0, y: 0 })
    const last = cells.at(-1)!
    expect([last.x + last.width, last.y + last.height]).toEqual([1000, 1000])
  })
})
