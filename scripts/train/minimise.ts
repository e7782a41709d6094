/** A function's value and gradient at a point. */
export type Objective = (point: Float64Array) => { value: number; gradient: Float64Array }
type Curvature = { step: Float64Array; change: Float64Array }

const MEMORY = 8
const ARMIJO = 1e-4
const MAX_HALVINGS = 30

/**
 * Minimises a smooth convex function by L-BFGS (Nocedal 1980) with backtracking.
 * Stops when a step gains less than `tolerance` of the value, or after `maxIterations`.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { maxIterations = 80, tolerance = 1e-5 } = {},
): Float64Array {
  let point = start
  let { value, gradient } = objective(point)
  const history: Curvature[] = []
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const direction = descent(gradient, history)
    const slope = dot(gradient, direction)
    if (slope >= 0) break
    let length = history.length ? 1 : Math.min(1, 1 / Math.sqrt(dot(gradient, gradient)))
    let next = along(point, direction, length)
    let there = objective(next)
    for (let halvings = 0; there.value > value + ARMIJO * length * slope; halvings++) {
      if (halvings === MAX_HALVINGS) return point
      length /= 2
      next = along(point, direction, length)
      there = objective(next)
    }
    remember(history, { step: along(next, point, -1), change: along(there.gradient, gradient, -1) })
    const gain = value - there.value
    point = next
    ;({ value, gradient } = there)
    if (gain < tolerance * Math.max(1, Math.abs(value))) break
  }
  return point
}

function descent(gradient: Float64Array, history: readonly Curvature[]): Float64Array {
  let direction = along(new Float64Array(gradient.length), gradient, -1)
  const shares: number[] = []
  for (const { step, change } of [...history].reverse()) {
    const share = dot(step, direction) / dot(change, step)
    shares.push(share)
    direction = along(direction, change, -share)
  }
  const last = history.at(-1)
  if (last) {
    const scale = dot(last.step, last.change) / dot(last.change, last.change)
    direction = direction.map((each) => each * scale)
  }
  for (const { step, change } of history) {
    const share = shares.pop() ?? 0
    direction = along(direction, step, share - dot(change, direction) / dot(change, step))
  }
  return direction
}

function remember(history: Curvature[], pair: Curvature): void {
  if (dot(pair.step, pair.change) <= 1e-14) return
  history.push(pair)
  if (history.length > MEMORY) history.shift()
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!
  return sum
}

/** `point + length × direction`, as a new vector. */
function along(point: Float64Array, direction: Float64Array, length: number): Float64Array {
  const moved = new Float64Array(point.length)
  for (let index = 0; index < moved.length; index++) moved[index] = point[index]! + length * direction[index]!
  return moved
}
