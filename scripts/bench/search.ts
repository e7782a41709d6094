import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startCpuClock, type CpuTime } from '~/platform/cpu-time'
import { percentile, sizeName, tell } from './matching/part'
import { startCluster, type PgCluster } from './matching/pg-cluster'
import { drawFrom, writeLot, type CorpusLot } from './search/corpus/write-lot'
import { ftsEngine, postgresEngine, productEngine, type Engine } from './search/engines'
import { gradeOf, ndcg, readQueries, type JudgedQuery } from './search/judge'
import { openMarket } from './search/market'
import { firstAnswers, whileDatabaseAnswers } from './search/shared'
import { readLots } from './search/read-lots'

/**
 * Measures the search by text: how good its first ten answers are (nDCG@10 on judged queries) and how long it takes with
 * facets among many lots, side by side with plain FTS5 and, where it is installed, PostgreSQL's French text search. The
 * last line is JSON. `docs/search.md` says what the files of `--queries` and `--lots` hold.
 */
const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: 'scripts/bench/search/queries.jsonl' },
    lots: { type: 'string', default: '' },
    /** dev, held or both: the held half is for the figure that is told, not for tuning. */
    half: { type: 'string', default: 'both' },
    sizes: { type: 'string', default: '100k' },
    judged: { type: 'string', default: '6000' },
    worst: { type: 'string', default: '0' },
  },
})
const SEED = 20_261_129

function corpus(count: number): CorpusLot[] {
  const draw = drawFrom(SEED)
  return Array.from({ length: count }, () => writeLot(draw))
}

type Quality = { queries: number; ndcg10: number; zeroRate: number }

/** Means over the queries that something of the corpus satisfies. */
async function judge(
  engine: Engine,
  queries: readonly JudgedQuery[],
  { lots, ids }: { lots: readonly CorpusLot[]; ids: readonly string[] },
): Promise<Quality> {
  const placeOf = new Map(ids.map((id, at) => [id, at]))
  const scores: { q: string; score: number }[] = []
  let zeros = 0
  for (const query of queries) {
    const all = lots.map(({ facts }) => gradeOf(query, facts))
    const found = await engine.search(query.q)
    if (found.total === 0) zeros += 1
    const score = ndcg(
      found.ids.map((id) => all[placeOf.get(id)!]!),
      all,
    )
    if (score !== null) scores.push({ q: query.q, score })
  }
  if (engine.name === 'gisement' || engine.name === 'database') tellWorst(scores)
  const ndcg10 = scores.reduce((sum, { score }) => sum + score, 0) / Math.max(1, scores.length)
  return { queries: scores.length, ndcg10: round(ndcg10, 4), zeroRate: round(zeros / queries.length, 4) }
}

function tellWorst(scores: { q: string; score: number }[]): void {
  const worst = [...scores].sort((a, b) => a.score - b.score).slice(0, Number(values.worst))
  for (const { q, score } of worst) tell(`  ${score.toFixed(2)} ${q}`)
}

async function quality(queries: readonly JudgedQuery[], cluster: PgCluster | null) {
  const lots =
    values.lots === '' ? corpus(Number(values.judged)) : readLots(readFileSync(values.lots, 'utf8'))
  const market = await openMarket(lots)
  try {
    const engines: Engine[] = [
      productEngine(),
      ftsEngine(market, lots, 'AND'),
      ftsEngine(market, lots, 'OR'),
      ...(cluster ? [await postgresEngine(cluster, market, lots)] : []),
    ]
    const halves = ['dev', 'held', 'both'].filter((half) => values.half === 'both' || values.half === half)
    const figures: Record<string, Record<string, Quality>> = {}
    for (const half of halves) {
      const some = queries.filter((query) => half === 'both' || query.half === half)
      if (some.length === 0) continue
      figures[half] = {}
      for (const engine of engines) {
        figures[half][engine.name] = await judge(engine, some, { lots, ids: market.ids })
        tell(`${half} ${engine.name}: ${JSON.stringify(figures[half][engine.name])}`)
      }
    }
    return figures
  } finally {
    market.close()
  }
}

/** The same where the database answers while the index is not there: on the half that may be tuned on. */
async function databaseQuality(queries: readonly JudgedQuery[], cluster: PgCluster) {
  const lots =
    values.lots === '' ? corpus(Number(values.judged)) : readLots(readFileSync(values.lots, 'utf8'))
  const some = queries.filter((query) => query.half === 'dev')
  if (some.length === 0) return null
  return whileDatabaseAnswers(cluster, lots, async (engine, { ids }) => {
    const found = await judge(engine, some, { lots, ids })
    tell(`dev ${engine.name}: ${JSON.stringify(found)}`)
    return found
  })
}

