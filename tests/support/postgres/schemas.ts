import type Sqlite from 'better-sqlite3'
import type { Pool } from 'pg'

type Column = { type: string; required: boolean; initial: string | null }
/** A table as both engines can tell of it, sorted. */
export type TableShape = {
  columns: Record<string, Column>
  primaryKey: string[]
  foreignKeys: string[]
  indexes: string[]
  checks: string[]
}
type Schema = Map<string, TableShape>

/**
 * What PostgreSQL has beside: numbers of rows, which SQLite keeps itself, and the order of writing, its `rowid`; and what it
 * answers searches by while the index in memory is not there, which SQLite never does: words that it makes of other
 * columns, and their indexes.
 */
const OWN_TABLES = ['row_numbers']
const OWN_COLUMNS = ['rowid', 'search_words']
const OWN_INDEXES = ['lots_search_words', 'lots_title_slips', 'needs_search_words', 'needs_title_slips']

/** The schema of a migrated SQLite database, as its catalogue has it. */
export function sqliteSchema(connection: Sqlite.Database): Schema {
  const all = <Row>(text: string, ...values: unknown[]) => connection.prepare(text).all(...values) as Row[]
  const tables = all<{ name: string; sql: string }>(
    `select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'`,
  )
  return new Map(
    tables.map(({ name, sql }) => {
      const columns = all<Record<'name' | 'type' | 'dflt_value', string> & Record<'notnull' | 'pk', number>>(
        'select * from pragma_table_info(?)',
        name,
      )
      const keys = all<Record<'from' | 'table' | 'to' | 'on_delete', string>>(
        'select * from pragma_foreign_key_list(?)',
        name,
      )
      const indexes = all<{ name: string; unique: number; partial: number; origin: string }>(
        'select * from pragma_index_list(?)',
        name,
      )
      return [
        name,
        {
          columns: Object.fromEntries(
            columns.map((column) => [
              column.name,
              {
                type: isTruth(column.dflt_value) ? 'INTEGER' : column.type.toUpperCase(),
                required: column.notnull === 1 || column.pk > 0,
                initial: plainDefault(column.dflt_value),
              },
            ]),
          ),
          primaryKey: columns
            .filter(({ pk }) => pk > 0)
            .map((column) => column.name)
            .sort(),
          foreignKeys: keys
            .map((key) => `${key.from} ${key.table}.${key.to} ${key.on_delete}`.toLowerCase())
            .sort(),
          indexes: indexes
            .filter(({ origin }) => origin !== 'pk')
            .map((index) => {
              const on = all<{ name: string | null }>('select name from pragma_index_info(?)', index.name)
              return `${index.unique ? 'unique ' : ''}${on.map((one) => one.name ?? '(expression)').join(',')}${index.partial ? ' partial' : ''}`
            })
            .sort(),
          checks: [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK/gi)].map(([, check]) => check!).sort(),
        },
      ]
    }),
  )
}

/** The schema of a migrated PostgreSQL database, as its catalogue has it, in the words of SQLite. */
export async function postgresSchema(through: Pool): Promise<Schema> {
  const all = async <Row>(text: string) => (await through.query(text)).rows as Row[]
  const columns = await all<
    Record<'table' | 'name' | 'type' | 'nullable', string> & { initial: string | null }
  >(
    `select c.table_name as "table", c.column_name as name, c.data_type as type, c.is_nullable as nullable, c.column_default as initial
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like '\\_\\_%' order by c.table_name, c.ordinal_position`,
  )
  const constraints = await all<{
    table: string
    kind: string
    name: string
    columns: string[]
    target: string
    there: string[]
    gone: string
  }>(
    `select r.relname as "table", c.contype as kind, c.conname as name,
       array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.at) as columns,
       f.relname as target,
       array(select a.attname::text from unnest(c.confkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.at) as there,
       case c.confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'no action' end as gone
     from pg_constraint c join pg_class r on r.oid = c.conrelid left join pg_class f on f.oid = c.confrelid
     where r.relnamespace = 'public'::regnamespace`,
  )
  const indexes = await all<{
    table: string
    name: string
    unique: number
    partial: number
    primary: number
    columns: string[]
  }>(
    `select r.relname as "table", i.indexrelid::regclass::text as name, i.indisunique as unique, i.indpred is not null as partial, i.indisprimary as primary,
       array(select coalesce(a.attname::text, '(expression)') from unnest(i.indkey::int[]) with ordinality k(n, at)
         left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n and k.n > 0 order by k.at) as columns
     from pg_index i join pg_class r on r.oid = i.indrelid where r.relnamespace = 'public'::regnamespace`,
  )
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !OWN_TABLES.includes(name))
  return new Map(
    names.map((name) => {
      const of = <Row extends { table: string }>(rows: Row[]) => rows.filter(({ table }) => table === name)
      const own = of(constraints)
      return [
        name,
        {
          columns: Object.fromEntries(
            of(columns)
              .filter((column) => !OWN_COLUMNS.includes(column.name))
              .map((column) => [
                column.name,
                {
                  type: TYPES[column.type] ?? column.type,
                  required: column.nullable === 'NO',
                  initial: plainDefault(column.initial),
                },
              ]),
          ),
          primaryKey: own
            .filter(({ kind }) => kind === 'p')
            .flatMap((one) => one.columns)
            .sort(),
          foreignKeys: own
            .filter(({ kind }) => kind === 'f')
            .map((key) => `${key.columns.join()} ${key.target}.${key.there.join()} ${key.gone}`)
            .sort(),
          indexes: of(indexes)
            .filter(({ primary, name }) => !primary && !OWN_INDEXES.includes(name))
            .map(
              (index) =>
                `${index.unique ? 'unique ' : ''}${index.columns.join()}${index.partial ? ' partial' : ''}`,
            )
            .sort(),
          checks: own
            .filter(({ kind }) => kind === 'c')
            .map((one) => one.name)
            .sort(),
        },
      ]
    }),
  )
}

const TYPES: Record<string, string> = {
  text: 'TEXT',
  bigint: 'INTEGER',
  boolean: 'INTEGER',
  'double precision': 'REAL',
  bytea: 'BLOB',
}

function isTruth(initial: string | null): boolean {
  return initial === 'true' || initial === 'false'
}

/** A default without the quotes and the type that PostgreSQL adds, truth as SQLite writes it. */
function plainDefault(initial: string | null): string | null {
  if (initial === null) return null
  const bare = initial.replace(/::\w+$/, '').replace(/^'(.*)'$/s, '$1')
  return bare === 'true' ? '1' : bare === 'false' ? '0' : bare
}
