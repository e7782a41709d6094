import { and, sql, type SQL } from 'drizzle-orm'
import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import { communesAround } from '~/features/communes/queries/around.server'
import { saidBy, type SaidBy } from '~/features/vocabulary/queries/said-in-database.server'
import { recogniseMaterial } from '~/features/wording/model/recognise-material'
import { reader } from '~/platform/db.server'
import { searchAbilities } from '~/platform/dialects/search-abilities.server'
import { lots } from '~db/sqlite/lots'
import type { AnswersToText, LotsFound } from '../model/lots-found'
import type { LotViewer } from '../model/visibility'
import { conditionsOf, type LotFilters } from './lot-filters.server'
import { conditionOfOpenLots } from './open-lots.server'

/**
 * What `findLotsInMemory` finds, asked of PostgreSQL: the same viewers, stages and filters; a text by its French words and
 * the table of words in force, in an order of its own.
 */
export async function findLotsInDatabase(
  filters: LotFilters,
  viewer: LotViewer,
  { most, words = 'part' }: { most: number; words?: AnswersToText },
): Promise<LotsFound> {
  const asked = await askedOf(filters, viewer, words)
  const [counts, ids] = await Promise.all([countBesides(asked), most > 0 ? listIds(asked, most) : []])
  return { ...counts, ids }
}

/** A search as its statements are made of it. */
export type Asked = {
  filters: LotFilters
  /** `lots`, with the communes around a place beside them where there is one. */
  from: SQL
  isAround: boolean
  /** Open, seen, around the place, and saying the text; the other filters aside. */
  base: SQL | undefined
  said: SaidBy | null
}

/** @param words whether lots that say a part of the text complete a short list */
export async function askedOf(filters: LotFilters, viewer: LotViewer, words: AnswersToText): Promise<Asked> {
  const { around, communeCodes, ...others } = filters
  const abilities = await searchAbilities()
  const place = around && communesAround(around, abilities?.postgis ?? null)
  const from = place ? sql`${lots} join ${place} on around.code = ${lots.communeCode}` : sql`${lots}`
  const held = around ? others : { ...others, communeCodes }
  const open = conditionOfOpenLots(viewer)
  const plain = { filters: held, from, isAround: around !== undefined, base: open, said: null }
  if (foldText(filters.text ?? '') === '') return plain
  const said = await saidBy(filters.text ?? '', {
    of: 'lot',
    open,
    trigrams: abilities?.trigrams ?? null,
    words,
  })
  return { ...plain, base: and(open, said.condition), said }
}

/** How many lots there are, how many say all, and by material with the material and its sheet aside; in one reading. */
async function countBesides({ filters, from, base, said }: Asked): Promise<Omit<LotsFound, 'ids'>> {
  const { material, wanted, ...beside } = filters
  const own = and(...conditionsOf({ material, wanted })) ?? sql`true`
  const rows = await reader().all<{ material: MaterialType; beside: number; total: number; whole: number }>(
    sql`select ${lots.material} as material, count(*) as beside, count(*) filter (where ${own}) as total,
        count(*) filter (where ${own} and ${said?.isWhole ?? sql`true`}) as whole
      from ${from} where ${and(base, ...conditionsOf(beside))} group by ${lots.material}`,
  )
  return {
    total: rows.reduce((sum, row) => sum + row.total, 0),
    whole: rows.reduce((sum, row) => sum + row.whole, 0),
    byMaterial: new Map(rows.map((row) => [row.material, row.beside])),
  }
}

async function listIds(asked: Asked, most: number): Promise<string[]> {
  const { filters, from, base, said } = asked
  const order = [
    ...(said?.isWhole ? [sql`(${said.isWhole}) desc`] : []),
    ...orderOf(asked),
    sql`${lots.publishedAtMs} desc`,
    sql`${lots.id} desc`,
  ]
  const rows = await reader().all<{ id: string }>(
    sql`select ${lots.id} as id from ${from} where ${and(base, ...conditionsOf(filters))}
      order by ${sql.join(order, sql`, `)} ${Number.isFinite(most) ? sql`limit ${most}` : sql``}`,
  )
  return rows.map(({ id }) => id)
}

/** What a lot of the material that the words name is worth beside `ts_rank`, which is 0 to 1. */
const NAMED = 0.1

function orderOf({ filters, isAround, said }: Asked): SQL[] {
  const { sorting, communeCodes, text } = filters
  if (sorting === 'depart') return [sql`${lots.availableUntil}`]
  if (sorting === 'proches') return isAround ? [sql`around.km`] : inListOrder(communeCodes)
  if (!said || (sorting && sorting !== 'pertinence')) return []
  const material = recogniseMaterial(text ?? '')
  const named = material ? sql` + case when ${lots.material} = ${material} then ${NAMED} else 0 end` : sql``
  return [sql`(${said.score}${named}) desc`]
}

function inListOrder(codes: readonly string[] | undefined): SQL[] {
  return codes && codes.length > 0
    ? [
        sql`array_position(array[${sql.join(
          codes.map((code) => sql`${code}`),
          sql`, `,
        )}], ${lots.communeCode})`,
      ]
    : []
}

/** How many lots a search finds, by commune code; communes without any are absent. */
export async function countInDatabaseByCommune(
  filters: LotFilters,
  viewer: LotViewer,
): Promise<Map<string, number>> {
  const { filters: held, from, base } = await askedOf(filters, viewer, 'part')
  const rows = await reader().all<{ code: string; lots: number }>(
    sql`select ${lots.communeCode} as code, count(*) as lots from ${from}
      where ${and(base, ...conditionsOf(held))} group by ${lots.communeCode}`,
  )
  return new Map(rows.map(({ code, lots: found }) => [code, found]))
}

/**
 * How many lots meet each of some choices: those that a search finds, held to its other filters.
 * @param asked the search, whose text is looked up once for several readings
 */
export async function countChoices(
  { from, base, isAround }: Asked,
  filters: LotFilters,
  choices: readonly { filter: LotFilters }[],
): Promise<number[]> {
  const held = isAround ? { ...filters, communeCodes: undefined } : filters
  const counts = choices.map(({ filter }) => sql`count(*) filter (where ${and(...conditionsOf(filter))})`)
  const rows = await reader().all<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}]::int[] as counts from ${from}
      where ${and(base, ...conditionsOf(held))}`,
  )
  return rows[0]!.counts
}
