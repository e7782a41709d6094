import { sql, type AnyColumn, type SQL } from 'drizzle-orm'

/**
 * A column for the conditions of a walk through a table by id, page after page, in a form that no index serves. Given an
 * index of the column, SQLite would gather for each page all rows that meet the condition and sort them: the walk through
 * a hundred thousand lots would read ten billion.
 */
export function beside(column: AnyColumn): SQL<string> {
  return sql<string>`(${column} || '')`
}
