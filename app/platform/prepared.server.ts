import { sql, type Placeholder } from 'drizzle-orm'
import { reader, type Db } from './db.server'

/**
 * A statement that is run so often that building its text each time would take longer than its work: drizzle builds and
 * prepares it once for each database that is opened. Values come as placeholders. Queries ask the reader; what belongs
 * to a transaction passes its `tx`.
 */
export function preparedQuery<Query>(build: (db: Db) => Query): (db?: Db) => Query {
  const built = new WeakMap<Db, Query>()
  return (db = reader()) => {
    const known = built.get(db) ?? build(db)
    built.set(db, known)
    return known
  }
}

/** A row whose values come when the statement is run, each under the name of its column. */
export function placeholdersOf<const Name extends string>(
  names: readonly Name[],
): { [N in Name]: Placeholder<N> } {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as {
    [N in Name]: Placeholder<N>
  }
}