async function databaseSpeed(size: number, queries: readonly JudgedQuery[], cluster: PgCluster) {
  return whileDatabaseAnswers(cluster, corpus(size), async (engine, market) => {
    for (const { q } of queries) await engine.search(q.slice(0, -1))
    const times: CpuTime[] = []
    for (const { q } of queries) {
      const clock = startCpuClock()
      await engine.search(q)
      times.push(clock())
    }
    const figures = { ...sharesOf(times.map(({ ms }) => ms)), first: await firstAnswers(market) }
    tell(JSON.stringify(figures))
    return figures
  })
}

/** Times of one pass over the queries, engines in turn, after a pass over their beginnings that warms the processor up. */
async function speed(size: number, queries: readonly JudgedQuery[], cluster: PgCluster | null) {
  tell(`Publishing ${size} lots`)
  const lots = corpus(size)
  const market = await openMarket(lots)
  try {
    const product = productEngine()
    const engines = [
      product,
      ftsEngine(market, lots, 'AND'),
      ...(cluster ? [await postgresEngine(cluster, market, lots)] : []),
    ]
    const startedAt = performance.now()
    await product.search('porte')
    const buildMs = performance.now() - startedAt
    tell(`Index built in ${Math.round(buildMs)} ms`)
    for (const { q } of queries) for (const engine of engines) await engine.search(q.slice(0, -1))
    const times = new Map<string, CpuTime[]>(engines.map(({ name }) => [name, []]))
    for (const { q } of queries) {
      for (const engine of engines) {
        const clock = startCpuClock()
        await engine.search(q)
        times.get(engine.name)!.push(clock())
      }
    }
    const figures = Object.fromEntries([...times].map(([name, list]) => [name, timesOf(list)]))
    // Another process does its work: ours only waits.
    if (figures.postgres) delete figures.postgres.cpu
    const { gisement, ...others } = figures
    const ratioFts5 = round(others.fts5!.p95Ms / gisement!.p95Ms, 2)
    tell(JSON.stringify(figures))
    return { ...gisement!, ratioFts5, buildMs: Math.round(buildMs), ...others }
  } finally {
    market.close()
  }
}

type Times = { p50Ms: number; p95Ms: number; cpu?: { p50Ms: number; p95Ms: number } }

/** What passed on the clock and, where other work shares the machine, what the processor spent on it. */
function timesOf(list: readonly CpuTime[]): Times {
  return {
    ...sharesOf(list.map(({ ms }) => ms)),
    cpu: sharesOf(list.map(({ cpuMs }) => cpuMs)),
  }
}

function sharesOf(list: readonly number[]) {
  const sorted = [...list].sort((a, b) => a - b)
  return { p50Ms: round(percentile(sorted, 0.5), 2), p95Ms: round(percentile(sorted, 0.95), 2) }
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** `100k` is 100,000. */
function sizeOf(text: string): number {
  return Number.parseFloat(text) * (text.endsWith('k') ? 1000 : 1)
}

const queries = readQueries(readFileSync(values.queries, 'utf8'))
const cluster = await startCluster(['unaccent']).catch((error: unknown) => {
  tell(`PostgreSQL did not start: ${String(error)}`)
  return null
})
if (!cluster) tell('PostgreSQL is not measured here')
try {
  const halves = await quality(queries, cluster)
  const told = halves.held ?? halves.dev ?? halves.both!
  const speeds: Record<string, unknown> = {}
  for (const text of values.sizes.split(',').filter(Boolean)) {
    const size = sizeOf(text)
    const database = cluster ? { database: await databaseSpeed(size, queries, cluster) } : {}
    speeds[sizeName(size)] = { ...(await speed(size, queries, cluster)), ...database }
  }
  const database = cluster && (await databaseQuality(queries, cluster))
  const baselines = [told.fts5!, told['fts5-any']!]
  const baseline = baselines.reduce((best, one) => (one.ndcg10 > best.ndcg10 ? one : best))
  console.log(
    JSON.stringify({
      ...speeds,
      ndcg10: told.gisement!.ndcg10,
      baselineNdcg10: baseline.ndcg10,
      zeroRate: told.gisement!.zeroRate,
      baselineZeroRate: told.fts5!.zeroRate,
      halves,
      database,
      postgres: cluster ? 'measured' : 'not installed here',
    }),
  )
} finally {
  await cluster?.stop()
}
