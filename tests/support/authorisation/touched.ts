import type { Database } from '~/platform/db.server'
import { isOnPostgres } from '~tests/support/database'
import { tableNames, writerRows } from './trial'

/** A row that was inserted or changed, by the name of its table. */
export type TouchedRow = { table: string; row: Readonly<Record<string, unknown>> }

/** The tables of PostgreSQL are seen by the connections of commands too, which look only where the product's are. */
const NOTED = isOnPostgres ? 'only_in_tests.touched' : 'touched'

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Notes from now on which rows the writer touches in a trial. @returns what reads them, by table and place */
export function noteTouchedRows(database: Database): () => Promise<TouchedRow[]> {
  const tables = tableNames(database)
  if (isOnPostgres) noteOnPostgres(database, tables)
  else noteOnSqlite(database, tables)
  const columns = new Map(tables.map((table) => [table, namesOf(database, table)]))
  const place = isOnPostgres ? 'ctid' : 'rowid'
  return async () => {
    const noted = await writerRows(database, `select tab, place from ${NOTED} order by tab, place`)
    const rows: TouchedRow[] = []
    for (const [tab, at] of noted as [string, string | number][]) {
      const names = columns.get(tab)!
      const found = `select ${names.map(quoted).join()} from ${quoted(tab)} where ${place} = '${at}'`
      for (const values of await writerRows(database, found))
        rows.push({ table: tab, row: Object.fromEntries(names.map((name, index) => [name, values[index]])) })
    }
    return rows
  }
}

function noteOnSqlite({ writer }: Database, tables: readonly string[]): void {
  writer.exec('create temp table touched (tab text, place integer, primary key (tab, place))')
  for (const [index, table] of tables.entries()) {
    for (const act of ['insert', 'update']) {
      writer.exec(
        `create temp trigger touched_${act}_${index} after ${act} on main.${quoted(table)}
         begin insert or ignore into touched values ('${table}', new.rowid); end`,
      )
    }
  }
}

/** A row that is written twice is noted at two places, at the first of which it is no more. */
function noteOnPostgres({ writer }: Database, tables: readonly string[]): void {
  writer.exec(`create table ${NOTED} (tab text, place tid)`)
  writer.exec(`create function only_in_tests.note_touched() returns trigger language plpgsql as $$ begin
    insert into ${NOTED} select tg_table_name, new.ctid; return null; end $$`)
  for (const table of tables)
    writer.exec(
      `create trigger touched after insert or update on ${quoted(table)} for each row execute function only_in_tests.note_touched()`,
    )
}

function namesOf({ writer }: Database, table: string): string[] {
  return writer.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
}

/** Every column of every table, as the tables and as the code name it. */
export function columnNames({ writer }: Database): string[] {
  const names = writer
    .prepare(
      `select distinct c.name from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%'`,
    )
    .pluck()
    .all() as string[]
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [...new Set(names.flatMap((name) => [name, camel(name)]))]
}
