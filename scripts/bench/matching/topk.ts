import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { NeedIndex } from '~/features/matching/model/index/need-index'
import { fromDayOn } from '~/features/matching/model/match-sides'
import { topK } from '~/features/matching/model/rank'
import { type MatchLot, type MatchNeed, scorePair } from '~/features/matching/model/score'
import { listServed } from '~/features/matching/model/substitutions'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'
import { seededRandom } from '../../train/random'
import { type BenchOptions, percentile, sizeName, tell } from './part'
import { type PgCluster, startCluster } from './pg-cluster'
import { BENCH_DAY, Synthetic } from './synthetic'
import { type Answer, type Engine, postgresEngines, sqliteEngine } from './topk-engines'

const SIZES = [10_000, 100_000, 1_000_000]
const QUERIES = 300
/** Queries that warm every engine and are not counted; of the index, more, as code that runs on is compiled. */
const WARMING = 40
const WARMING_INDEX = 1000
const K = 10
/** Hundredths of points by which an engine may differ: seven parts, each rounded its own way at the half. */
const TOLERANCE = 5

const OPTIONS = { scoring: SHIPPED_SCORING, today: BENCH_DAY }

/**
 * The ten best needs for a lot: the index, SQLite, PostgreSQL and PostGIS answer the same questions, engine after engine
 * at each question, in an order drawn anew. Every answer of the index is held against the exhaustive formula, and those of
 * the other engines against the index.
 */
export async function benchTopK(options: BenchOptions): Promise<Record<string, unknown>> {
  const cluster = await startCluster()
  if (!cluster) tell('PostgreSQL is not installed here: its engines are left out')
  if (cluster && !cluster.hasPostgis) tell('PostGIS is not installed here: its engines are left out')
  const figures: Record<string, unknown> = {}
  try {
    for (const size of options.sizes ?? SIZES) {
      figures[sizeName(size)] = await measure(size, options.queries ?? QUERIES, cluster)
    }
  } finally {
    await cluster?.stop()
  }
  return {
    ...figures,
    engines: cluster ? (cluster.hasPostgis ? 'all' : 'no PostGIS here') : 'no PostgreSQL here',
  }
}

async function measure(size: number, queries: number, cluster: PgCluster | null) {
  tell(`${sizeName(size)} needs`)
  const made = new Synthetic(7)
  const needs = made.needs(size)
  const lots = made.lots(queries + WARMING_INDEX)
  const { index, buildMs } = build(needs)
  const sqlite = sqliteEngine(needs)
  const others = [sqlite.engine, ...(cluster ? await postgresEngines(cluster, needs) : [])]
  const engines: Engine[] = [indexEngine(index), ...others]
  const asked = lots.slice(WARMING_INDEX)
  for (const lot of lots.slice(0, WARMING)) for (const engine of others) await engine.ask(lot)
  for (const lot of lots.slice(0, WARMING_INDEX)) await engines[0]!.ask(lot)
  const { times, answers } = await interleave(engines, asked)
  sqlite.close()
  const compared = compare(needs, asked, answers)
  const p50 = (name: string) => percentile(times.get(name) ?? [], 0.5)
  const sql = ['sqlite', 'postgres'].filter((name) => times.has(name)).map(p50)
  const ratio = (ms: number) => (ms > 0 ? round(ms / p50('index'), 1) : null)
  const figures = {
    p50Ms: round(p50('index'), 3),
    p95Ms: round(percentile(times.get('index')!, 0.95), 3),
    ratioBestSql: ratio(Math.min(...sql)),
    ratioPostgis: times.has('postgis') ? ratio(p50('postgis')) : null,
    ...compared,
    buildMs: round(buildMs, 0),
    memoryMb: round(index.bytes / 1e6, 1),
    updateUs: round(updateUs(index, needs), 2),
    engines: Object.fromEntries(
      [...times].map(([name, all]) => [
        name,
        { p50Ms: round(percentile(all, 0.5), 3), p95Ms: round(percentile(all, 0.95), 3) },
      ]),
    ),
  }
  tell(`  ${JSON.stringify(figures)}`)
  return figures
}

