import { describe, expect, it } from 'vitest'
import { isAlike } from './alike-groups'
import { colourDistance, hashDistance, LOOK_SIDE, lookOf } from './photo-look'

type Colour = readonly [red: number, green: number, blue: number]
/** A scene: the colour at each place, from 0 to 1. */
type Scene = (x: number, y: number) => Colour

/** A take of a scene, moved by a part of its width and more or less lit. */
function take(scene: Scene, { dx = 0, dy = 0, light = 1 } = {}) {
  return lookOf(
    Array.from({ length: LOOK_SIDE * LOOK_SIDE }, (_, at) => {
      const [x, y] = [(at % LOOK_SIDE) / LOOK_SIDE, Math.floor(at / LOOK_SIDE) / LOOK_SIDE]
      return [...scene(x + dx, y + dy).map((value) => Math.min(255, value * light)), 255]
    }).flat(),
  )
}

const door: Scene = (x, y) => (x > 0.3 && x < 0.7 && y > 0.1 ? [120, 70, 30] : [210, 205, 190])
const radiator: Scene = (x, y) =>
  y > 0.45 && y < 0.8 ? (Math.floor(x * 8) % 2 === 0 ? [230, 230, 230] : [120, 120, 120]) : [180, 170, 150]
const bricks: Scene = (x, y) => (y % 0.25 < 0.05 || (x + y) % 0.3 < 0.04 ? [200, 190, 180] : [160, 70, 45])
const paleDoor: Scene = (x, y) => (x > 0.3 && x < 0.7 && y > 0.1 ? [70, 85, 130] : [190, 205, 210])

describe('what photos look like', () => {
  it('is the same for the same picture, and 16 hexadecimal digits', () => {
    expect(take(door)).toEqual(take(door))
    expect(take(door).hash).toMatch(/^[0-7][0-9a-f]{15}$/)
    expect(take(door).colours).toHaveLength(12)
  })

  it.each([
    ['moved a little', { dx: 0.03, dy: 0.02 }],
    ['in less light', { light: 0.75 }],
    ['in more light', { light: 1.15 }],
  ])('stays alike for the same thing %s', (_, how) => {
    for (const scene of [door, radiator]) expect(isAlike(take(scene), take(scene, how))).toBe(true)
  })

  it('differs between different things', () => {
    expect(isAlike(take(door), take(radiator))).toBe(false)
    expect(isAlike(take(door), take(bricks))).toBe(false)
    expect(isAlike(take(radiator), take(bricks))).toBe(false)
  })

  it('tells things of one shape by their colour', () => {
    expect(hashDistance(take(door).hash, take(paleDoor).hash)).toBeLessThan(10)
    expect(isAlike(take(door), take(paleDoor))).toBe(false)
  })

  it('measures distances that are symmetrical and zero to itself', () => {
    const [a, b] = [take(door), take(bricks)]
    expect(hashDistance(a.hash, a.hash)).toBe(0)
    expect(hashDistance(a.hash, b.hash)).toBe(hashDistance(b.hash, a.hash))
    expect(hashDistance('0'.repeat(16), 'f'.repeat(16))).toBe(64)
    expect(colourDistance(a.colours, b.colours)).toBe(colourDistance(b.colours, a.colours))
  })

  it('takes an empty or black picture without failing', () => {
    expect(lookOf([]).hash).toBe('0'.repeat(16))
    expect(take(() => [0, 0, 0]).colours).toEqual(Array.from({ length: 12 }, () => 128))
  })
})
