import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LEASE_MS } from '~/platform/jobs.server'
import { bundleWorkers } from '~tests/support/bundle'
import { webhookBench } from '~tests/support/webhook-bench'
import { verified } from '~tests/support/webhook-receiver'
import type { WebhookOrder } from '~tests/support/webhook-worker'

const { bench, register, offer, work, deliveriesOf } = webhookBench()

let worker: string
const children: ChildProcess[] = []

beforeAll(async () => {
  worker = (await bundleWorkers('webhook-worker'))['webhook-worker']
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  fs.rmSync(path.dirname(worker), { recursive: true, force: true })
})

function sendElsewhere(): ChildProcess {
  const child = fork(worker)
  children.push(child)
  const { setup, receiver } = bench
  child.send({
    dataDir: setup.dir,
    file: setup.database.file,
    host: receiver.host,
  } satisfies WebhookOrder)
  return child
}

/** Has the receiver keep its answers to itself; gives the first request that came. */
function withheld(): Promise<ServerResponse> {
  return new Promise((came) => bench.receiver.answers(came))
}

it.each([
  ['before the receiver has answered', false],
  ['as the receiver answers', true],
])(
  'is sent again by another process, under the same id, when its process is killed %s',
  async (_, answers) => {
    const { id, secret } = await register(bench.giver)
    await offer(bench.giver)
    const asked = withheld()
    const child = sendElsewhere()
    const response = await asked
    const exited = once(child, 'exit')
    // One that is stopped hears no answer, and notes none before it is killed.
    child.kill('SIGSTOP')
    if (answers) await new Promise<void>((sent) => response.writeHead(204).end(sent))
    child.kill('SIGKILL')
    await exited
    bench.receiver.answers((res) => void res.writeHead(204).end())

    await work()
    expect(bench.receiver.received, 'while its lease runs, nobody takes it').toHaveLength(1)
    bench.aheadMs = LEASE_MS + 1000
    await work()
    const { received } = bench.receiver
    expect(received).toHaveLength(2)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    for (const one of received) verified(secret, one)
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'delivered', attempts: 1 }])
    await work()
    expect(received).toHaveLength(2)
  },
)
