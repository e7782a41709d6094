import type Sqlite from 'better-sqlite3'

type Column = { name: string; type: string; notnull: 0 | 1; pk: number }
type Reference = { table: string; from: string; to: string | null }
type Row = Record<string, unknown>

/** Rows of each table. */
const ROWS = 2

/** Tables of the product in a database of any version. */
export function tablesOf(connection: Sqlite.Database): string[] {
  return connection
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\' order by 1`,
    )
    .pluck()
    .all() as string[]
}

/**
 * Fills every table of a database, whatever its version, with rows that its own schema accepts: distinct values by
 * column, references to rows that are there, checks obeyed. Triggers, which know what rows mean, are away meanwhile.
 * What it cannot satisfy it says.
 */
export function fillEveryTable(connection: Sqlite.Database): void {
  const triggers = connection.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) connection.exec(`drop trigger "${name}"`)
  const made = new Map<string, Row[]>()
  const fill = (table: string, above: readonly string[]): Row[] => {
    const known = made.get(table)
    if (known) return known
    const references = connection.pragma(`foreign_key_list(${table})`) as Reference[]
    const parents = new Map(
      references
        .filter((one) => one.table !== table && !above.includes(one.table))
        .map((one) => [one.from, { rows: fill(one.table, [...above, table]), to: one.to ?? 'id' }]),
    )
    const loose = new Set(references.map(({ from }) => from).filter((from) => !parents.has(from)))
    const columns = connection
      .prepare('select name, type, "notnull", pk from pragma_table_info(?)')
      .all(table) as Column[]
    const rows = Array.from({ length: ROWS }, (_, at) => {
      const row = Object.fromEntries(
        columns.map((column) => {
          const parent = parents.get(column.name)
          if (parent) return [column.name, parent.rows[at]![parent.to]]
          // A row may refer to its own kind: to itself.
          if (loose.has(column.name)) return [column.name, column.notnull ? valueOf(table, column, at) : null]
          return [column.name, valueOf(table, column, at)]
        }),
      )
      return insert(connection, table, columns, row)
    })
    made.set(table, rows)
    return rows
  }
  for (const table of tablesOf(connection)) fill(table, [])
  for (const { sql } of triggers) connection.exec(sql)
}

function valueOf(table: string, { name, type }: Column, at: number): unknown {
  switch (type.toUpperCase()) {
    case 'INTEGER':
    case 'NUMERIC':
      return at + 1
    case 'REAL':
      return at + 1.5
    case 'BLOB':
      return Buffer.from([at, 1, 2, 3])
    default:
      return `${table}.${name} ${at}`
  }
}

/** Inserts the row, with as few columns empty or of another form as its checks want. */
function insert(connection: Sqlite.Database, table: string, columns: readonly Column[], row: Row): Row {
  const nullable = columns.filter(({ notnull, pk }) => !notnull && !pk).map(({ name }) => name)
  const texts = columns.filter(({ type }) => type.toUpperCase() === 'TEXT').map(({ name }) => name)
  const variants: Row[] = [
    row,
    ...nullable.map((name) => ({ ...row, [name]: null })),
    ...texts.map((name) => ({
      ...row,
      [name]: String(row[name]).replace(/\W/g, '').padEnd(64, '0').slice(0, 64),
    })),
    { ...row, ...Object.fromEntries(nullable.map((name) => [name, null])) },
  ]
  const names = columns.map(({ name }) => name)
  const statement = connection.prepare(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`,
  )
  const refusals: string[] = []
  for (const variant of variants) {
    try {
      statement.run(...names.map((name) => variant[name]))
      return variant
    } catch (error) {
      refusals.push(String(error))
    }
  }
  throw new Error(`No row was found that ${table} accepts: ${[...new Set(refusals)].join('; ')}`)
}
