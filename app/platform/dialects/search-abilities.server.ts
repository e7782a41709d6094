import { sql } from 'drizzle-orm'
import { database, reader, type AnyDatabase } from '../db.server'

/** What the database brings to searches: the schemas of extensions, null where one is not there for this user. */
export type SearchAbilities = { trigrams: string | null; postgis: string | null }

const known = new WeakMap<AnyDatabase, Promise<SearchAbilities | null>>()

/** Null where the database answers no search by words: SQLite, or PostgreSQL without its columns of words. */
export async function searchAbilities(): Promise<SearchAbilities | null> {
  const open = database()
  if (open.engine !== 'postgres') return null
  const asked = known.get(open) ?? ask()
  known.set(open, asked)
  // One that failed is asked again.
  asked.catch(() => known.delete(open))
  return asked
}

async function ask(): Promise<SearchAbilities | null> {
  const rows = await reader().all<SearchAbilities & { columns: number }>(
    sql`select ${schemaOf('pg_trgm')} as trigrams, ${schemaOf('postgis')} as postgis,
      (select count(*) from pg_attribute where attname = 'search_words' and not attisdropped
        and attrelid in ('lots'::regclass, 'needs'::regclass)) as columns`,
  )
  const { columns, ...abilities } = rows[0]!
  return columns === 2 ? abilities : null
}

function schemaOf(extension: 'pg_trgm' | 'postgis') {
  return sql`(select nspname::text from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where extname = ${extension} and has_schema_privilege(n.oid, 'usage'))`
}
