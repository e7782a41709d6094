import { sql } from 'drizzle-orm'
import type { Db } from '../db.server'
import type { Tx } from '../transaction.server'
import { byEngine } from './by-engine.server'

/** The highest number that a numbered table ever gave a row, whatever became of it since; 0 before the first. */
export async function highestNumberOf(db: Db, table: 'ledger_rows' | 'audit_rows'): Promise<number> {
  const numbers = byEngine({ sqlite: sql`sqlite_sequence`, postgres: sql`row_numbers` })
  const rows = await db.all<{ seq: number }>(sql`select seq from ${numbers} where name = ${table}`)
  return rows[0]?.seq ?? 0
}

/** The columns of a table that may not be empty. */
export async function requiredColumnsOf(db: Db, table: string): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ name: string }>(
    byEngine({
      sqlite: sql`select name from pragma_table_info(${table}) where "notnull" = 1`,
      postgres: sql`select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = ${table} and is_nullable = 'NO'`,
    }),
  )
  return new Set(rows.map(({ name }) => name))
}

/** Lets a transaction take rows away that others of its rows still point at: its end sees whether all are gone. */
export async function deferForeignKeys(tx: Tx): Promise<void> {
  await tx.run(
    byEngine({ sqlite: sql`pragma defer_foreign_keys = on`, postgres: sql`set constraints all deferred` }),
  )
}

/** Where a row lies, for statements about some of the rows that a condition finds. */
export const ROW_PLACE = byEngine({ sqlite: sql`rowid`, postgres: sql`ctid` })
