import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOnGrid, projectToGrid, squaredDisplacement } from './tile-map'

const geoPoint = fc.record({
  lat: fc.double({ min: 48.6, max: 49.1, noNaN: true }),
  lon: fc.double({ min: 2.1, max: 2.7, noNaN: true }),
})

describe('projectToGrid', () => {
  it('keeps every point within the cells', () => {
    fc.assert(
      fc.property(fc.array(geoPoint, { minLength: 1, maxLength: 20 }), (points) => {
        for (const { x, y } of projectToGrid(points, { columns: 7, rows: 5 })) {
          expect(x).toBeGreaterThanOrEqual(-1e-9)
          expect(x).toBeLessThanOrEqual(6 + 1e-9)
          expect(y).toBeGreaterThanOrEqual(-1e-9)
          expect(y).toBeLessThanOrEqual(4 + 1e-9)
        }
      }),
    )
  })

  it('puts the north at the top and the west at the left', () => {
    const [northWest, southEast] = projectToGrid(
      [
        { lat: 49, lon: 2.2 },
        { lat: 48.7, lon: 2.6 },
      ],
      { columns: 5, rows: 5 },
    )
    expect(northWest!.x).toBeLessThan(southEast!.x)
    expect(northWest!.y).toBeLessThan(southEast!.y)
  })

  it('puts a single point in the middle', () => {
    expect(projectToGrid([{ lat: 48.8, lon: 2.3 }], { columns: 5, rows: 3 })).toEqual([{ x: 2, y: 1 }])
    expect(projectToGrid([], { columns: 5, rows: 3 })).toEqual([])
  })
})

describe('placeOnGrid', () => {
  it('leaves points that already sit on distinct cells where they are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 12 }), (cells) => {
        const points = cells.map((cell) => ({ x: cell % 4, y: Math.floor(cell / 4) }))
        const tiles = placeOnGrid(points, { columns: 4, rows: 3 })
        expect(tiles).toEqual(points.map(({ x, y }) => ({ column: x, row: y })))
      }),
    )
  })

  it('never does worse than giving cells in order, and shares no cell', () => {
    const place = fc.record({
      x: fc.double({ min: 0, max: 3, noNaN: true }),
      y: fc.double({ min: 0, max: 2, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (points) => {
        const tiles = placeOnGrid(points, { columns: 4, rows: 3 })
        expect(new Set(tiles.map((tile) => `${tile.column}:${tile.row}`)).size).toBe(points.length)
        const cost = points.reduce((sum, point, i) => sum + squaredDisplacement(point, tiles[i]!), 0)
        const inOrder = points.reduce(
          (sum, point, i) => sum + squaredDisplacement(point, { column: i % 4, row: Math.floor(i / 4) }),
          0,
        )
        expect(cost).toBeLessThanOrEqual(inOrder + 1e-9)
      }),
    )
  })

  it('refuses more points than cells', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ]
    expect(() => placeOnGrid(points, { columns: 1, rows: 1 })).toThrow(RangeError)
  })
})
