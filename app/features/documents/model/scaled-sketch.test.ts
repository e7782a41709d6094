import { describe, expect, it } from 'vitest'
import { pieceOf } from '~/features/lots/model/sketch'
import { fitSketch, PERSON_BREADTH, yardstickOf } from './scaled-sketch'

const FRAME = { width: 240, height: 170 }
const door = pieceOf('door', { leafWidth: 830, leafHeight: 2040, leafThickness: 40 })!
const brick = pieceOf('brick', { length: 220, width: 105, height: 54 })!

describe('a piece drawn to scale beside what everyone knows', () => {
  it('puts a person beside a door, a ruler under a brick', () => {
    expect(yardstickOf(door)).toEqual({ kind: 'person', mm: 1700 })
    expect(yardstickOf(brick)).toEqual({ kind: 'ruler', mm: 300 })
  })

  it('draws both at the same scale', () => {
    const { drawing, yardstick } = fitSketch(door, FRAME)
    expect(drawing.height / yardstick.length).toBeCloseTo(2040 / 1700, 6)
    expect(drawing.width / drawing.height).toBeCloseTo(830 / 2040, 6)
  })

  it('stays within its frame, whatever the piece', () => {
    for (const piece of [door, brick, { ...door, across: { ...door.across, mm: 12_000 } }]) {
      const { drawing, yardstick } = fitSketch(piece, FRAME)
      const beside = yardstick.kind === 'person' ? yardstick.length * PERSON_BREADTH : 0
      expect(drawing.width + drawing.shift + beside).toBeLessThanOrEqual(FRAME.width - 62 + 1e-6)
      expect(drawing.height + drawing.shift).toBeLessThanOrEqual(FRAME.height + 1e-6)
      expect(yardstick.kind === 'person' ? yardstick.length : 0).toBeLessThanOrEqual(FRAME.height + 1e-6)
    }
  })
})
