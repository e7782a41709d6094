/** A lot or a need of a problem; its number is its place in the list. */
export type AllocationSide = {
  id: string
  /** Free of a lot, still wanted of a need: whole steps (thousandths of the pair's common unit), 0 or more. */
  capacity: number
}

export type AllocationLot = AllocationSide & {
  /** Goes to one need in one piece, or stays. */
  isWhole?: boolean
  /** The least that one need may take, steps, unless less than that is left or wanted in all; 0 for any part. */
  minTake?: number
}

/** Pairs that may be made: lot and need numbers, and what a step is worth (whole, positive, below 2³⁰). */
export type AllocationArcs = {
  lot: Int32Array
  need: Int32Array
  gain: Float64Array
  /** Whole thousandths of its gain by which an arc is preferred; neither gain nor bound count them. None: 0 for all. */
  bonus?: Float64Array
}

/**
 * Who could serve whom. `max Σ gain·x` with 0 ≤ x, no lot over its capacity, no need over what it wants.
 * With gains in milligrams of net CO2e per thousandth of a unit (grams per unit), totals are exact integers.
 */
export type AllocationProblem = {
  lots: readonly AllocationLot[]
  needs: readonly AllocationSide[]
  arcs: AllocationArcs
}

/** This many steps of a lot for a need, at least 1. */
export type AllocationPart = { lot: number; need: number; quantity: number }

export type Allocation = {
  /** By lot, then need. */
  parts: AllocationPart[]
  /** Σ gain × quantity. */
  gain: number
  /** No allocation can gain more: the value of a feasible dual. Equal to `gain` at the optimum. */
  bound: number
  /** How it was found; `auction` and `greedy` only when the deadline came first. */
  method: 'simplex' | 'auction' | 'greedy' | 'whole'
  /** Worth of one more step of each lot and need, whole numbers, 0 or more. */
  duals: { lots: Float64Array; needs: Float64Array }
}
