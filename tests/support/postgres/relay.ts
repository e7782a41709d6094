import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { LocalServer } from '../../../scripts/postgres/local-server'

/** A line to a database server that a test can break. */
export type Relay = {
  port: number
  /** Breaks a line once these texts went through it, one after the other, before the last is answered. */
  cutsAt: string[] | null
  /** Breaks a line that a client sends this text on, before the server has it. */
  cutsBefore: string | null
  /** What either side sends is taken and goes nowhere, as where the other machine is gone without a word. */
  swallows: boolean
  /** How many lines were opened so far. */
  opened: number
  /** Has lines opened from now on lead to another server. */
  leadTo: (server: Pick<LocalServer, 'host'>) => void
  close: () => Promise<void>
}

/** Passes what a database server and its clients say on, at a port of this machine. */
export async function startRelay(first: Pick<LocalServer, 'host'>): Promise<Relay> {
  let target = first
  const open = new Set<net.Socket>()
  const relay: Omit<Relay, 'port'> = {
    cutsAt: null,
    cutsBefore: null,
    swallows: false,
    opened: 0,
    leadTo: (server) => void (target = server),
    close: async () => {
      for (const one of open) one.destroy()
      server.close()
      await wait(0)
    },
  }
  const server = net.createServer((near) => {
    relay.opened += 1
    const far = net.connect(path.join(target.host, '.s.PGSQL.5432'))
    let passed = 0
    for (const one of [near, far]) {
      open.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        open.delete(one)
        near.destroy()
        // What it was sent is done before it hears that nobody listens.
        far.end()
      })
    }
    near.on('data', (bytes) => {
      if (relay.swallows) return
      if (relay.cutsBefore !== null && bytes.includes(relay.cutsBefore)) return void near.destroy()
      far.write(bytes)
      if (relay.cutsAt === null) return
      if (bytes.includes(relay.cutsAt[passed] ?? '')) passed += 1
      if (passed >= relay.cutsAt.length) near.destroy()
    })
    far.on('data', (bytes) => relay.swallows || near.write(bytes))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(relay, { port: (server.address() as AddressInfo).port })
}
