import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { VISITOR } from '~/features/lots/model/visibility'
import { countFacets } from '~/features/lots/queries/facets.server'
import { searchLots } from '~/features/lots/queries.server'
import { materialWords } from '~/features/vocabulary/trade-words.server'
import type { PgCluster } from '../matching/pg-cluster'
import type { CorpusLot } from './corpus/write-lot'
import type { Market } from './market'

/** Answers a text with the first page, the count of all and the counts by material, as the page of lots shows them. */
export type Engine = { name: string; search: (text: string) => Promise<{ ids: string[]; total: number }> }

export const PAGE = 12

/** The product's own search, from its words to the rows of the page, with the counts of every choice of its form. */
export function productEngine(name = 'gisement'): Engine {
  return {
    name,
    search: async (text) => {
      const [{ lots, total }] = await Promise.all([
        searchLots({ text }, { size: PAGE, number: 1 }, VISITOR),
        countFacets({ text }, VISITOR, isoDayOf(nowMs())),
      ])
      return { ids: lots.map(({ id }) => id), total }
    },
  }
}

const OPEN = `lots.status = 'published' and lots.available_milli > 0 and lots.available_until > :today
  and lots.public_from <= :today
  and lots.organisation_id in (select id from organisations where suspended_at_ms is null)`

/**
 * Plain FTS5 as a first version would use it: title, description and names of the material, words without accents,
 * bm25 with a heavier title. `joint` is what stands between the words of a query.
 */
export function ftsEngine(
  { database, ids }: Market,
  lots: readonly CorpusLot[],
  joint: 'AND' | 'OR',
): Engine {
  const { writer } = database
  const table = 'plain_fts'
  const known = writer.prepare("select 1 from sqlite_master where name = 'plain_fts'").get()
  if (!known) {
    writer.exec(
      `create virtual table ${table} using fts5(lot_id unindexed, title, description, material, tokenize = 'unicode61 remove_diacritics 2')`,
    )
    const insert = writer.prepare(`insert into ${table} values (?, ?, ?, ?)`)
    writer.transaction(() => {
      lots.forEach((lot, at) => insert.run(ids[at], lot.title, lot.description, materialWords(lot.material)))
    })()
    writer.exec(`insert into ${table}(${table}) values ('optimize'); analyze`)
  }
  const found = `from ${table} join lots on lots.id = ${table}.lot_id where ${table} match :query and ${OPEN}`
  const page = writer.prepare(`select lots.* ${found} order by bm25(${table}, 0, 3, 1, 0.5) limit ${PAGE}`)
  const counts = writer.prepare(`select lots.material, count(*) as total ${found} group by lots.material`)
  return {
    name: joint === 'AND' ? 'fts5' : 'fts5-any',
    search: (text) => {
      const words = foldText(text).split(' ').filter(Boolean)
      const asked = { query: words.map((word) => `"${word}"`).join(` ${joint} `), today: isoDayOf(nowMs()) }
      const rows = page.all(asked) as { id: string }[]
      const facets = counts.all(asked) as { total: number }[]
      return Promise.resolve({
        ids: rows.map(({ id }) => id),
        total: facets.reduce((sum, { total }) => sum + total, 0),
      })
    },
  }
}

/** PostgreSQL's French text search, without accents, over the same texts, with a GIN index. */
export async function postgresEngine(
  { client }: PgCluster,
  { ids }: Market,
  lots: readonly CorpusLot[],
): Promise<Engine> {
  await client.query(`
    drop table if exists search_lots;
    drop text search configuration if exists fr_plain;
    create text search configuration fr_plain (copy = french);
    alter text search configuration fr_plain alter mapping for hword, hword_part, word with unaccent, french_stem;
    create table search_lots (id text primary key, material text not null, words tsvector not null)`)
  for (let start = 0; start < lots.length; start += 5000) {
    const some = lots.slice(start, start + 5000)
    await client.query(
      `insert into search_lots
       select id, material,
         setweight(to_tsvector('fr_plain', title), 'A') || setweight(to_tsvector('fr_plain', description), 'C')
           || setweight(to_tsvector('fr_plain', named), 'D')
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as t(id, material, title, description, named)`,
      [
        some.map((_, at) => ids[start + at]),
        some.map(({ material }) => material),
        some.map(({ title }) => title),
        some.map(({ description }) => description),
        some.map(({ material }) => materialWords(material)),
      ],
    )
  }
  await client.query('create index on search_lots using gin (words); analyze search_lots')
  return {
    name: 'postgres',
    search: async (text) => {
      const asked = "from search_lots, plainto_tsquery('fr_plain', $1) query where words @@ query"
      const page = await client.query<{ id: string }>(
        `select id ${asked} order by ts_rank(words, query) desc limit ${PAGE}`,
        [text],
      )
      const facets = await client.query<{ total: string }>(
        `select material, count(*) as total ${asked} group by material`,
        [text],
      )
      return {
        ids: page.rows.map(({ id }) => id),
        total: facets.rows.reduce((sum, { total }) => sum + Number(total), 0),
      }
    },
  }
}
