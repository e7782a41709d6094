import { sql, type SQL } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import type { WordsAsked } from '../model/database-words'

/** What a query asks as PostgreSQL reads it: each a `tsquery` as text, which can be put together. */
export type TextQuery = {
  /** All ways to say it, by thing asked. */
  said: readonly string[]
  /** The ways that say it well, for the order. */
  near: readonly string[]
  /** By thing asked at first, whether it is still there: one whose words are all small is not. */
  kept: readonly boolean[]
}

/** Has PostgreSQL stem the words of a query. */
export async function textQueryOf(asked: readonly WordsAsked[]): Promise<TextQuery> {
  if (asked.length === 0) return { said: [], near: [], kept: [] }
  const stemmed = asked.flatMap(({ ways, near, named }) => [waysIn(ways, named), waysIn(near, named)])
  const [row] = await reader().all<{ read: string[] }>(
    sql`select array[${sql.join(
      stemmed.map((one) => sql`(${one})::text`),
      sql`, `,
    )}] as read`,
  )
  const pairs = asked.map((_, at) => [row!.read[2 * at]!, row!.read[2 * at + 1]!] as const)
  const kept = pairs.filter(([said]) => said !== '')
  return {
    said: kept.map(([said]) => said),
    near: kept.map(([said, near]) => near || said),
    kept: pairs.map(([said]) => said !== ''),
  }
}

/** Words are letters and digits alone; names are the product's own. */
function waysIn(ways: WordsAsked['ways'], named: readonly string[]): SQL {
  const words = ways.map((way) => sql`to_tsquery('pg_catalog.french', ${way.join(' & ')})`)
  const lexemes = named.map((one) => sql`${`'${one}'`}::tsquery`)
  const all = [...words, ...lexemes]
  return all.length === 0 ? sql`''::tsquery` : sql.join(all, sql` || `)
}

/** Of these queries all, or any. */
export function allOf(queries: readonly string[]): string {
  return queries.map((one) => `(${one})`).join(' & ')
}

export function anyOf(queries: readonly string[]): string {
  return queries.map((one) => `(${one})`).join(' | ')
}
