import { once } from 'node:events'
import { and, eq } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { openPostgres } from '~/platform/db.server'
import { claimFound } from '~/platform/dialects/claims.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { claimJob, completeJob, type ClaimedJob } from '~/platform/jobs.server'
import { withLightTx } from '~/platform/transaction.server'
import { jobs } from '~db/sqlite/platform'

/** `locked`: found and then taken behind the lock of all writers, and ended behind it; `alone`: as the product does. */
export type TakeWay = 'locked' | 'alone'
export type TakeOrder = { url: string; way: TakeWay; kinds: string[]; lanes: number }

const WAYS = {
  alone: { claim: claimJob, end: completeJob },
  locked: {
    claim: async (owner: string, kinds: readonly string[]) => {
      for (;;) {
        const job = await claimFound(owner, kinds)
        if (job !== 'again') return job
      }
    },
    end: (owner: string, { id, attempts }: ClaimedJob) =>
      withLightTx(async (tx) => {
        await tx
          .update(jobs)
          .set({ status: 'done', doneAtMs: nowMs(), leaseOwner: null, leaseUntilMs: null, lastError: null })
          .where(and(eq(jobs.id, id), eq(jobs.leaseOwner, owner), eq(jobs.attempts, attempts)))
      }),
  },
}

/** One process that takes and ends jobs in several lanes, from when it is told to until there are none. */
process.once('message', (order: TakeOrder) => void takeAll(order))

async function takeAll({ url, way, kinds, lanes }: TakeOrder): Promise<void> {
  setEnv(readEnv({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
  const open = await openPostgres(url)
  const told = once(process, 'message')
  process.send?.('ready')
  await told
  const { claim, end } = WAYS[way]
  const owner = String(process.pid)
  let taken = 0
  const lane = async () => {
    for (let job = await claim(owner, kinds); job; job = await claim(owner, kinds)) {
      taken += 1
      await end(owner, job)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  process.send?.(taken)
  await open.close()
  process.disconnect()
}
