import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { vitalReports } from '~/platform/metrics.server'
import { withTx } from '~/platform/transaction.server'
import { bucketOf, type Vital } from '../model/vitals'
import { countVital, forgetVitals } from '../repo.server'
import type { VitalsReport } from '../schema'

/** How long counts are kept: a year and the month before it, so that seasons can be compared. */
const KEPT_DAYS = 400

/** Counts what a browser told of a page under the day, the page's pattern and a class of values, and keeps nothing else. */
export async function countVitals({ page, values }: VitalsReport): Promise<void> {
  vitalReports.inc()
  const day = isoDayOf(nowMs())
  await withTx(async (tx) => {
    for (const [metric, value] of Object.entries(values) as [Vital, number][]) {
      await countVital(tx, { day, metric, page, bucket: bucketOf(metric, value) })
    }
  })
}

/** Forgets counts that are too old. */
export async function forgetOldVitals(): Promise<void> {
  const before = addDays(isoDayOf(nowMs()), -KEPT_DAYS)
  await withTx((tx) => forgetVitals(tx, before))
}
