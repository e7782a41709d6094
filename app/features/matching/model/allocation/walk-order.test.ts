import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnProblems } from '../../../../../tests/support/draw-problem'
import { componentsOf } from './components'
import { walkOrder } from './walk-order'

it('gives each lot and need a number of its own', () => {
  fc.assert(
    fc.property(drawnProblems(8), ({ lots, needs, arcs }) => {
      const { lotAt, needAt } = walkOrder(lots.length, needs.length, arcs)
      expect([...lotAt].sort((a, b) => a - b)).toEqual([...lots.keys()])
      expect([...needAt].sort((a, b) => a - b)).toEqual([...needs.keys()])
    }),
  )
})

it('numbers the lots and the needs of a component one after the other', () => {
  fc.assert(
    fc.property(drawnProblems(8), (problem) => {
      const { lotAt, needAt } = walkOrder(problem.lots.length, problem.needs.length, problem.arcs)
      const { order, starts } = componentsOf(problem)
      for (let component = 0; component + 1 < starts.length; component++) {
        const arcs = [...order.subarray(starts[component], starts[component + 1])]
        for (const numbers of [
          new Set(arcs.map((arc) => lotAt[problem.arcs.lot[arc]!]!)),
          new Set(arcs.map((arc) => needAt[problem.arcs.need[arc]!]!)),
        ])
          expect(Math.max(...numbers) - Math.min(...numbers)).toBe(numbers.size - 1)
      }
    }),
  )
})
