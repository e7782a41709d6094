import type Sqlite from 'better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/**
 * Drizzle over one connection. Repos receive one as `tx`; queries ask `reader()`. SQLite answers at once, yet every answer
 * is typed as one to wait for: an engine beyond this process has no other way.
 */
export type Db = BaseSQLiteDatabase<'async', Sqlite.RunResult, Record<string, never>>
