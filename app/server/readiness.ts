import fs from 'node:fs/promises'
import type { Request, Response } from 'express'
import { nowMs } from '~/core/clock'
import { expectedAgeMs } from '~/features/health/model/queue'
import { readQueue } from '~/features/health/queries/queue.server'
import { isDatabaseReached } from '~/platform/db.server'
import type { Env } from '~/platform/env.server'
import { missingMigrations } from '~/platform/migrations.server'
import { isStoreReached } from '~/platform/store-probe.server'

type Watched = Pick<Env, 'dataDir' | 'diskMinMb' | 'queueMaxAgeMin'>

/** What must hold before requests are sent to this process, in the order in which it is asked. */
const CHECKS: Record<string, (env: Watched) => boolean | Promise<boolean>> = {
  database: isDatabaseReached,
  migrations: async () => (await missingMigrations()) === 0,
  disk: async ({ dataDir, diskMinMb }) => {
    const { bavail, bsize } = await fs.statfs(dataDir)
    return bavail * bsize >= diskMinMb * 1024 * 1024
  },
  store: isStoreReached,
  queue: async ({ queueMaxAgeMin }) => expectedAgeMs(await readQueue(nowMs())) < queueMaxAgeMin * 60_000,
}

/**
 * Answers whether requests should be sent to this process: `ready`, or 503 with the names of what does not hold, one a
 * line. While it stops it answers `draining`, and asks nothing of the database.
 */
export function readiness(env: Watched, health: { draining: boolean }) {
  return async (_: Request, res: Response): Promise<void> => {
    res.set('Cache-Control', 'no-store').type('text/plain')
    if (health.draining) return void res.status(503).send('draining')
    const faults: string[] = []
    for (const [name, check] of Object.entries(CHECKS)) {
      if (!(await holds(() => check(env)))) faults.push(name)
    }
    if (faults.length > 0) return void res.status(503).send(faults.join('\n'))
    res.send('ready')
  }
}

async function holds(check: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await check()
  } catch {
    return false
  }
}
