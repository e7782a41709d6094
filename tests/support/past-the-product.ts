import type Sqlite from 'better-sqlite3'
import type { Database } from '~/platform/db.server'
import { isOnPostgres } from './database'

/** Where a row of any table lies, as a text and a condition that finds it again; another one once it is written. */
export const PLACE = isOnPostgres
  ? { text: 'ctid::text', is: 'ctid = ?::tid' }
  : { text: 'rowid', is: 'rowid = ?' }

/** Takes a trigger away for good, as whoever holds the database might. */
export function dropTrigger({ writer }: Pick<Database, 'writer'>, table: string, name: string): void {
  writer.exec(`drop trigger ${name}${isOnPostgres ? ` on ${table}` : ''}`)
}

/**
 * Writes past triggers, checks and foreign keys, as whoever found a way around the product might. SQLite checks a row again for
 * the columns that are changed, PostgreSQL for all: without `areChecksKept`, checks stay away there, and keys that lead
 * to no person and no organisation.
 */
export function pastTheProduct<T>(connection: Sqlite.Database, write: () => T, areChecksKept = true): T {
  const back = isOnPostgres
    ? withoutRulesOfPostgres(connection, areChecksKept)
    : withoutRulesOfSqlite(connection)
  connection.pragma('foreign_keys = OFF')
  try {
    return write()
  } finally {
    connection.pragma('foreign_keys = ON')
    back()
  }
}

function withoutRulesOfSqlite(connection: Sqlite.Database): () => void {
  const triggers = connection.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) connection.exec(`drop trigger "${name}"`)
  connection.pragma('ignore_check_constraints = ON')
  return () => {
    connection.pragma('ignore_check_constraints = OFF')
    for (const { sql } of triggers) connection.exec(sql)
  }
}

function withoutRulesOfPostgres(connection: Sqlite.Database, areChecksKept: boolean): () => void {
  const statements = (text: string) => connection.prepare(text).all() as { away: string; back: string }[]
  const triggers = statements(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as away,
       format('alter table %s enable always trigger %I', tgrelid::regclass, tgname) as back
     from pg_trigger where not tgisinternal`,
  )
  const checks = statements(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
       format('alter table %s add constraint %I %s not valid', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
     from pg_constraint where conrelid <> 0 and (contype = 'c'
       or contype = 'f' and confrelid not in ('users'::regclass, 'organisations'::regclass))`,
  )
  const again = areChecksKept ? [...triggers, ...checks] : triggers
  connection.exec([...triggers, ...checks].map(({ away }) => away).join(';'))
  return () => connection.exec(again.map(({ back }) => back).join(';'))
}
