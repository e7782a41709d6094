import Sqlite from 'better-sqlite3'

export type WrittenTable = 'photos' | 'lots' | 'reservations' | 'reservation_messages'

/** Rows that an answer of the server acknowledged. */
export type Acknowledged = { table: WrittenTable; id: string }

/** How many of the acknowledged rows the database has. */
export function countFound(databaseFile: string, acknowledged: readonly Acknowledged[]): number {
  const database = new Sqlite(databaseFile, { readonly: true })
  try {
    return acknowledged.filter(({ table, id }) =>
      database.prepare(`select 1 from ${table} where id = ?`).get(id),
    ).length
  } finally {
    database.close()
  }
}
