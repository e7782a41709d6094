import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { database, type AnyDatabase } from '../db.server'

type Said = Record<AnyDatabase['engine'], SQL>

/** A fragment that the engines say differently; the one of this process's database is written when a statement is. */
export function byEngine<T = unknown>(said: Said): SQL<T> {
  return sql<T>`${new Either(said)}`
}

class Either implements SQLWrapper {
  constructor(private readonly said: Said) {}

  getSQL(): SQL {
    return this.said[database().engine]
  }

  shouldOmitSQLParens(): boolean {
    return true
  }
}
