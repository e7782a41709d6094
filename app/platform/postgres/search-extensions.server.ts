import type { Ask } from './connection.server'

/** What each extension gives the searches that the database answers. */
const GIVES = {
  unaccent: 'accents of other languages than French',
  pg_trgm: 'words with a slip',
} as const
type Extension = keyof typeof GIVES

/**
 * Makes what searches by the database use, with the extensions that are there or may be created; what is there already
 * is left alone. In a database of before these searches nothing is made.
 * @returns the extensions that are missing
 */
export async function prepareSearch(ask: Ask): Promise<readonly string[]> {
  const [known] = await ask<{ there: number }>(
    `select to_regprocedure('public.prepare_search()') is not null as there`,
  )
  if (known?.there !== 1) return []
  const [made] = await ask<{ missing: string[] }>('select prepare_search() as missing')
  return made!.missing
}

/** The extensions that are missing and that this user cannot create at the next start either. */
export async function lackingIn(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select asked.name from unnest($1::text[]) asked (name)
       where asked.name not in (select extname from pg_extension)
         and not (has_database_privilege(current_database(), 'create') and exists (
           select from pg_available_extension_versions v where v.name = asked.name and v.trusted))`,
    [Object.keys(GIVES)],
  )
  return rows.map(({ name }) => name)
}

/** What is missing and how it is got, in a sentence; null when nothing is. */
export function sayMissing(missing: readonly string[]): string | null {
  if (missing.length === 0) return null
  const lost = missing.map((name) => GIVES[name as Extension]).join(' and ')
  const create = missing.map((name) => `create extension ${name}`).join('; ')
  return `while a node that started builds its index, searches do without ${lost}: have the server’s owner install postgresql-contrib and run «${create}» in this database, then start again`
}
