import { runOnce } from '~/jobs/worker.server'
import { openDatabase } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'

/** What the test that forks this file tells it. */
export type MailOrder = { file: string; smtpUrl: string; publicUrl: string; owner: string }

/** One process that delivers: opens the database, says it is ready, and works until nothing is left. */
process.once('message', (order: MailOrder) => {
  const open = openDatabase(order.file)
  setEnv({ ...env(), smtpUrl: order.smtpUrl, publicUrl: order.publicUrl, logLevel: 'silent' })
  process.once('message', () => {
    void work(order.owner).then((jobs) => {
      open.close()
      process.send?.({ jobs })
      process.disconnect()
    })
  })
  process.send?.('ready')
})

async function work(owner: string): Promise<number> {
  let done = 0
  while (await runOnce(owner)) done += 1
  return done
}
