import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxInPhoto, viewsOf } from './views'

const size = fc.record({
  width: fc.integer({ min: 1, max: 1600 }),
  height: fc.integer({ min: 1, max: 1600 }),
})

describe('what the detector is shown of a photo', () => {
  it('covers every pixel of it, in parts that lie within it', () => {
    fc.assert(
      fc.property(
        size,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (photo, across, down) => {
          const { faces, objects } = viewsOf(photo)
          const x = Math.floor(across * photo.width)
          const y = Math.floor(down * photo.height)
          for (const { left, top, width, height } of [...faces, ...objects]) {
            expect(left >= 0 && top >= 0 && width >= 1 && height >= 1).toBe(true)
            expect(left + width <= photo.width && top + height <= photo.height).toBe(true)
          }
          const [, ...parts] = faces
          expect(
            parts.some(
              ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
            ),
          ).toBe(true)
        },
      ),
    )
  })

  it('is a photo as a phone takes it in six parts that overlap by a fifth', () => {
    const { faces, objects } = viewsOf({ width: 1600, height: 1200 })
    expect(faces).toHaveLength(7)
    expect(objects).toEqual([{ left: 0, top: 0, width: 1600, height: 1200, side: 512 }])
    expect(faces[1]).toEqual({ left: 0, top: 0, width: 667, height: 667, side: 256 })
    expect(faces[6]).toEqual({ left: 933, top: 533, width: 667, height: 667, side: 256 })
    expect(viewsOf({ width: 1200, height: 1600 }).faces).toHaveLength(7)
  })

  it('is brought back to where it lies in the photo', () => {
    const view = { left: 100, top: 50, width: 512, height: 256, side: 256 }
    expect(boxInPhoto(view, { left: 10, top: 20, right: 30, bottom: 40 })).toEqual({
      ...{ left: 120, top: 90, right: 160, bottom: 130 },
    })
  })
})
