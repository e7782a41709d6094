import { newId } from '~/core/ids'
import type { Database } from '~/platform/db.server'

export type Row = Record<string, string | number | null>

export type TestRows = {
  /** The first row of a query, which must have one. */
  one: (query: string, ...values: (string | number)[]) => Row
  /** Inserts a row; columns by their name in the database. */
  add: (table: string, row: Row) => void
  /** A row of a table once more, with other values, under a new `id`, which is returned. */
  again: (table: string, id: string, changes: Row) => string
  run: (statement: string, ...values: (string | number | null)[]) => void
}

/** Reads and writes rows past the commands, to set records beside each other that a scenario would take long to reach. */
export function rowsOf({ writer }: Database): TestRows {
  const add = (table: string, row: Row) => {
    const names = Object.keys(row)
    const columns = names.map((name) => `"${name}"`).join(', ')
    writer
      .prepare(`insert into "${table}" (${columns}) values (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row))
  }
  const one = (query: string, ...values: (string | number)[]) => {
    const found = writer.prepare(query).get(...values)
    if (!found) throw new Error(`the demo has no row for: ${query}`)
    return found as Row
  }
  return {
    one,
    add,
    again: (table, id, changes) => {
      const copy = { ...one(`select * from "${table}" where id = ?`, id), id: newId(), ...changes }
      add(table, copy)
      return String(copy.id)
    },
    run: (statement, ...values) => void writer.prepare(statement).run(...values),
  }
}
