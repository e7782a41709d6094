import type Sqlite from 'better-sqlite3'

/** Which files of the data folder the rows of a table name. */
export type RowFiles = {
  /** The folder of the data folder that holds them. */
  store: 'photos' | 'documents'
  table: string
  /** Columns to read; `storage_key` is one. */
  columns: readonly string[]
  /** The files of a row below the store, with the SHA-256 of the bytes where the row knows it. */
  filesOf: (row: Record<string, unknown>) => readonly RowFile[]
}

export type RowFile = {
  key: string
  sha256?: string
  /** The row may outlive the file. */
  isOptional?: boolean
}

/** A file with its path below the data folder and the table that names it. */
export type NamedFile = Omit<RowFile, 'key'> & { path: string; table: string }

/** Every file that rows of this database name; tables that an older schema does not have name none. */
export function listNamedFiles(connection: Sqlite.Database, sources: readonly RowFiles[]): NamedFile[] {
  return sources.flatMap(({ store, table, columns, filesOf }) => {
    const known = connection.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    if (!known.includes('storage_key')) return []
    const read = columns.filter((column) => known.includes(column))
    const rows = connection
      .prepare(`select ${read.join()} from ${table} where storage_key is not null`)
      .all() as Record<string, unknown>[]
    return rows.flatMap((row) =>
      filesOf(row).map(({ key, ...more }) => ({ path: `${store}/${key}`, table, ...more })),
    )
  })
}
