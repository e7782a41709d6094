import type { AllocationArcs, AllocationProblem, AllocationSide } from './problem'

/** A problem in the order of its ids, and where each of its lots and needs stood before. */
export type Canonical = { problem: AllocationProblem; lotBefore: Int32Array; needBefore: Int32Array }

/** The same problem whatever the order in which lots, needs and arcs came. */
export function canonicalOf({ lots, needs, arcs }: AllocationProblem): Canonical {
  const lotBefore = orderById(lots)
  const needBefore = orderById(needs)
  const sorted = sortArcs(
    { ...arcs, lot: renumbered(arcs.lot, lotBefore), need: renumbered(arcs.need, needBefore) },
    lots.length,
    needs.length,
  )
  return {
    problem: {
      lots: Array.from(lotBefore, (index) => lots[index]!),
      needs: Array.from(needBefore, (index) => needs[index]!),
      arcs: sorted,
    },
    lotBefore,
    needBefore,
  }
}

function orderById(sides: readonly AllocationSide[]): Int32Array {
  const order = numbersUpTo(sides.length)
  if (sides.every((side, index) => index === 0 || sides[index - 1]!.id < side.id)) return order
  return order.sort((a, b) => (sides[a]!.id < sides[b]!.id ? -1 : 1))
}

function renumbered(numbers: Int32Array, before: Int32Array): Int32Array {
  if (before.every((old, index) => old === index)) return numbers
  const after = new Int32Array(before.length)
  before.forEach((old, index) => (after[old] = index))
  return numbers.map((old) => after[old]!)
}

/** By lot, then need: a counting sort on the need, then one on the lot. */
function sortArcs(arcs: AllocationArcs, lots: number, needs: number): AllocationArcs {
  if (isSorted(arcs)) return arcs
  const byNeed = countingSort(arcs.need, needs, numbersUpTo(arcs.need.length))
  const order = countingSort(arcs.lot, lots, byNeed)
  return {
    lot: reordered(arcs.lot, order, new Int32Array(order.length)),
    need: reordered(arcs.need, order, new Int32Array(order.length)),
    gain: reordered(arcs.gain, order, new Float64Array(order.length)),
    ...(arcs.bonus && { bonus: reordered(arcs.bonus, order, new Float64Array(order.length)) }),
  }
}

function isSorted({ lot, need }: AllocationArcs): boolean {
  for (let arc = 1; arc < lot.length; arc++) {
    if (lot[arc]! < lot[arc - 1]! || (lot[arc] === lot[arc - 1] && need[arc]! < need[arc - 1]!)) return false
  }
  return true
}

function countingSort(keys: Int32Array, size: number, places: Int32Array): Int32Array {
  const starts = new Int32Array(size + 1)
  for (let at = 0; at < places.length; at++) starts[keys[places[at]!]! + 1]! += 1
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!
  const sorted = new Int32Array(places.length)
  for (let at = 0; at < places.length; at++) sorted[starts[keys[places[at]!]!]!++] = places[at]!
  return sorted
}

function numbersUpTo(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let number = 0; number < count; number++) numbers[number] = number
  return numbers
}

function reordered<Values extends Int32Array | Float64Array>(
  values: Values,
  order: Int32Array,
  moved: Values,
): Values {
  for (let index = 0; index < order.length; index++) moved[index] = values[order[index]!]!
  return moved
}
