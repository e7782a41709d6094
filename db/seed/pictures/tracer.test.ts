import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from './random'
import { addBox, addCylinder, addEllipsoid, addField, frameOf, newScene, turned, type Scene } from './scene'
import { ring } from './fields'
import { NEAREST, newTracer, trace, type Tracer } from './tracer'
import { plaster } from './surfaces/masonry'

const CHALK = plaster([0.8, 0.8, 0.8])

function crowd(seed: number, backdrop: boolean): Scene {
  const random = randomFrom(seed)
  const frame = frameOf(newScene())
  for (let i = 0; i < 40; i++) {
    const at = [random.range(-2, 2), random.range(-2, 2), random.range(-2, 2)] as const
    const rotation = turned(random.range(0, 6), random.range(0, 6), random.range(0, 6))
    if (i % 3 === 0) addBox(frame, at, [0.4, 0.2, 0.3], CHALK, { rotation, backdrop })
    else if (i % 3 === 1)
      addCylinder(frame, at, { radius: 0.2, length: 0.5, innerRadius: 0.1 }, CHALK, { rotation, backdrop })
    else addEllipsoid(frame, at, [0.2, 0.3, 0.1], CHALK, { rotation, backdrop })
  }
  return frame.scene
}

function cast(tracer: Tracer, direction: readonly [number, number, number]): { t: number; solid: number } {
  const length = Math.hypot(...direction)
  const ray = Float64Array.from([0.1, 0.2, 6, ...direction.map((part) => part / length)])
  trace(tracer, ray, 0, 100, NEAREST)
  return { ...tracer.hit }
}

describe('trace', () => {
  it('finds through the tree what testing every solid finds', () => {
    const spread = fc.double({ min: -0.4, max: 0.4, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), spread, spread, (seed, x, y) => {
        const direction = [x, y, -1] as const
        expect(cast(newTracer(crowd(seed, false)), direction)).toEqual(
          cast(newTracer(crowd(seed, true)), direction),
        )
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['a box', 5.5, (scene: Scene) => addBox(frameOf(scene), [0.1, 0.2, 0], [1, 1, 1], CHALK)],
    ['an ellipsoid', 5.7, (scene: Scene) => addEllipsoid(frameOf(scene), [0.1, 0.2, 0], [1, 1, 0.3], CHALK)],
    [
      'a cylinder',
      5.6,
      (scene: Scene) => addCylinder(frameOf(scene), [0.1, 0.2, 0], { radius: 0.4, length: 1 }, CHALK),
    ],
    [
      'a field',
      5.4,
      (scene: Scene) =>
        addField(
          frameOf(scene),
          [0.1, 0.2, 0],
          { half: [0.7, 0.2, 0.7], distance: (x, y, z) => ring(x, y, z, 0.5, 0.1) },
          CHALK,
        ),
    ],
  ])('meets %s at its face', (_name, distance, add) => {
    const scene = newScene()
    add(scene)
    expect(cast(newTracer(scene), [0, 0, -1]).t).toBeCloseTo(distance, 2)
  })

  it('looks through the hollow of a tube', () => {
    const scene = newScene()
    addCylinder(frameOf(scene), [0.1, 0.2, 0], { radius: 0.4, length: 1, innerRadius: 0.3 }, CHALK, {
      rotation: turned(0, Math.PI / 2),
    })
    expect(cast(newTracer(scene), [0, 0, -1]).solid).toBe(-1)
  })
})
