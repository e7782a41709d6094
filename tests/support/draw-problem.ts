import fc from 'fast-check'
import type {
  AllocationLot,
  AllocationPart,
  AllocationProblem,
} from '~/features/matching/model/allocation/problem'

type DrawnLot = Omit<AllocationLot, 'id'>
type Draw = { lots: DrawnLot[]; needs: number[]; gains: number[][] }

/** Small problems with many ties, empty sides and missing arcs. */
export function drawnProblems(
  most: number,
  lot: fc.Arbitrary<DrawnLot> = fc.record({ capacity: fc.nat(12) }),
): fc.Arbitrary<AllocationProblem> {
  const size = fc.integer({ min: 1, max: most })
  const list = <Item>(item: fc.Arbitrary<Item>, length: number) =>
    fc.array(item, { minLength: length, maxLength: length })
  return fc
    .tuple(size, size)
    .chain(([lots, needs]) =>
      fc.record({
        lots: list(lot, lots),
        needs: list(fc.nat(12), needs),
        gains: list(list(fc.integer({ min: -3, max: 9 }), needs), lots),
      }),
    )
    .map(problemOf)
}

function problemOf({ lots, needs, gains }: Draw): AllocationProblem {
  const arcs = gains
    .flatMap((row, lot) => row.map((gain, need) => ({ lot, need, gain })))
    .filter(({ gain }) => gain > 0)
  return {
    lots: lots.map((lot, index) => ({ ...lot, id: `l${index}` })),
    needs: needs.map((capacity, index) => ({ id: `n${index}`, capacity })),
    arcs: {
      lot: Int32Array.from(arcs, ({ lot }) => lot),
      need: Int32Array.from(arcs, ({ need }) => need),
      gain: Float64Array.from(arcs, ({ gain }) => gain),
    },
  }
}

/** What the parts take of each lot, or bring to each need. */
export function usedOf(parts: readonly AllocationPart[], side: 'lot' | 'need', size: number): number[] {
  const used = Array.from({ length: size }, () => 0)
  for (const part of parts) used[part[side]]! += part.quantity
  return used
}

/** The same problem with its lots, needs and arcs in another order. */
export function shuffled(problem: AllocationProblem, seed: number): AllocationProblem {
  const order = (size: number, salt: number) =>
    [...Array(size).keys()].sort((a, b) => mixed(a, seed + salt) - mixed(b, seed + salt))
  const [lots, needs] = [order(problem.lots.length, 1), order(problem.needs.length, 2)]
  const arcs = order(problem.arcs.lot.length, 3)
  return {
    lots: lots.map((index) => problem.lots[index]!),
    needs: needs.map((index) => problem.needs[index]!),
    arcs: {
      lot: Int32Array.from(arcs, (arc) => lots.indexOf(problem.arcs.lot[arc]!)),
      need: Int32Array.from(arcs, (arc) => needs.indexOf(problem.arcs.need[arc]!)),
      gain: Float64Array.from(arcs, (arc) => problem.arcs.gain[arc]!),
    },
  }
}

function mixed(value: number, seed: number): number {
  return Math.imul(value * 2654435761 + seed, 0x9e3779b1) >>> 0
}
