import { and, desc, sql, type SQL } from 'drizzle-orm'
import { communesAround } from '~/features/communes/queries/around.server'
import { saidBy } from '~/features/vocabulary/queries/said-in-database.server'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import { reader } from '~/platform/db.server'
import { searchAbilities } from '~/platform/dialects/search-abilities.server'
import { needs } from '~db/sqlite/needs'
import { conditionsOf, type NeedFilters } from './need-filters.server'

/** What a need of the material that the words name is worth beside `ts_rank`, which is 0 to 1. */
const NAMED = 0.1

/**
 * What `findNeedsByText` finds, asked of PostgreSQL: the same filters; the text by its French words and the table of words
 * in force, in an order of its own.
 * @param open the condition of open needs
 */
export async function findNeedsInDatabase(
  { around, ...filters }: NeedFilters,
  open: SQL,
): Promise<{ ids: string[]; whole: number }> {
  const abilities = await searchAbilities()
  const text = filters.text ?? ''
  const said = await saidBy(text, {
    ...{ of: 'need', open, words: 'part' },
    trigrams: abilities?.trigrams ?? null,
  })
  const place = around && communesAround(around, abilities?.postgis ?? null)
  const from = place ? sql`${needs} join ${place} on around.code = ${needs.communeCode}` : sql`${needs}`
  const held = place ? { ...filters, communeCodes: undefined } : filters
  const isWhole = said.isWhole ?? sql`true`
  const material = recogniseMaterial(text)
  const named = material ? sql` + case when ${needs.material} = ${material} then ${NAMED} else 0 end` : sql``
  const rows = await reader().all<{ id: string; whole: number }>(
    sql`select ${needs.id} as id, (${isWhole})::int as whole from ${from}
      where ${and(open, said.condition, ...conditionsOf(held))}
      order by 2 desc, (${said.score}${named}) desc, ${desc(needs.createdAtMs)}, ${desc(needs.id)}`,
  )
  return { ids: rows.map(({ id }) => id), whole: rows.filter(({ whole }) => whole === 1).length }
}
