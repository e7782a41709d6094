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

/** By lot, then need: a counting sort on the lot, and in the run of each lot one of numbers that hold need and place. */
function sortArcs(arcs: AllocationArcs, lots: number): AllocationArcs {
  if (isSorted(arcs)) return arcs
  const count = arcs.lot.length
  const starts = startsOf(arcs.lot, lots)
  const next = starts.slice()
  // Needs times arcs stay below 2⁵³.
  const width = 2 ** Math.ceil(Math.log2(count))
  const keys = new Float64Array(count)
  for (let arc = 0; arc < count; arc++) keys[next[arcs.lot[arc]!]!++] = arcs.need[arc]! * width + arc
  for (let lot = 0; lot < lots; lot++) keys.subarray(starts[lot], starts[lot + 1]).sort()
  const sorted = {
    lot: new Int32Array(count),
    need: new Int32Array(count),
    gain: new Float64Array(count),
    ...(arcs.bonus && { bonus: new Float64Array(count) }),
  }
  for (let at = 0; at < count; at++) {
    const need = Math.floor(keys[at]! / width)
    const arc = keys[at]! - need * width
    sorted.lot[at] = arcs.lot[arc]!
    sorted.need[at] = need
    sorted.gain[at] = arcs.gain[arc]!
    if (sorted.bonus) sorted.bonus[at] = arcs.bonus![arc]!
  }
  return sorted
}

function isSorted({ lot, need }: AllocationArcs): boolean {
  for (let arc = 1; arc < lot.length; arc++) {
    if (lot[arc]! < lot[arc - 1]! || (lot[arc] === lot[arc - 1] && need[arc]! < need[arc - 1]!)) return false
  }
  return true
}

/** Where the run of each key begins once sorted; the last entry is their number. */
function startsOf(keys: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1)
  for (let at = 0; at < keys.length; at++) starts[keys[at]! + 1]! += 1
  for (let key = 0; key < size; key++) starts[key + 1]! += starts[key]!
  return starts
}

function numbersUpTo(count: number): Int32Array {
  const numbers = new Int32Array(count)
  for (let number = 0; number < count; number++) numbers[number] = number
  return numbers
}