function build(needs: readonly MatchNeed[]) {
  const index = new NeedIndex<MatchNeed>()
  const before = performance.now()
  for (const need of needs) index.set(need)
  return { index, buildMs: performance.now() - before }
}

/** Answers with the needs and their whole scores, as pages ask for them. */
function indexEngine(index: NeedIndex<MatchNeed>): Engine {
  return {
    name: 'index',
    ask: (lot) => {
      const ranked = index.topK(lot, K, OPTIONS)
      return () =>
        ranked.map(({ item, pair }) => ({ id: Number(item.id), score: Math.round(pair.score * 100) }))
    },
  }
}

/** Sorted times and the answers of each engine. */
async function interleave(engines: readonly Engine[], lots: readonly MatchLot[]) {
  const times = new Map(engines.map(({ name }) => [name, [] as number[]]))
  const answers = new Map(engines.map(({ name }) => [name, [] as Answer[]]))
  const random = seededRandom(3)
  for (const lot of lots) {
    for (const { name, ask } of inDrawnOrder(engines, random)) {
      const before = performance.now()
      const read = await ask(lot)
      times.get(name)!.push(performance.now() - before)
      answers.get(name)!.push(read())
    }
  }
  for (const all of times.values()) all.sort((a, b) => a - b)
  return { times, answers }
}

/** Questions on which an engine differs: the index from the exhaustive formula, the others from the index. */
function compare(
  needs: readonly MatchNeed[],
  lots: readonly MatchLot[],
  answers: ReadonlyMap<string, Answer[]>,
) {
  const byMaterial = new Map<MaterialType, MatchNeed[]>(MATERIAL_TYPES.map((material) => [material, []]))
  for (const need of needs) byMaterial.get(need.material)!.push(fromDayOn(need, BENCH_DAY))
  const exact = lots.map((lot) => {
    const candidates = listServed(lot.material).flatMap((wanted) => byMaterial.get(wanted)!)
    return topK(candidates, K, (need) => scorePair(lot, need, SHIPPED_SCORING)).map(({ item, pair }) => {
      return { id: Number(item.id), score: Math.round(pair.score * 100) }
    })
  })
  const own = answers.get('index')!
  const isSame = (a: Answer, b: Answer) => JSON.stringify(a) === JSON.stringify(b)
  const isClose = (a: Answer, b: Answer) =>
    a.length === b.length && a.every(({ score }, at) => Math.abs(score - b[at]!.score) <= TOLERANCE)
  const others = ['sqlite', 'postgres', 'postgis'].filter((name) => answers.has(name))
  const differing = others.map((name) => {
    return [name, answers.get(name)!.filter((answer, at) => !isClose(answer, own[at]!)).length] as const
  })
  return {
    nearestTenRecall: recall(exact, answers.get('nearest')),
    disagreements: own.filter((answer, at) => !isSame(answer, exact[at]!)).length,
    disagreementsOfSql: Object.fromEntries(differing),
    pairs: exact.reduce((sum, answer) => sum + answer.length, 0),
  }
}

/** Share of the true best that the nearest hold, over all questions that have an answer. */
function recall(exact: readonly Answer[], found: readonly Answer[] | undefined): number | null {
  if (!found) return null
  let [held, all] = [0, 0]
  for (const [at, answer] of exact.entries()) {
    const ids = new Set(found[at]!.map(({ id }) => id))
    all += answer.length
    held += answer.filter(({ id }) => ids.has(id)).length
  }
  return all === 0 ? null : round(held / all, 3)
}

/** Microseconds of a change of one need, quantity and dates alike. */
function updateUs(index: NeedIndex<MatchNeed>, needs: readonly MatchNeed[]): number {
  const count = Math.min(needs.length, 20_000)
  const changed = Array.from({ length: count }, (_, at) => {
    const need = needs[(at * 7919) % needs.length]!
    return { ...need, quantityMilli: need.quantityMilli + 1000 }
  })
  const before = performance.now()
  for (const need of changed) index.set(need)
  return ((performance.now() - before) * 1000) / count
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** Each before and after each other as often as not, so that none always finds the caches as the same one left them. */
function inDrawnOrder<Item>(items: readonly Item[], random: () => number): Item[] {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!)
}
