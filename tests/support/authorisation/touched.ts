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

/** Every column of every table, as the tables and as the code name it, and whether it holds a number. */
export function columnsOf({ writer }: Database): { name: string; isNumber: boolean }[] {
  const columns = writer
    .prepare(
      `select c.name, max(lower(c.type) in ('integer', 'real')) as number
       from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%' group by c.name`,
    )
    .all() as { name: string; number: number }[]
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return columns.flatMap(({ name, number }) =>
    [...new Set([name, camel(name)])].map((one) => ({ name: one, isNumber: number === 1 })),
  )
}
