import { lt, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { webVitals } from '~db/sqlite/health'

type Counted = Omit<typeof webVitals.$inferInsert, 'count'>

/** Counts one more value of a class. */
export async function countVital(tx: Tx, counted: Counted): Promise<void> {
  await tx
    .insert(webVitals)
    .values({ ...counted, count: 1 })
    .onConflictDoUpdate({
      target: [webVitals.day, webVitals.metric, webVitals.page, webVitals.bucket],
      set: { count: sql`${webVitals.count} + 1` },
    })
}

/** Forgets what was counted before a day. */
export async function forgetVitals(tx: Tx, before: string): Promise<void> {
  await tx.delete(webVitals).where(lt(webVitals.day, before))
}
