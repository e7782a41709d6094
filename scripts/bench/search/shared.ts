import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { setMeanwhile } from '~/features/vocabulary/queries/meanwhile.server'
import { tell } from '../matching/part'
import type { PgCluster } from '../matching/pg-cluster'
import type { CorpusLot } from './corpus/write-lot'
import { productEngine, type Engine } from './engines'
import { openSharedMarket, type SharedMarket } from './market'

/** Has the product's search answered by PostgreSQL, as while the index in memory is not there, and measures that. */
export async function whileDatabaseAnswers<T>(
  cluster: PgCluster,
  lots: readonly CorpusLot[],
  measure: (engine: Engine, market: SharedMarket) => Promise<T>,
): Promise<T> {
  const market = await openSharedMarket(cluster, lots)
  setMeanwhile('hold')
  try {
    return await measure(productEngine('database'), market)
  } finally {
    setMeanwhile('wait')
    await market.close()
  }
}

/** From the start of a process to its first answered search, ms: by the database at once, and by the index in memory. */
export async function firstAnswers({ url }: SharedMarket): Promise<{ answerMs: number; waitMs: number }> {
  const [answerMs, waitMs] = [await firstAnswer(url, 'answer'), await firstAnswer(url, 'wait')]
  tell(`First answered search after ${answerMs} ms by the database, ${waitMs} ms by the index`)
  return { answerMs, waitMs }
}

async function firstAnswer(url: string, does: 'answer' | 'wait'): Promise<number> {
  const run = promisify(execFile)
  const { stdout } = await run('npx', ['tsx', 'scripts/bench/search/first-answer.ts', does], {
    env: { ...process.env, DATABASE_URL: url },
  })
  return Number(stdout.trim().split('\n').at(-1))
}
