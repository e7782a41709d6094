/** A column as PostgreSQL has it; SQLite's is of the same name. */
export type CopiedColumn = { name: string; type: 'text' | 'int8' | 'bool' | 'float8' | 'bytea' }
export type CopiedTable = {
  name: string
  columns: readonly CopiedColumn[]
  /** The columns by which its rows are told apart and put in order. */
  key: readonly string[]
  /** The other tables that its rows point at. */
  pointsAt: readonly string[]
}

/**
 * Tables in groups, so that a group points at itself and at those before it alone. Tables that point at each other in a
 * circle are one group; most groups are of one table. By name where the order is free.
 */
export function inFillingOrder(tables: readonly CopiedTable[]): CopiedTable[][] {
  const left = new Map([...tables].sort(byName).map((table) => [table.name, table]))
  const groups: CopiedTable[][] = []
  while (left.size > 0) {
    const reached = new Map([...left.keys()].map((name) => [name, reachedFrom(name, left)]))
    // What is reached from a table and reaches back is of its circle; a circle that reaches nothing else comes next.
    for (const [name, others] of reached) {
      if (!left.has(name)) continue
      const circle = [name, ...[...others].filter((other) => other !== name && reached.get(other)!.has(name))]
      if ([...others].some((other) => left.has(other) && !circle.includes(other))) continue
      groups.push(circle.sort().map((one) => left.get(one)!))
      for (const one of circle) left.delete(one)
    }
  }
  return groups
}

function reachedFrom(name: string, tables: ReadonlyMap<string, CopiedTable>): Set<string> {
  const reached = new Set<string>()
  const ahead = [name]
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    for (const next of tables.get(at)?.pointsAt ?? []) {
      if (reached.has(next) || !tables.has(next)) continue
      reached.add(next)
      ahead.push(next)
    }
  }
  return reached
}

function byName(a: CopiedTable, b: CopiedTable): number {
  return a.name < b.name ? -1 : 1
}
