import { setTimeout as wait } from 'node:timers/promises'
import { nowMs } from '~/core/clock'
import { sealLedger } from '~/features/accounting/commands/keep-chain.server'
import { stopDetector } from '~/features/faces/detector.server'
import { classifierThreads, stopClassifier, warmClassifier } from '~/features/classifier/classifier.server'
import { isClassifierOff } from '~/features/classifier/queries/settings.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { heldLots } from '~/features/lots/held-lots.server'
import { stopPlanner } from '~/features/matching/plan-thread.server'
import { warmMatchIndex } from '~/features/matching/match-index.server'
import { heldNeeds } from '~/features/needs/text-search.server'
import { setMeanwhile } from '~/features/vocabulary/queries/meanwhile.server'
import { startWorker } from '~/jobs/worker.server'
import { sayMissing } from '~/platform/postgres/search-extensions.server'
import { refuseHalfRestored } from '~/platform/upkeep/restore.server'
import { upgradeDatabase } from '~/platform/upkeep/upgrade.server'
import { openConfigured } from '~/platform/configured-database.server'
import type { Env } from '~/platform/env.server'
import { logger } from '~/platform/logger.server'

export type Services = {
  /** Takes no more background work; settles once what was under way has ended or its time is over. */
  stopWork: () => Promise<void>
  /** Writes the log of the database back and closes it: after the last request. */
  close: () => Promise<void>
}

/** How long background work under way may take once the process is asked to stop; then another process does it. */
const WORK_MS = 12_000
/** How long a database that starts at the same time is waited for. */
const PATIENCE_MS = 30_000
/** How long threads may go on with what they compute before the database is closed and the process ends. */
const THREADS_MS = 9000

/** Opens and migrates the database, loads the reference data, starts the worker and the classifier's thread. */
export async function startServices(env: Env): Promise<Services> {
  await refuseHalfRestored(env.dataDir)
  const open = await openConfigured(env, PATIENCE_MS)
  const { before, applied, copy, missing } = await upgradeDatabase(open, nowMs())
  if (before.kind === 'behind') logger().info({ applied, copy }, 'the database was brought up to date')
  const lacking = sayMissing(missing)
  if (lacking !== null) logger().warn({ missing }, lacking)
  await loadReferenceCommunes()
  await sealLedger()
  const worker = startWorker(classifierThreads())
  setMeanwhile('answer')
  warmMatchIndex().catch((error: unknown) => logger().error({ err: error }, 'matching could not be prepared'))
  Promise.all([heldLots(), heldNeeds()]).catch((error: unknown) =>
    logger().error({ err: error }, 'searches by words could not be prepared'),
  )
  if (!(await isClassifierOff())) {
    warmClassifier().catch((error: unknown) =>
      logger().warn({ err: error }, 'the classifier is not available'),
    )
  }
  return {
    stopWork: () => worker.stop(WORK_MS),
    close: async () => {
      const threads = Promise.all([stopClassifier(), stopDetector(), stopPlanner()])
      await Promise.race([threads, wait(THREADS_MS, undefined, { ref: false })])
      await open.close()
    },
  }
}
