import { describe, expect, it } from 'vitest'
import { decodeFaces, decodeObjects, type Planes } from './decode'

function planes(channels: number, side: number, at: Record<string, number>, otherwise = 0): Planes {
  const data = new Float32Array(channels * side * side).fill(otherwise)
  for (const [place, value] of Object.entries(at)) {
    const [channel = 0, row = 0, column = 0] = place.split(',').map(Number)
    data[(channel * side + row) * side + column] = value
  }
  return { data, rows: side, columns: side }
}

describe('decodeFaces', () => {
  it('reads a box around the middle of its cell, moved by what the network says', () => {
    const scores = planes(2, 16, { '1,2,3': 4 }, -9)
    const boxes = planes(32, 16, { '16,2,3': 5, '17,2,3': -3, '18,2,3': 40, '19,2,3': 60 })
    expect(decodeFaces('fine', scores, boxes, 0.5)).toEqual([
      {
        box: { left: 16 * 3.5 + 5 - 20, top: 16 * 2.5 - 3 - 30, right: 16 * 3.5 + 25, bottom: 16 * 2.5 + 27 },
        score: expect.closeTo(0.982, 3) as unknown,
      },
    ])
  })

  it('knows the coarse grid, with six boxes a cell of 32 pixels', () => {
    const found = decodeFaces('coarse', planes(6, 8, { '5,7,7': 2 }, -9), planes(96, 8, {}), 0.5)
    expect(found).toHaveLength(1)
    expect(found[0]!.box).toMatchObject({ left: 240, top: 240 })
  })

  it('leaves out what is not sure enough', () => {
    expect(decodeFaces('fine', planes(2, 16, {}, 0), planes(32, 16, {}), 0.51)).toEqual([])
  })
})

describe('decodeObjects', () => {
  const sides = planes(4, 8, { '0,3,4': 10, '1,3,4': 20, '2,3,4': 30, '3,3,4': 40 }, 1)

  it('reads the distances to the sides at a peak of its plane, and no neighbour below it', () => {
    const scores = planes(5, 8, { '2,3,4': 0.8, '2,3,5': 0.7, '0,1,1': 0.9 })
    expect(decodeObjects(scores, 2, sides, 0.4)).toEqual([
      {
        box: { left: 16 - 10, top: 12 - 20, right: 16 + 30, bottom: 12 + 40 },
        score: expect.closeTo(0.8) as unknown,
      },
    ])
    expect(decodeObjects(scores, 0, sides, 0.4)).toHaveLength(1)
    expect(decodeObjects(scores, 1, sides, 0.4)).toEqual([])
  })

  it('finds what lies at the border', () => {
    expect(decodeObjects(planes(5, 8, { '0,7,7': 0.5, '0,0,0': 0.5 }), 0, sides, 0.4)).toHaveLength(2)
  })
})
