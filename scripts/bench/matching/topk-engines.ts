import Sqlite from 'better-sqlite3'
import type { MatchLot, MatchNeed } from '~/features/matching/model/score'
import type { PgCluster } from './pg-cluster'
import { COLUMNS, parametersOf, rowOf, scoreSql } from './topk-sql'
import { tell } from './part'

/** Ids and hundredths of points, best first. */
export type Answer = { id: number; score: number }[]

/** An engine answers in its own form; what it gives reads that as an answer, once its time is taken. */
export type Engine = { name: string; ask: (lot: MatchLot) => Read | Promise<Read> }
type Read = () => Answer

/** SQLite in memory, with all that the query reads in one B-tree. */
export function sqliteEngine(needs: readonly MatchNeed[]): { engine: Engine; close: () => void } {
  const db = new Sqlite(':memory:')
  db.exec(`create table needs (${COLUMNS.map((name) => `${name} ${TYPES[name]}`).join(', ')})`)
  const insert = db.prepare(`insert into needs values (${COLUMNS.map(() => '?').join(', ')})`)
  db.transaction(() => {
    for (const need of needs) insert.run(...rowOf(need))
  })()
  db.exec(
    'create index needs_cover on needs (material, u, f, minc, lat, lon, coslat, radius, qty, budget, id); analyze',
  )
  const sql = scoreSql({
    p: (name) => `@${name}`,
    least: 'min',
    greatest: 'max',
    fence: 'limit -1',
    table: 'needs',
    where: 'true',
  })
  const statement = db.prepare(sql)
  return {
    engine: {
      name: 'sqlite',
      ask: (lot) => {
        const rows = statement.all(parametersOf(lot)) as Answer
        return () => rows
      },
    },
    close: () => void db.close(),
  }
}

const TYPES: Record<(typeof COLUMNS)[number], string> = {
  id: 'integer',
  material: 'integer',
  f: 'integer',
  u: 'integer',
  minc: 'integer',
  lat: 'double precision',
  lon: 'double precision',
  coslat: 'double precision',
  radius: 'double precision',
  qty: 'double precision',
  budget: 'double precision',
}

/** Radius of the widest need, in degrees of latitude and, at the north of the box, of longitude. */
const WIDEST = { lat: 30 / 111.1, lon: 30 / (111.1 * Math.cos((49.1 * Math.PI) / 180)) }
const ROWS_AT_ONCE = 20_000

/**
 * Fills the cluster's database with needs, in place of those of before, and gives its engines: those of PostGIS where
 * the database has it.
 */
export async function postgresEngines(
  { client, hasPostgis }: PgCluster,
  needs: readonly MatchNeed[],
): Promise<Engine[]> {
  tell('  filling PostgreSQL')
  const columns = COLUMNS.map((name) => `${name} ${TYPES[name]}`).join(', ')
  await client.query(`drop table if exists needs, needs_geo; create table needs (${columns})`)
  const arrays = COLUMNS.map((name, at) => `$${at + 1}::${TYPES[name]}[]`).join(', ')
  const insert = `insert into needs select * from unnest(${arrays})`
  for (let start = 0; start < needs.length; start += ROWS_AT_ONCE) {
    const rows = needs.slice(start, start + ROWS_AT_ONCE).map(rowOf)
    await client.query(
      insert,
      COLUMNS.map((_, at) => rows.map((row) => row[at])),
    )
  }
  await client.query(`create index on needs (material, u)
    include (id, f, minc, lat, lon, coslat, radius, qty, budget)`)
  await client.query('vacuum analyze needs')
  const engine = pgEngine(client, 'postgres', (p) => scoreSql({ ...PG, p, table: 'needs', where: 'true' }))
  return hasPostgis ? [engine, ...(await postgisEngines(client))] : [engine]
}

async function postgisEngines(client: PgCluster['client']): Promise<Engine[]> {
  await client.query(`create table needs_geo as
    select *, int4range(f, u) as days, st_setsrid(st_makepoint(lon, lat), 4326) as geom from needs`)
  await client.query('create index on needs_geo using gist (material, days, geom)')
  await client.query('vacuum analyze needs_geo')
  return [
    pgEngine(client, 'postgis', (p) => scoreSql({ ...PG, p, table: 'needs_geo', where: inSpaceAndTime(p) })),
    pgEngine(client, 'nearest', nearestSql),
  ]
}

type Parameter = (name: string) => string

const PG = { least: 'least', greatest: 'greatest', fence: 'offset 0' }

function inSpaceAndTime(p: Parameter): string {
  const [lon, lat] = [p('lon'), p('lat')]
  const box = `${lon} - ${WIDEST.lon}, ${lat} - ${WIDEST.lat}, ${lon} + ${WIDEST.lon}, ${lat} + ${WIDEST.lat}`
  return `n.days && ${daysOf(p)} and n.geom && st_makeenvelope(${box}, 4326)`
}

function daysOf(p: Parameter): string {
  const first = `greatest(${p('from')}, ${p('today')})`
  return `int4range(${first}, greatest(${p('until')}, ${first}))`
}

/** The query that one writes who trusts in distance: nearest first among those whose days and condition suit. */
function nearestSql(p: Parameter): string {
  const materials = [p('m0'), p('m1'), p('m2'), p('m3')].join(', ')
  return `select id, 0 as score from needs_geo n
    where n.material in (${materials}) and n.days && ${daysOf(p)} and n.minc <= ${p('cond')}
    order by n.geom <-> st_setsrid(st_makepoint(${p('lon')}, ${p('lat')}), 4326) limit 10`
}

/** Parameters that are whole numbers: an index of whole numbers is not asked with others. */
const WHOLE = new Set(['from', 'until', 'today', 'cond', 'm0', 'm1', 'm2', 'm3'])

let statements = 0

/** An engine over a statement that the server prepares once. */
function pgEngine(client: PgCluster['client'], name: string, sqlOf: (p: Parameter) => string): Engine {
  const names: string[] = []
  const text = sqlOf((parameter) => {
    if (!names.includes(parameter)) names.push(parameter)
    return `$${names.indexOf(parameter) + 1}::${WHOLE.has(parameter) ? 'int' : 'double precision'}`
  })
  const prepared = `${name}-${++statements}`
  return {
    name,
    ask: async (lot) => {
      const values = parametersOf(lot)
      const asked = { name: prepared, text, values: names.map((parameter) => values[parameter]) }
      const { rows } = await client.query<{ id: number; score: number }>(asked)
      return () => rows
    },
  }
}
