import { sql, type SQL } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { NOTED_TABLES, type NotedTable } from '../model/inventory/inventory'
import { namedRows, ownRows } from '../repo/rows-of.server'
import { listStandings } from '../repo/standing.server'
import type { Subject } from '../repo/subject'

type Value = string | number | null
/** A table with the rows of a person. Secrets are left out; rows of others that only name the person, cut to that. */
export type OwnTable = { table: string; columns: readonly string[]; rows: readonly Record<string, Value>[] }

/** Whose data is asked for, with the organisations that are theirs alone. */
export async function subjectOf(userId: string, email: string): Promise<Subject> {
  const standings = await listStandings(reader(), userId)
  const alone = standings.filter(({ others }) => others.length === 0).map(({ id }) => id)
  return { userId, email, organisationIds: alone, marks: [email] }
}

/** Everything that the database holds about a person, table by table: those with rows of theirs. */
export async function* ownTables(subject: Subject): AsyncGenerator<OwnTable, void, undefined> {
  for (const noted of NOTED_TABLES) {
    const own = ownRows(noted.table, subject)
    const named = namedRows(noted, subject)
    const rows = [
      ...(own ? await select(noted, own, shownColumns(noted)) : []),
      ...(named ? await select(noted, own ? sql`${named} AND NOT ${own}` : named, plainColumns(noted)) : []),
    ]
    if (rows.length > 0) yield { table: noted.table, columns: shownColumns(noted), rows }
  }
}

function shownColumns({ note, columns }: NotedTable): string[] {
  const shown = columns.filter(({ category }) => category !== 'secret').map(({ column }) => column)
  return [...shown, ...note.plain.split(' ').filter(Boolean)]
}

/** What says nothing of anybody else. */
function plainColumns({ note, columns }: NotedTable): string[] {
  const links = columns.filter(({ category }) => category === 'link').map(({ column }) => column)
  return [...links, ...note.plain.split(' ').filter(Boolean)]
}

async function select(
  { table }: NotedTable,
  where: SQL,
  columns: readonly string[],
): Promise<Record<string, Value>[]> {
  const list = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  )
  const rows = await reader().all<Record<string, Value | Uint8Array>>(
    sql`SELECT ${list} FROM ${sql.identifier(table)} WHERE ${where}`,
  )
  return rows.map(printable)
}

/** Bytes have no place in JSON and tables: their length is told. */
function printable(row: Record<string, Value | Uint8Array>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Uint8Array ? `${value.length} bytes` : value,
    ]),
  )
}
