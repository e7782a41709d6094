import { sealLedger } from '~/features/accounting/commands/keep-chain.server'
import { classifierThreads, stopClassifier, warmClassifier } from '~/features/classifier/classifier.server'
import { isClassifierOff } from '~/features/classifier/queries/settings.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { heldLots } from '~/features/lots/held-lots.server'
import { warmMatchIndex } from '~/features/matching/match-index.server'
import { heldNeeds } from '~/features/needs/text-search.server'
import { startWorker } from '~/jobs/worker.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import type { Env } from '~/platform/env.server'
import { logger } from '~/platform/logger.server'

export type Services = { stop: () => Promise<void> }

/** Opens and migrates the database, loads the reference data, starts the worker and the classifier's thread. */
export async function startServices(env: Env): Promise<Services> {
  const open = openDatabase(env.databaseFile)
  migrateDatabase(open)
  await loadReferenceCommunes()
  await sealLedger()
  const worker = startWorker(classifierThreads())
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
    stop: async () => {
      await worker.stop()
      await stopClassifier()
      open.close()
    },
  }
}
