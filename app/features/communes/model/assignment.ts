/**
 * Assigns every row to a different column at the least total cost: shortest augmenting paths with dual
 * potentials (Kuhn 1955; Jonker and Volgenant 1987). Exact, in O(rows² × columns) time.
 *
 * `cost[row][column]` is finite; there are at least as many columns as rows. Returns the column of each row.
 * Throws when the table is ragged, not finite, or has more rows than columns.
 */
export function assignRows(cost: readonly (readonly number[])[]): number[] {
  const columns = checkedWidth(cost)
  const rowPotential = new Float64Array(cost.length)
  const columnPotential = new Float64Array(columns)
  const rowOf = new Int32Array(columns).fill(-1)
  for (let row = 0; row < cost.length; row++) {
    augment(cost, row, rowPotential, columnPotential, rowOf)
  }
  const columnOf = new Array<number>(cost.length).fill(-1)
  rowOf.forEach((row, column) => {
    if (row >= 0) columnOf[row] = column
  })
  return columnOf
}

/** Finds the cheapest path from a free row to a free column, updates the potentials, then flips the path. */
function augment(
  cost: readonly (readonly number[])[],
  start: number,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  rowOf: Int32Array,
): void {
  const columns = columnPotential.length
  const distance = new Float64Array(columns).fill(Infinity)
  const previous = new Int32Array(columns).fill(-1)
  const done = new Uint8Array(columns)
  const scanned: number[] = []
  let row = start
  let reached = 0
  let column = -1
  for (;;) {
    const line = cost[row]!
    let nearest = -1
    for (let j = 0; j < columns; j++) {
      if (done[j]) continue
      const through = reached + line[j]! - rowPotential[row]! - columnPotential[j]!
      if (through < distance[j]!) {
        distance[j] = through
        previous[j] = column
      }
      if (nearest < 0 || distance[j]! < distance[nearest]!) nearest = j
    }
    column = nearest
    reached = distance[column]!
    done[column] = 1
    if (rowOf[column]! < 0) break
    scanned.push(column)
    row = rowOf[column]!
  }
  rowPotential[start] = rowPotential[start]! + reached
  for (const j of scanned) {
    const slack = reached - distance[j]!
    rowPotential[rowOf[j]!] = rowPotential[rowOf[j]!]! + slack
    columnPotential[j] = columnPotential[j]! - slack
  }
  flip(column, start, previous, rowOf)
}

/** Moves each row of the path to its next column; the free row takes the first one. */
function flip(last: number, start: number, previous: Int32Array, rowOf: Int32Array): void {
  let column = last
  while (column >= 0) {
    const before = previous[column]!
    rowOf[column] = before < 0 ? start : rowOf[before]!
    column = before
  }
}

function checkedWidth(cost: readonly (readonly number[])[]): number {
  const columns = cost[0]?.length ?? 0
  if (cost.length > columns) throw new RangeError(`${cost.length} rows do not fit in ${columns} columns`)
  for (const line of cost) {
    if (line.length !== columns) throw new RangeError('every row needs the same number of columns')
    if (!line.every(Number.isFinite)) throw new RangeError('every cost must be a finite number')
  }
  return columns
}
