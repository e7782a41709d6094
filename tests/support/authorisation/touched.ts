import type { Database } from '~/platform/db.server'

/** A row that was inserted or changed, by the name of its table. */
export type TouchedRow = { table: string; row: Readonly<Record<string, unknown>> }

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Notes from now on which rows the writer touches. */
export function noteTouchedRows({ writer }: Database): { forget: () => void; read: () => TouchedRow[] } {
  const tables = writer
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
  writer.exec('create temp table touched (tab text, row integer, primary key (tab, row))')
  for (const [index, table] of tables.entries()) {
    for (const act of ['insert', 'update']) {
      writer.exec(
        `create temp trigger touched_${act}_${index} after ${act} on main.${quoted(table)}
         begin insert or ignore into touched values ('${table}', new.rowid); end`,
      )
    }
  }
  return {
    forget: () => void writer.prepare('delete from touched').run(),
    read: () => {
      const noted = writer.prepare('select tab, row from touched order by tab, row').all() as {
        tab: string
        row: number
      }[]
      return noted.flatMap(({ tab, row }) => {
        const found = writer.prepare(`select * from ${quoted(tab)} where rowid = ?`).get(row)
        return found ? [{ table: tab, row: found as Record<string, unknown> }] : []
      })
    },
  }
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
