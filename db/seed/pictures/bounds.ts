import type { Solid } from './scene'

/** Tree of boxes over the solids: node i has bounds[6i…], and either children or a run of `order`. */
export type BoundsTree = {
  bounds: Float64Array
  /** Right child of an inner node (the left one is i + 1), or -1 for a leaf. */
  right: Int32Array
  /** Axis along which the left child comes first. */
  axis: Int32Array
  first: Int32Array
  count: Int32Array
  order: Int32Array
  size: number
}

const LEAF = 2

function extent(solid: Solid): [number, number, number] {
  const { shape } = solid
  return shape.kind === 'cylinder'
    ? [shape.radius, shape.halfLength, shape.radius]
    : [shape.half[0], shape.half[1], shape.half[2]]
}

/** World bounds of each solid: min x y z, max x y z. */
function solidBounds(solids: readonly Solid[]): Float64Array {
  const all = new Float64Array(solids.length * 6)
  solids.forEach((solid, index) => {
    const half = extent(solid)
    for (let axis = 0; axis < 3; axis++) {
      let reach = 0
      for (let k = 0; k < 3; k++) reach += Math.abs(solid.rotation[axis * 3 + k]!) * half[k]!
      all[index * 6 + axis] = solid.center[axis]! - reach
      all[index * 6 + 3 + axis] = solid.center[axis]! + reach
    }
  })
  return all
}

function halfArea(box: Float64Array): number {
  const x = box[3]! - box[0]!
  const y = box[4]! - box[1]!
  const z = box[5]! - box[2]!
  return x * y + y * z + z * x
}

function grow(box: Float64Array, own: Float64Array, solid: number): void {
  for (let k = 0; k < 3; k++) {
    box[k] = Math.min(box[k]!, own[solid * 6 + k]!)
    box[3 + k] = Math.max(box[3 + k]!, own[solid * 6 + 3 + k]!)
  }
}

const EMPTY = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]

/** Where to cut a run sorted along one axis so that the two halves' areas, weighted by their counts, are least. */
function cheapestCut(own: Float64Array, run: Int32Array): { cost: number; left: number } {
  const costs = new Float64Array(run.length)
  const box = new Float64Array(EMPTY)
  for (let i = run.length - 1; i > 0; i--) {
    grow(box, own, run[i]!)
    costs[i] = halfArea(box) * (run.length - i)
  }
  box.set(EMPTY)
  let cost = Infinity
  let left = run.length >> 1
  for (let i = 1; i < run.length; i++) {
    grow(box, own, run[i - 1]!)
    const total = costs[i]! + halfArea(box) * i
    if (total < cost) {
      cost = total
      left = i
    }
  }
  return { cost, left }
}

function sortAlong(own: Float64Array, run: Int32Array, axis: number): Int32Array {
  const middle = (i: number) => own[i * 6 + axis]! + own[i * 6 + 3 + axis]!
  return run.sort((a, b) => middle(a) - middle(b) || a - b)
}

function bestSplit(own: Float64Array, run: Int32Array): { axis: number; left: number } {
  let best = { axis: 0, left: run.length >> 1, cost: Infinity }
  for (let axis = 0; axis < 3; axis++) {
    const cut = cheapestCut(own, sortAlong(own, run.slice(), axis))
    if (cut.cost < best.cost) best = { axis, ...cut }
  }
  return best
}

/** Splits by the surface-area heuristic until leaves hold two solids; `chosen` indexes `solids`. */
export function buildTree(solids: readonly Solid[], chosen: readonly number[]): BoundsTree {
  const own = solidBounds(solids)
  const order = Int32Array.from(chosen)
  const capacity = Math.max(1, chosen.length * 2)
  const tree: BoundsTree = {
    bounds: new Float64Array(capacity * 6),
    right: new Int32Array(capacity).fill(-1),
    axis: new Int32Array(capacity),
    first: new Int32Array(capacity),
    count: new Int32Array(capacity),
    order,
    size: 0,
  }
  function enclose(node: number, from: number, to: number): void {
    for (let k = 0; k < 3; k++) {
      let low = Infinity
      let high = -Infinity
      for (let i = from; i < to; i++) {
        low = Math.min(low, own[order[i]! * 6 + k]!)
        high = Math.max(high, own[order[i]! * 6 + 3 + k]!)
      }
      tree.bounds[node * 6 + k] = low
      tree.bounds[node * 6 + 3 + k] = high
    }
  }
  function split(from: number, to: number): number {
    const node = tree.size++
    enclose(node, from, to)
    tree.first[node] = from
    tree.count[node] = to - from
    if (to - from <= LEAF) return node
    const run = order.subarray(from, to)
    const { axis, left } = bestSplit(own, run)
    sortAlong(own, run, axis)
    tree.axis[node] = axis
    const half = from + left
    split(from, half)
    tree.right[node] = split(half, to)
    return node
  }
  if (chosen.length > 0) split(0, chosen.length)
  return tree
}
