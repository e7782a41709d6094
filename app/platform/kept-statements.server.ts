import type Sqlite from 'better-sqlite3'
import { RecentMap } from '~/core/recent-map'

/** Texts of statements differ by how many values a list has: a busy instance has some two hundred of them. */
const MOST_KEPT = 500

/**
 * The same connection, for drizzle, which prepares each statement anew: this one hands out the statement that it
 * prepared before for the same text. Drizzle says at each run whether it wants rows or their values, and runs a
 * statement to its end, so that two who hold one do not disturb each other. Whoever reads row by row, or says such things
 * once, asks the connection itself.
 */
export function keepingStatements(connection: Sqlite.Database): Sqlite.Database {
  const kept = new RecentMap<string, Sqlite.Statement>(MOST_KEPT)
  const prepare = (text: string): Sqlite.Statement => {
    const known = kept.get(text)
    const statement = known && !known.busy ? asPrepared(known) : connection.prepare(text)
    kept.set(text, statement)
    return statement
  }
  return Object.create(connection, { prepare: { value: prepare } }) as Sqlite.Database
}

/** Rows as objects again, where the last to run it wanted their values. */
function asPrepared(statement: Sqlite.Statement): Sqlite.Statement {
  return statement.reader ? statement.raw(false) : statement
}
