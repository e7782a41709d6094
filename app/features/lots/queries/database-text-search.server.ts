import { sql, type SQL } from 'drizzle-orm'
import { foldText } from '~/core/fold'
import { meantBy, readForDatabase, type DatabaseText } from '~/features/vocabulary/database-text.server'
import { LEAST_PART, rarity, SHORT_LIST } from '~/features/vocabulary/model/rank-text'
import { allOf, anyOf } from '~/features/vocabulary/queries/text-queries.server'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import type { AnswersToText } from '../model/lots-found'

/** What lots say, as PostgreSQL keeps it beside each: a column of its own, which SQLite has no use for. */
const SEARCH_WORDS = sql`lots.search_words`

/** What a text asks of lots: which say it, which of them say all (null: each), and how well, from 0 to about 1. */
export type SaidBy = { condition: SQL; isWhole: SQL | null; score: SQL }

type How = {
  /** The lots that the reader is shown: as in memory, all of them decide what is few, whatever the filters. */
  open: SQL | undefined
  trigrams: string | null
  words: AnswersToText
}

/**
 * The lots that say a text. When those that say all of it are fewer than a page, words that no lot says are taken for
 * slips, and lots that say a good part follow, as in the memory's index. Lots that the reader does not see decide nothing.
 */
export async function saidBy(text: string, how: How): Promise<SaidBy> {
  const read = await readForDatabase(text)
  if (read.said.length === 0) return nothing()
  const few = await countsOf(read, how.open)
  if (few.whole >= SHORT_LIST) return wholes(read, few)
  const meant = await withoutSlips(text, read, { few, ...how })
  const [reads, counts] = meant ? [meant, await countsOf(meant, how.open)] : [read, few]
  return how.words === 'whole' || counts.whole >= SHORT_LIST ? wholes(reads, counts) : parts(reads, counts)
}

function nothing(): SaidBy {
  return { condition: sql`false`, isWhole: null, score: sql`0.0` }
}

/** How many lots say all, and each thing asked; among how many. */
type Counts = { whole: number; all: number; each: readonly number[] }

async function countsOf({ said }: DatabaseText, open: SQL | undefined): Promise<Counts> {
  const each = said.map((one) => sql`(select count(*) from lots where ${saying(one)} and ${open})::int`)
  const [row] = await reader().all<{ whole: number; all: number; each: number[] }>(
    sql`select (select count(*) from lots where ${saying(allOf(said))} and ${open}) as whole,
      (select count(*) from lots where ${open}) as all, array[${sql.join(each, sql`, `)}] as each`,
  )
  return row!
}

function saying(query: string): SQL {
  return sql`${SEARCH_WORDS} @@ ${query}::tsquery`
}

function wholes(read: DatabaseText, counts: Counts): SaidBy {
  return { condition: saying(allOf(read.said)), isWhole: null, score: scoreOf(read, counts) }
}

/** Lots that say all, then those that say a good part by how much its things tell, by the rule of `rankText`. */
function parts(read: DatabaseText, counts: Counts): SaidBy {
  const { said, isRequired } = read
  const required = said.filter((_, at) => isRequired[at])
  const isWhole = saying(allOf(said))
  const shares = sharesOf(counts)
  const share = sql.join(
    said.map((one, at) => sql`case when ${saying(one)} then ${shares[at]}::float8 else 0 end`),
    sql` + `,
  )
  const isPart =
    counts.whole > 0
      ? sql`${saying(anyOf(said))} and (${share}) >= ${LEAST_PART}::float8`
      : required.length > 0
        ? saying(allOf(required))
        : sql`false`
  return { condition: sql`(${isWhole} or (${isPart}))`, isWhole, score: scoreOf(read, counts) }
}

function sharesOf({ each, all }: Counts): number[] {
  const weights = each.map((count) => rarity(count, all))
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1
  return weights.map((weight) => weight / sum)
}

/** `ts_rank` of each thing, by how much it tells. */
function scoreOf({ near }: DatabaseText, counts: Counts): SQL {
  const shares = sharesOf(counts)
  const ranks = near.map((one, at) => sql`${shares[at]}::float8 * ts_rank(${SEARCH_WORDS}, ${one}::tsquery)`)
  return sql`(${sql.join(ranks, sql` + `)})`
}

/** Spellings looked at for one word. */
const MOST_SPELLINGS = 30

/** The text with words that no lot says put right by the titles that the reader sees; null where nothing is. */
async function withoutSlips(
  text: string,
  { words }: DatabaseText,
  { few, open, trigrams }: How & { few: Counts },
): Promise<DatabaseText | null> {
  if (trigrams === null) return null
  const unknown = words.filter((word, at) => word !== null && few.each[at] === 0) as string[]
  let right = ` ${foldText(text)} `
  for (const word of unknown) {
    const meant = meantBy(word, await spellingsNear(word, open, trigrams))
    if (meant !== null) right = right.replace(` ${word} `, ` ${meant} `)
  }
  return right.trim() === foldText(text) ? null : readForDatabase(right)
}

/** Words of titles with trigrams of a word, those with the most first. */
async function spellingsNear(word: string, open: SQL | undefined, trigrams: string) {
  const place = sql.identifier(trigrams)
  const title = sql`search_folded(${lots.title})`
  return reader().all<{ word: string; count: number }>(
    sql`select word, count(*) as count
      from ${lots}, unnest(string_to_array(${title}, ' ')) word
      where ${title} operator(${place}.%>) ${word} and ${open}
      group by word order by ${place}.similarity(word, ${word}) desc limit ${MOST_SPELLINGS}`,
  )
}
