import type Sqlite from 'better-sqlite3'

/**
 * Fills a migrated database file with rows as they are: triggers, which tell caches of changes or refuse them, are away
 * meanwhile, and what the migrations wrote is taken out first. All of it or nothing stays.
 * @param sequences the last number that each growing sequence gave
 */
export async function fillFile(
  connection: Sqlite.Database,
  sequences: Readonly<Record<string, number>>,
  write: () => Promise<void>,
): Promise<void> {
  const triggers = connection.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${quoted(name)}`)
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN')
  for (const name of tablesOf(connection)) connection.exec(`DELETE FROM ${quoted(name)}`)
  await write()
  connection.prepare(`delete from sqlite_sequence where name not like '\\_\\_%' escape '\\'`).run()
  const note = connection.prepare('insert into sqlite_sequence (name, seq) values (?, ?)')
  for (const [name, seq] of Object.entries(sequences)) note.run(name, seq)
  connection.exec('COMMIT')
  for (const { sql } of triggers) connection.exec(sql)
}

/** Tables of the product: not those of SQLite, nor the list of migrations. */
export function tablesOf(connection: Sqlite.Database): string[] {
  return connection
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'
        order by name`,
    )
    .pluck()
    .all() as string[]
}

/** The last number that each growing sequence of a database file gave. */
export function sequencesOf(connection: Sqlite.Database): Record<string, number> {
  const rows = connection.prepare('select name, seq from sqlite_sequence').all() as {
    name: string
    seq: number
  }[]
  return Object.fromEntries(
    rows.filter(({ name }) => !name.startsWith('__')).map(({ name, seq }) => [name, seq]),
  )
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
