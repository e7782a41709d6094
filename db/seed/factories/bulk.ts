import type { Statement } from 'better-sqlite3'
import { getTableColumns, getTableName, is, SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '~/platform/db.server'
import type { Insert } from './rows'

type Prepared = { statement: Statement; columns: [key: string, column: SQLiteColumn][] }

/**
 * Writes rows through one prepared statement a table: for hundreds of thousands of rows, most of whose time would
 * otherwise be the making of the statements. Run inside a transaction of the same database.
 */
export function bulkInserter({ writer }: Pick<Database, 'writer'>): Insert {
  const prepared = new Map<SQLiteTable, Prepared>()
  const prepare = (table: SQLiteTable): Prepared => {
    const columns = Object.entries(getTableColumns(table))
    const names = columns.map(([, { name }]) => `"${name}"`).join(', ')
    const places = columns.map(() => '?').join(', ')
    const statement = writer.prepare(`insert into "${getTableName(table)}" (${names}) values (${places})`)
    const made = { statement, columns }
    prepared.set(table, made)
    return made
  }
  return (table, rows = []) => {
    if (rows.length === 0) return Promise.resolve()
    const { statement, columns } = prepared.get(table) ?? prepare(table)
    for (const row of rows as readonly Record<string, unknown>[]) {
      statement.run(columns.map(([key, column]) => valueFor(column, row[key])))
    }
    return Promise.resolve()
  }
}

/** As the driver stores it; what is not given is the default of the column. @throws Error for a default made of SQL */
function valueFor(column: SQLiteColumn, given: unknown): unknown {
  const value = given === undefined ? column.default : given
  if (value === undefined || value === null) return null
  if (is(value, SQL)) throw new Error(`The default of ${column.name} is for the database to make`)
  return column.mapToDriverValue(value)
}
