import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { byEngine } from './by-engine.server'

/** Whether a text is like a pattern whatever the case of its letters; a backslash before a sign takes it as it is. */
export function likeInAnyCase(text: SQLWrapper, pattern: string): SQL {
  return byEngine({
    sqlite: sql`${text} like ${pattern} escape '\\'`,
    postgres: sql`${text} ilike ${pattern} escape '\\'`,
  })
}

/** The different values of a text in a group of rows, with commas between them. */
export function listOf(text: SQLWrapper): SQL<string> {
  return byEngine<string>({
    sqlite: sql`group_concat(distinct ${text})`,
    postgres: sql`string_agg(distinct ${text}, ',')`,
  })
}

/** The larger of two numbers that are there. */
export function largerOf(a: SQLWrapper, b: SQLWrapper): SQL<number> {
  return sql<number>`case when ${a} > ${b} then ${a} else ${b} end`
}
