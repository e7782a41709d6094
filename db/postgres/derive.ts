import { is, SQL, type Column } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { getTableConfig, SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** Texts in the order of their bytes, as SQLite has them: the order of days, ids and pages depends on it. */
const bytewiseText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })
const bytes = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' })

type Known = Map<SQLiteTable, pg.PgTable>
type PgColumns = Record<string, pg.PgColumn>

/**
 * PostgreSQL's tables, made from SQLite's: the same names, nullability, defaults, keys, indexes and checks. A table is
 * thus declared once, and neither set can say what the other does not. Integers are 64 bits wide on both; JSON stays text,
 * to the byte what was written; times and masses stay the whole numbers they are.
 */
export function postgresTables(exported: readonly unknown[]): pg.PgTable[] {
  const tables = exported.filter((value) => is(value, SQLiteTable))
  const known: Known = new Map()
  for (const table of tables) known.set(table, postgresTable(table, known))
  return [...known.values()]
}

function postgresTable(table: SQLiteTable, known: Known): pg.PgTable {
  const { name, columns } = getTableConfig(table)
  const builders = Object.fromEntries(columns.map((column: SQLiteColumn) => [column.name, builderOf(column)]))
  return pg.pgTable(name, builders, (self) => [
    ...foreignKeysOf(table, self, known),
    ...keysOf(table, self),
    ...indexesOf(table, self),
  ])
}

function builderOf(column: SQLiteColumn) {
  const typed = typedBuilder(column)
  const { default: initial } = column
  const withDefault =
    initial === undefined || initial === null ? typed : typed.default(stored(column, initial) as never)
  const counted = column.notNull ? withDefault.notNull() : withDefault
  const unique = column.isUnique ? counted.unique(column.uniqueName) : counted
  return column.primary ? unique.primaryKey() : unique
}

function typedBuilder({ name, columnType }: SQLiteColumn) {
  switch (columnType) {
    case 'SQLiteText':
    case 'SQLiteTextJson':
      return bytewiseText(name)
    case 'SQLiteInteger':
      return pg.bigint(name, { mode: 'number' })
    case 'SQLiteBoolean':
      return pg.boolean(name)
    case 'SQLiteReal':
      return pg.doublePrecision(name)
    case 'SQLiteBlobBuffer':
      return bytes(name)
    default:
      throw new Error(`No column of PostgreSQL is known for ${columnType} (${name})`)
  }
}

function stored(column: SQLiteColumn, value: unknown): unknown {
  return column.columnType === 'SQLiteTextJson' ? column.mapToDriverValue(value) : value
}

function foreignKeysOf(table: SQLiteTable, self: PgColumns, known: Known) {
  const { name, foreignKeys } = getTableConfig(table)
  return foreignKeys.map((key) => {
    const { columns, foreignTable, foreignColumns } = key.reference()
    const there = known.get(foreignTable)
    if (!there) throw new Error(`${name} points at a table that is not exported`)
    const there_ = there as unknown as PgColumns
    const made = pg.foreignKey({
      name: shortName([name, ...columns.map((one) => one.name), 'fk'].join('_')),
      columns: columns.map((one) => self[one.name]!) as [pg.PgColumn],
      foreignColumns: foreignColumns.map((one) => there_[one.name]!) as [pg.PgColumn],
    })
    return key.onDelete ? made.onDelete(key.onDelete) : made
  })
}

function keysOf(table: SQLiteTable, self: PgColumns) {
  const { name, primaryKeys, uniqueConstraints, checks } = getTableConfig(table)
  const named = (columns: readonly Column[]) => columns.map((one) => self[one.name]!) as [pg.PgColumn]
  return [
    ...primaryKeys.map(({ columns }) =>
      pg.primaryKey({ name: shortName(`${name}_pk`), columns: named(columns) }),
    ),
    ...uniqueConstraints.map((one) => pg.unique(one.getName()).on(...named(one.columns))),
    ...checks.map((one) => pg.check(one.name, inPostgres(one.value, self))),
  ]
}

function indexesOf(table: SQLiteTable, self: PgColumns) {
  return getTableConfig(table).indexes.map(({ config }) => {
    const begun = config.unique ? pg.uniqueIndex(config.name) : pg.index(config.name)
    const on = config.columns.map((one) => (is(one, SQL) ? inPostgres(one, self) : self[one.name]!))
    const made = begun.on(...(on as [pg.PgColumn]))
    return config.where ? made.where(inPostgres(config.where, self)) : made
  })
}

/** The same expression over PostgreSQL's columns. */
function inPostgres(expression: SQL, self: PgColumns): SQL {
  const chunks = expression.queryChunks.map((chunk) => {
    if (is(chunk, SQLiteColumn)) return self[chunk.name]!
    return is(chunk, SQL) ? inPostgres(chunk, self) : chunk
  })
  return new SQL(chunks)
}

/** PostgreSQL cuts names at 63 bytes, and would take two for one. */
function shortName(name: string): string {
  if (name.length <= 63) return name
  throw new Error(`The name ${name} is longer than PostgreSQL's`)
}
