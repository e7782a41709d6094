import { createHousekeeper } from '~/jobs/housekeeping.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { hearNodes } from '~/platform/postgres/listen.server'
import { openAddress } from './open-address'

/** What the test that forks this file tells it first; `look` and `keep house` later. */
export type LeadOrder = { dataDir: string; url: string }
export type LeadAnswer = { isLeading: boolean }

// Whoever ordered it may be interrupted: it does not work on for nobody.
process.once('disconnect', () => process.exit(1))

/** A node that keeps house when it is told to, and says whether it leads. */
process.once('message', ({ dataDir, url }: LeadOrder) => {
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  void openAddress(url).then(() => {
    const nodes = hearNodes(url, { onWork: () => undefined, onSilence: () => undefined })
    const keepHouse = createHousekeeper(nodes.isLeading)
    process.on('message', (asked: 'look' | 'keep house') => {
      const done = asked === 'keep house' ? keepHouse() : Promise.resolve()
      void done.then(async () => {
        process.send?.({ isLeading: await nodes.isLeading() } satisfies LeadAnswer)
      })
    })
    process.send?.('ready')
  })
})
