import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawingOf, isDrawing } from './signature'

const point = fc.record({
  x: fc.double({ min: -50, max: 400, noNaN: true }),
  y: fc.double({ min: -50, max: 200, noNaN: true }),
})

describe('a drawn signature', () => {
  it('is one path inside its box, whatever the finger does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { minLength: 9, maxLength: 30 }), { minLength: 1, maxLength: 6 }),
        (strokes) => {
          const drawing = drawingOf(strokes)
          const points = [...drawing.matchAll(/(\d+) (\d+)/g)]
          fc.pre(points.length >= 8)
          expect(isDrawing(drawing)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['nothing', ''],
    ['a tap', drawingOf([[{ x: 4, y: 4 }]])],
    ['a short line', 'M1 1L2 2L3 3'],
    ['what leaves the box', 'M1 1L2 2L3 3L4 4L5 5L6 6L7 7L301 8'],
    ['markup', 'M1 1L2 2L3 3L4 4L5 5L6 6L7 7L8 8"/><script>'],
    ['a curve', 'M1 1C2 2 3 3 4 4L5 5L6 6L7 7L8 8L9 9'],
    ['something endless', `M1 1${'L2 2L3 3'.repeat(3000)}`],
  ])('refuses %s', (_name, text) => {
    expect(isDrawing(text)).toBe(false)
  })
})
