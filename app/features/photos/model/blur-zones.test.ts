import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blurZones } from './blur-zones'
import type { Pixels } from './pixels'
import { cellZone, gridOf } from '~/core/zone'

/** A picture of which no two pixels next to each other are alike. */
function noisy(width: number, height: number): Pixels {
  const data = Uint8Array.from(
    { length: 3 * width * height },
    (_, at) => (at * 7919 + (at >> 3) * 104729) % 256,
  )
  return { data, width, height }
}

function pixel({ data, width }: Pixels, x: number, y: number): number[] {
  return [...data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)]
}

function coloursIn(picture: Pixels, left: number, top: number, right: number, bottom: number): number {
  const colours = new Set<string>()
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) colours.add(pixel(picture, x, y).join())
  }
  return colours.size
}

describe('blurZones', () => {
  it('leaves sixteen colours at most of a zone, whatever it showed, and all outside as it was', () => {
    const size = fc.integer({ min: 1, max: 90 })
    const at = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(size, size, at, at, fc.integer({ min: 1, max: 100 }), (width, height, x, y, side) => {
        const picture = noisy(width, height)
        const blurred = blurZones(picture, [{ x, y, width: side, height: side }])
        const left = Math.floor((x * width) / 1000)
        const top = Math.floor((y * height) / 1000)
        const right = Math.ceil(((x + side) * width) / 1000)
        const bottom = Math.ceil(((y + side) * height) / 1000)
        expect(coloursIn(blurred, left, top, right, bottom)).toBeLessThanOrEqual(16)
        for (let row = 0; row < height; row++) {
          for (let column = 0; column < width; column++) {
            const isIn = column >= left && column < right && row >= top && row < bottom
            if (!isIn) expect(pixel(blurred, column, row)).toEqual(pixel(picture, column, row))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives a tile the average of what it covered', () => {
    const picture = { data: Uint8Array.of(0, 0, 0, 200, 100, 50), width: 2, height: 1 }
    const { data } = blurZones(picture, [{ x: 0, y: 0, width: 1000, height: 1000 }])
    expect([...data]).toEqual([0, 0, 0, 200, 100, 50])
    const small = noisy(16, 16)
    const one = blurZones(small, [{ x: 0, y: 0, width: 125, height: 125 }])
    const sum = [0, 1].flatMap((y) => [0, 1].map((x) => pixel(small, x, y)[0]!)).reduce((a, b) => a + b)
    expect(pixel(one, 1, 1)[0]).toBe(Math.round(sum / 4))
  })

  it('makes one colour of each cell, so that cells side by side are no finer mosaic', () => {
    const picture = noisy(160, 120)
    const grid = gridOf(picture)
    const cells = [7, 8, 13, 14].map((cell) => cellZone(grid, cell))
    expect(coloursIn(blurZones(picture, cells), 27, 30, 80, 90)).toBeLessThanOrEqual(4)
  })

  it('changes nothing of the picture it was given, and nothing more when done again', () => {
    const picture = noisy(40, 30)
    const before = Uint8Array.from(picture.data)
    const zones = [{ x: 100, y: 100, width: 300, height: 300 }]
    const once = blurZones(picture, zones)
    expect(picture.data).toEqual(before)
    expect(blurZones(once, zones).data).toEqual(once.data)
  })
})
