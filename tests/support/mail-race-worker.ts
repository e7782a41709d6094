import { once } from 'node:events'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { openAddress } from './open-address'

/** What the test that forks this file tells it. */
export type MailOrder = { file: string; smtpUrl: string; publicUrl: string; owner: string }

/** One process that delivers: opens the database, says it is ready, and works until nothing is left. */
process.once('message', (order: MailOrder) => void deliver(order))

async function deliver(order: MailOrder): Promise<void> {
  const open = await openAddress(order.file)
  setEnv({ ...env(), smtpUrl: order.smtpUrl, publicUrl: order.publicUrl, logLevel: 'silent' })
  const told = once(process, 'message')
  process.send?.('ready')
  await told
  const jobs = await work(order.owner)
  await open.close()
  process.send?.({ jobs })
  process.disconnect()
}

async function work(owner: string): Promise<number> {
  let done = 0
  while (await runOnce(owner)) done += 1
  return done
}
