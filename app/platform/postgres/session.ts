import { fillPlaceholders, type Query } from 'drizzle-orm'
import {
  BaseSQLiteDatabase,
  type SQLiteAsyncDialect,
  SQLitePreparedQuery,
  SQLiteSession,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
  type SQLiteExecuteMethod,
} from 'drizzle-orm/sqlite-core'
import * as utils from 'drizzle-orm/utils'
import type { Db } from '../db-type'
import { postgresDialect } from './dialect'

/** How drizzle makes an object of a row, which its types keep to itself. */
const { mapResultRow } = utils as unknown as {
  mapResultRow: (fields: Fields, row: unknown[], notNullable: Record<string, boolean> | undefined) => unknown
}

/** What a statement gave: rows as lists of values or as objects, and how many rows it changed. */
export type Answer = { rows: unknown[]; rowCount: number }
/** Runs one statement. */
export type Runner = (statement: string, values: readonly unknown[], asLists: boolean) => Promise<Answer>

type Mapper = (rows: unknown[][]) => unknown
type Fields = SelectedFieldsOrdered | undefined
type Schema = Record<string, never>
type Config = PreparedQueryConfig & { type: 'async' }

/** Drizzle over the tables of `db/sqlite`, whose statements PostgreSQL answers. */
export function postgresDb(run: Runner): Db {
  const dialect = postgresDialect()
  const session = new PostgresSession(run, dialect)
  return new BaseSQLiteDatabase('async', dialect, session as never, undefined) as unknown as Db
}

class PostgresSession extends SQLiteSession<'async', unknown, Schema, Schema> {
  constructor(
    private readonly runner: Runner,
    dialect: SQLiteAsyncDialect,
  ) {
    super(dialect)
  }

  prepareQuery(
    query: Query,
    fields: Fields,
    executeMethod: SQLiteExecuteMethod,
    _isListed: boolean,
    customResultMapper?: Mapper,
  ): PostgresStatement {
    return new PostgresStatement(this.runner, query, { fields, executeMethod, customResultMapper })
  }

  override transaction(): never {
    throw new Error('Transactions are those of withTx')
  }
}

type Shape = { fields: Fields; executeMethod: SQLiteExecuteMethod; customResultMapper?: Mapper }

class PostgresStatement extends SQLitePreparedQuery<Config> {
  /** Set by drizzle's builders, for rows of outer joins that have no partner. */
  joinsNotNullableMap: Record<string, boolean> | undefined

  constructor(
    private readonly runner: Runner,
    query: Query,
    private readonly shape: Shape,
  ) {
    super('async', shape.executeMethod, query)
  }

  async run(values?: Record<string, unknown>) {
    const { rowCount } = await this.ask(values, false)
    return { changes: rowCount, lastInsertRowid: 0 }
  }

  async all(values?: Record<string, unknown>) {
    const { fields, customResultMapper } = this.shape
    if (!fields && !customResultMapper) return (await this.ask(values, false)).rows
    return this.mapped(await this.values(values))
  }

  async get(values?: Record<string, unknown>) {
    const { fields, customResultMapper } = this.shape
    if (!fields && !customResultMapper) return (await this.ask(values, false)).rows[0]
    const [row] = await this.values(values)
    if (!row) return undefined
    if (customResultMapper) return customResultMapper([row])
    return (this.mapped([row]) as unknown[])[0]
  }

  async values(values?: Record<string, unknown>): Promise<unknown[][]> {
    return (await this.ask(values, true)).rows as unknown[][]
  }

  private mapped(rows: unknown[][]): unknown {
    const { fields, customResultMapper } = this.shape
    if (customResultMapper) return customResultMapper(rows)
    return rows.map((row) => mapResultRow(fields, row, this.joinsNotNullableMap))
  }

  private ask(values: Record<string, unknown> | undefined, asLists: boolean): Promise<Answer> {
    const params = fillPlaceholders(this.query.params, values ?? {})
    return this.runner(this.query.sql, params, asLists)
  }
}
