import { runOnce } from '~/jobs/worker.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { openAddress } from './open-address'
import { openWebhooks } from './webhook-receiver'

/** What the test that forks this file tells it. */
export type WebhookOrder = { dataDir: string; file: string; host: string }

// Whoever ordered it may be interrupted: it does not work on for nobody.
process.once('disconnect', () => process.exit(1))

/** A process that does what is due until nothing is left, or until it is killed. */
process.once('message', (order: WebhookOrder) => {
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: order.dataDir, LOG_LEVEL: 'silent' }))
  openWebhooks([order.host])
  void openAddress(order.file).then(async () => {
    while (await runOnce('webhook-worker'));
    process.send?.('idle')
  })
})
