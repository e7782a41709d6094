import { describe, expect, it } from 'vitest'
import type { Found } from './decode'
import { sightingsOf, type Raw } from './sightings'
import type { View } from './views'

const PHOTO = { width: 1000, height: 1000 }
const WHOLE: View = { left: 0, top: 0, width: 1000, height: 1000, side: 1000 }
const seen = (found: Found[]): Raw['faces'] => [{ view: WHOLE, found }]
const at = (left: number, top: number, side: number, score = 0.9, height = side): Found => ({
  box: { left, top, right: left + side, bottom: top + height },
  score,
})
const told = (raw: Partial<Raw>) =>
  sightingsOf({ faces: seen([]), people: seen([]), vehicles: seen([]), ...raw }, PHOTO)

describe('what is told of a photo', () => {
  it('is a face once, with hair and chin, however often the views show it', () => {
    const twice = [at(400, 400, 100, 0.8), at(405, 398, 100, 0.95)]
    expect(told({ faces: [...seen(twice), ...seen([at(398, 402, 104, 0.7)])] })).toEqual([
      { kind: 'person', zone: { x: 380, y: 373, width: 150, height: 150 }, score: 0.95 },
    ])
  })

  it('is a person without a face by the head alone, and one whose face was found not again', () => {
    const body = at(300, 100, 200, 0.5, 600)
    expect(told({ people: seen([body]) })).toEqual([
      { kind: 'person', zone: { x: 300, y: 100, width: 200, height: 200 }, score: 0.5 },
    ])
    expect(told({ people: seen([body]), faces: seen([at(370, 120, 60)]) })).toHaveLength(1)
    // Somebody bent over, or lying: nobody knows where the head is.
    expect(told({ people: seen([at(300, 100, 300, 0.5, 300)]) })[0]!.zone.height).toBe(300)
  })

  it('is the lower half of a vehicle, where a plate is', () => {
    expect(told({ vehicles: seen([at(0, 500, 400, 0.6, 200)]) })).toEqual([
      { kind: 'vehicle', zone: { x: 0, y: 600, width: 400, height: 100 }, score: 0.6 },
    ])
  })

  it('leaves out faces too small to know anybody by, and tells of twelve at most, the surest first', () => {
    expect(told({ faces: seen([at(10, 10, 11)]) })).toEqual([])
    const many = Array.from({ length: 20 }, (_, index) => at(45 * index, 0, 20, 0.76 + index / 100))
    const sightings = told({ faces: seen(many) })
    expect(sightings).toHaveLength(12)
    expect(sightings[0]!.score).toBe(0.95)
  })

  it('keeps zones within the photo', () => {
    const [one] = told({ faces: seen([at(950, -20, 100)]) })
    expect(one!.zone).toEqual({ x: 925, y: 0, width: 75, height: 105 })
  })
})
