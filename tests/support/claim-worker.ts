import { once } from 'node:events'
import { claimJob, completeJob } from '~/platform/jobs.server'
import { openAddress } from './open-address'

/** What a process of the race is told: with `isStuck` it takes one job and says nothing more. */
export type ClaimOrder = { file: string; kinds: string[]; lanes: number; isStuck?: boolean }
export type ClaimReport = { kind: 'ready' } | { kind: 'done'; ids: string[] }

/** One process of several that take jobs: opens the database, says it is ready, and takes all there are when told to. */
process.once('message', (order: ClaimOrder) => void compete(order))

async function compete({ file, kinds, lanes, isStuck }: ClaimOrder): Promise<void> {
  const open = await openAddress(file)
  const told = once(process, 'message')
  report({ kind: 'ready' })
  await told
  const owner = String(process.pid)
  const ids: string[] = []
  const take = async () => {
    for (;;) {
      const job = await claimJob(owner, kinds)
      if (!job) return
      ids.push(job.id)
      if (isStuck) return
      await completeJob(owner, job)
    }
  }
  await Promise.all(Array.from({ length: lanes }, take))
  report({ kind: 'done', ids })
  if (isStuck) return void setInterval(() => undefined, 1000)
  await open.close()
  process.disconnect()
}

function report(message: ClaimReport): void {
  process.send?.(message)
}
