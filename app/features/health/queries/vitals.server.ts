import { gte, sql, sum } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { webVitals } from '~db/sqlite/health'
import { percentileOf, VITALS, type Vital } from '../model/vitals'

/** How fast a page was for those who told of it: the value that three of four and that 95 of 100 did not exceed. */
export type PageVital = { page: string; metric: Vital; told: number; p75: number; p95: number }

/** Pages by their pattern and what browsers told of them since a day, those told of most first. */
export async function readVitals(since: string): Promise<PageVital[]> {
  const rows = await reader()
    .select({
      page: webVitals.page,
      metric: webVitals.metric,
      bucket: webVitals.bucket,
      total: sum(webVitals.count).mapWith(Number),
    })
    .from(webVitals)
    .where(gte(webVitals.day, since))
    .groupBy(webVitals.page, webVitals.metric, webVitals.bucket)
    .orderBy(sql`1`)
  const counts = new Map<string, Map<number, number>>()
  for (const { page, metric, bucket, total } of rows) {
    const key = `${metric} ${page}`
    counts.set(key, (counts.get(key) ?? new Map<number, number>()).set(bucket, total))
  }
  return [...counts]
    .map(([key, buckets]) => pageVital(key, buckets))
    .sort((a, b) => b.told - a.told || a.page.localeCompare(b.page) || order(a) - order(b))
}

function pageVital(key: string, buckets: ReadonlyMap<number, number>): PageVital {
  const space = key.indexOf(' ')
  const metric = key.slice(0, space) as Vital
  const told = [...buckets.values()].reduce((total, count) => total + count, 0)
  const at = (share: number) => percentileOf(metric, buckets, share) ?? 0
  return { page: key.slice(space + 1), metric, told, p75: at(0.75), p95: at(0.95) }
}

function order({ metric }: PageVital): number {
  return VITALS.indexOf(metric)
}
