import type { ClientBase } from 'pg'
import type { CopiedColumn, CopiedTable } from './copied-tables'

/** Without the numbers of rows, which each engine keeps in its own way. */
const COLUMNS = `select c.table_name as "table", c.column_name as name, c.udt_name as type
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'row_numbers'
    and c.table_name not like '\\_\\_%' order by c.table_name, c.ordinal_position`

const KEYS = `select r.relname as "table", f.relname as target, c.contype as kind,
    array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.at) as columns
  from pg_constraint c join pg_class r on r.oid = c.conrelid left join pg_class f on f.oid = c.confrelid
  where r.relnamespace = 'public'::regnamespace and c.contype in ('p', 'f')`

type ColumnRow = CopiedColumn & { table: string }
type KeyRow = { table: string; target: string | null; kind: 'p' | 'f'; columns: string[] }

/** The tables of a migrated database, as PostgreSQL has them. Those of SQLite are the same, which a test of both holds. */
export async function copiedTables(through: Pick<ClientBase, 'query'>): Promise<CopiedTable[]> {
  const columns = (await through.query<ColumnRow>(COLUMNS)).rows
  const keys = (await through.query<KeyRow>(KEYS)).rows
  return [...new Set(columns.map(({ table }) => table))].map((name) => {
    const own = keys.filter(({ table }) => table === name)
    return {
      name,
      columns: columns
        .filter(({ table }) => table === name)
        .map(({ name: column, type }) => ({ name: column, type })),
      key: own.find(({ kind }) => kind === 'p')!.columns,
      pointsAt: own.flatMap(({ target }) => target ?? []),
    }
  })
}
