import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byFalling } from './by-falling'
import { canonicalOf } from './canonical'

describe('canonicalOf', () => {
  it('orders arcs by the ids of lot and need, each with its own gain and bonus', () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(40)), {
      maxLength: 200,
      selector: ([lot, need]) => lot * 41 + need,
    })
    const sides = (letter: string, shift: number) =>
      Array.from({ length: 41 }, (_, index) => ({
        id: `${letter}${String((index * 7 + shift) % 41).padStart(2, '0')}`,
        capacity: index,
      }))
    fc.assert(
      fc.property(pairs, fc.nat(40), (drawn, shift) => {
        const [lots, needs] = [sides('l', shift), sides('n', 2 * shift)]
        // What an arc gains and is preferred by tells its ends.
        const worth = ([lot, need]: [number, number]) => 1000 * lot + need
        const { problem, lotBefore, needBefore } = canonicalOf({
          lots,
          needs,
          arcs: {
            lot: Int32Array.from(drawn, ([lot]) => lot),
            need: Int32Array.from(drawn, ([, need]) => need),
            gain: Float64Array.from(drawn, worth),
            bonus: Float64Array.from(drawn, (pair) => 2 * worth(pair)),
          },
        })
        const { lot, need, gain, bonus } = problem.arcs
        const before = Array.from(lot, (at, arc): [number, number] => [
          lotBefore[at]!,
          needBefore[need[arc]!]!,
        ])
        expect([...gain]).toEqual(before.map(worth))
        expect([...bonus!]).toEqual(before.map((pair) => 2 * worth(pair)))
        const words = Array.from(lot, (at, arc) => problem.lots[at]!.id + problem.needs[need[arc]!]!.id)
        expect(words).toEqual(drawn.map(([ofLot, ofNeed]) => lots[ofLot]!.id + needs[ofNeed]!.id).sort())
      }),
      { numRuns: 200 },
    )
  })
})

describe('byFalling', () => {
  it('places the greatest first, equals in their order, up to 31 bits', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(3), fc.nat(5000), fc.nat(2 ** 31 - 1))), (keys) => {
        const sorted = keys.map((_, place) => place).sort((a, b) => keys[b]! - keys[a]! || a - b)
        expect([...byFalling(Float64Array.from(keys))]).toEqual(sorted)
      }),
    )
  })
})
