import { sql, type SQL } from 'drizzle-orm'
import { foldText } from '~/core/fold'
import { reader } from '~/platform/db.server'
import { meantBy, readForDatabase, type DatabaseText } from '../database-text.server'
import { LEAST_PART, rarity, SHORT_LIST } from '../model/rank-text'
import type { SearchedEntity } from './search-changes.server'
import { allOf, anyOf } from './text-queries.server'

/** Where records are; what each says, as PostgreSQL keeps it in a column of its own, which SQLite has no use for. */
const PLACES = {
  lot: { table: sql`lots`, words: sql`lots.search_words`, title: sql`lots.title` },
  need: { table: sql`needs`, words: sql`needs.search_words`, title: sql`needs.title` },
} satisfies Record<SearchedEntity, Record<string, SQL>>

/** What a text asks of records: which say it, which of them say all (null: each), and how well, from 0 to about 1. */
export type SaidBy = { condition: SQL; isWhole: SQL | null; score: SQL }

type How = {
  of: SearchedEntity
  /** The records that the reader is shown: as in memory, all of them decide what is few, whatever the filters. */
  open: SQL | undefined
  /** The schema of `pg_trgm`; null where it is not there. */
  trigrams: string | null
  /** Whether what says a part may complete a short list. */
  words: 'whole' | 'part'
}

/**
 * The records that say a text. When those that say all of it are fewer than a page, words that none says are taken for
 * slips, and those that say a good part follow, as in the memory's index. What the reader does not see decides nothing.
 */
export async function saidBy(text: string, how: How): Promise<SaidBy> {
  const read = await readForDatabase(text)
  if (read.said.length === 0) return nothing()
  const few = await countsOf(read, how)
  if (few.whole >= SHORT_LIST) return wholes(read, { ...few, ...how })
  const meant = await withoutSlips(text, read, { few, ...how })
  const [reads, counts] = meant ? [meant, await countsOf(meant, how)] : [read, few]
  return how.words === 'whole' || counts.whole >= SHORT_LIST
    ? wholes(reads, { ...counts, ...how })
    : parts(reads, { ...counts, ...how })
}

function nothing(): SaidBy {
  return { condition: sql`false`, isWhole: null, score: sql`0.0` }
}

/** How many say all, and each thing asked; among how many. */
type Counts = { whole: number; all: number; each: readonly number[] }

async function countsOf({ said }: DatabaseText, { of, open }: How): Promise<Counts> {
  const each = said.map(
    (one) => sql`(select count(*) from ${PLACES[of].table} where ${saying(of, one)} and ${open})::int`,
  )
  const [row] = await reader().all<{ whole: number; all: number; each: number[] }>(
    sql`select (select count(*) from ${PLACES[of].table} where ${saying(of, allOf(said))} and ${open}) as whole,
      (select count(*) from ${PLACES[of].table} where ${open}) as all, array[${sql.join(each, sql`, `)}] as each`,
  )
  return row!
}

function saying(of: SearchedEntity, query: string): SQL {
  return sql`${PLACES[of].words} @@ ${query}::tsquery`
}

type Told = Counts & Pick<How, 'of'>

function wholes(read: DatabaseText, counts: Told): SaidBy {
  const { of } = counts
  return { condition: saying(of, allOf(read.said)), isWhole: null, score: scoreOf(read, counts) }
}

/** Those that say all, then those that say a good part by how much its things tell, by the rule of `rankText`. */
function parts(read: DatabaseText, counts: Told): SaidBy {
  const { of } = counts
  const { said, isRequired } = read
  const required = said.filter((_, at) => isRequired[at])
  const isWhole = saying(of, allOf(said))
  const shares = sharesOf(counts)
  const share = sql.join(
    said.map((one, at) => sql`case when ${saying(of, one)} then ${shares[at]}::float8 else 0 end`),
    sql` + `,
  )
  const isPart =
    counts.whole > 0
      ? sql`${saying(of, anyOf(said))} and (${share}) >= ${LEAST_PART}::float8`
      : required.length > 0
        ? saying(of, allOf(required))
        : sql`false`
  return { condition: sql`(${isWhole} or (${isPart}))`, isWhole, score: scoreOf(read, counts) }
}

function sharesOf({ each, all }: Counts): number[] {
  const weights = each.map((count) => rarity(count, all))
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1
  return weights.map((weight) => weight / sum)
}

/** `ts_rank` of each thing, by how much it tells. */
function scoreOf({ near }: DatabaseText, counts: Told): SQL {
  const { words } = PLACES[counts.of]
  const shares = sharesOf(counts)
  const ranks = near.map((one, at) => sql`${shares[at]}::float8 * ts_rank(${words}, ${one}::tsquery)`)
  return sql`(${sql.join(ranks, sql` + `)})`
}

/** Spellings looked at for one word. */
const MOST_SPELLINGS = 30

/** The text with words that none says put right by the titles that the reader sees; null where nothing is. */
async function withoutSlips(
  text: string,
  { words }: DatabaseText,
  { few, of, open, trigrams }: How & { few: Counts },
): Promise<DatabaseText | null> {
  if (trigrams === null) return null
  const unknown = words.filter((word, at) => word !== null && few.each[at] === 0) as string[]
  let right = ` ${foldText(text)} `
  for (const word of unknown) {
    const meant = meantBy(word, await spellingsNear(word, { of, open }, trigrams))
    if (meant !== null) right = right.replace(` ${word} `, ` ${meant} `)
  }
  return right.trim() === foldText(text) ? null : readForDatabase(right)
}

/** Words of titles with trigrams of a word, those with the most first. */
async function spellingsNear(word: string, { of, open }: Pick<How, 'of' | 'open'>, trigrams: string) {
  const place = sql.identifier(trigrams)
  const { table, title: written } = PLACES[of]
  const title = sql`search_folded(${written})`
  return reader().all<{ word: string; count: number }>(
    sql`select word, count(*) as count
      from ${table}, unnest(string_to_array(${title}, ' ')) word
      where ${title} operator(${place}.%>) ${word} and ${open}
      group by word order by ${place}.similarity(word, ${word}) desc limit ${MOST_SPELLINGS}`,
  )
}
