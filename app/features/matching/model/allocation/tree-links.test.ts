import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byFalling } from './by-falling'
import { ColumnFlow } from './column-flow'
import { solveAllocation } from './solve'
import { wordHash } from './tie-order'
import type { TreeLinks } from './tree-links'

const capacities = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 7 })
const drawn = fc
  .tuple(capacities, capacities, fc.infiniteStream(fc.integer({ min: 0, max: 6 })))
  .map(([lots, needs, dice]) => {
    const arcs: { lot: number; need: number; gain: number }[] = []
    lots.forEach((free, lot) =>
      needs.forEach((wanted, need) => {
        const gain = dice.next().value as number
        if (gain > 0 && free > 0 && wanted > 0) arcs.push({ lot, need, gain })
      }),
    )
    return { lots, needs, arcs }
  })

function flowOf(
  lots: readonly number[],
  needs: readonly number[],
  arcs: readonly Arc[],
  links: TreeLinks | null,
) {
  const side = (name: string) => (capacity: number, at: number) => ({
    capacity,
    hash: wordHash(`${name}${at}`),
  })
  const flow = new ColumnFlow(lots.map(side('l')), needs.map(side('n')), 0)
  for (const { lot, need, gain } of arcs) flow.add(lot, need, gain)
  flow.begin(byFalling(Float64Array.from(arcs, ({ gain }) => gain)), links)
  return flow
}
type Arc = { lot: number; need: number; gain: number }

it('begins from a tree whose quantities changed, within what there is, and ends at the best', () => {
  fc.assert(
    fc.property(drawn, fc.infiniteStream(fc.integer({ min: -1, max: 2 })), ({ lots, needs, arcs }, dice) => {
      const first = flowOf(lots, needs, arcs, null)
      first.run(() => false)
      const changed = (capacity: number) => Math.max(0, capacity + (dice.next().value as number))
      const [lotsNow, needsNow] = [lots.map(changed), needs.map(changed)]
      const left = arcs.filter(({ lot, need }) => lotsNow[lot]! > 0 && needsNow[need]! > 0)
      const next = flowOf(lotsNow, needsNow, left, first.links())
      for (const isBest of [false, true]) {
        const parts = next.parts()
        lotsNow.forEach((free, lot) =>
          expect(sumOf(parts.filter((part) => part.lot === lot))).toBeLessThanOrEqual(free),
        )
        needsNow.forEach((wanted, need) =>
          expect(sumOf(parts.filter((part) => part.need === need))).toBeLessThanOrEqual(wanted),
        )
        if (!isBest) next.run(() => false)
      }
      const gainOf = new Map(left.map(({ lot, need, gain }) => [`${lot} ${need}`, gain]))
      const gain = next
        .parts()
        .reduce((sum, { lot, need, quantity }) => sum + quantity * gainOf.get(`${lot} ${need}`)!, 0)
      const best = solveAllocation({
        lots: lotsNow.map((capacity, at) => ({ id: `l${at}`, capacity })),
        needs: needsNow.map((capacity, at) => ({ id: `n${at}`, capacity })),
        arcs: {
          lot: Int32Array.from(left, ({ lot }) => lot),
          need: Int32Array.from(left, ({ need }) => need),
          gain: Float64Array.from(left, ({ gain }) => gain),
        },
      })
      expect(gain).toBe(best.gain)
    }),
    { numRuns: 1000 },
  )
})

it('begins where it ended when nothing changed', () => {
  fc.assert(
    fc.property(drawn, ({ lots, needs, arcs }) => {
      const first = flowOf(lots, needs, arcs, null)
      first.run(() => false)
      const next = flowOf(lots, needs, arcs, first.links())
      expect(next.parts()).toEqual(first.parts())
    }),
  )
})

function sumOf(parts: readonly { quantity: number }[]): number {
  return parts.reduce((sum, { quantity }) => sum + quantity, 0)
}
