import type Sqlite from 'better-sqlite3'
import { isOnPostgres } from './database'

/** Where a row of any table lies, as a text and a condition that finds it again; another one once it is written. */
export const PLACE = isOnPostgres
  ? { text: 'ctid::text', is: 'ctid = ?::tid' }
  : { text: 'rowid', is: 'rowid = ?' }

/** Writes past triggers, checks and foreign keys, as whoever found a way around the product might. */
export function pastTheProduct<T>(connection: Sqlite.Database, write: () => T): T {
  const back = isOnPostgres ? withoutRulesOfPostgres(connection) : withoutRulesOfSqlite(connection)
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

function withoutRulesOfPostgres(connection: Sqlite.Database): () => void {
  const statements = (text: string) => connection.prepare(text).all() as { away: string; back: string }[]
  const rules = [
    ...statements(
      `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as away,
         format('alter table %s enable always trigger %I', tgrelid::regclass, tgname) as back
       from pg_trigger where not tgisinternal`,
    ),
    ...statements(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
         format('alter table %s add constraint %I %s not valid', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
       from pg_constraint where contype = 'c' and conrelid <> 0`,
    ),
  ]
  connection.exec(rules.map(({ away }) => away).join(';'))
  return () => connection.exec(rules.map(({ back }) => back).join(';'))
}
