import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startLocalServer, type LocalServer } from '../../../scripts/postgres/local-server'
import { askAt } from './ask-at'
import { urlOf } from './server'

/** Two servers, one of which has all that the other acknowledges, at one address that leads to the one in charge. */
export type Pair = {
  /** The address of a database of theirs, over TCP, as behind an address that moves. */
  urlOf: (database: string) => string
  primary: LocalServer
  /** Ends the primary as a power cut does, and puts the other in charge. */
  failOver: () => Promise<void>
  stop: () => Promise<void>
}

/** @throws Error where no server is installed */
export async function startPair(): Promise<Pair> {
  const primary = await startLocalServer(['max_connections=100', 'shared_buffers=64MB', 'jit=off'])
  if (!primary) throw new Error('No PostgreSQL server is installed: apt-get install postgresql')
  const standby = (await startLocalServer(['shared_buffers=64MB', 'jit=off'], { follows: primary }))!
  // From here on, a commit is acknowledged once the other server has it on its disk.
  await asked(primary, `alter system set synchronous_standby_names = '*'`)
  await asked(primary, 'select pg_reload_conf()')
  const relay = await startRelay(socketOf(primary))
  return {
    primary,
    urlOf: (database) => `postgres://${primary.user}@127.0.0.1:${relay.port}/${database}`,
    failOver: async () => {
      const ended = once(primary.process, 'exit')
      primary.process.kill('SIGKILL')
      await ended
      await asked(standby, 'select pg_promote()')
      relay.leadTo(socketOf(standby))
    },
    stop: async () => {
      await relay.close()
      await Promise.all([primary.stop(), standby.stop()])
    },
  }
}

function socketOf({ host }: LocalServer): string {
  return path.join(host, '.s.PGSQL.5432')
}

const asked = (server: LocalServer, text: string) => askAt(urlOf(server, 'postgres'), text)

/** Passes connections on to a socket of this machine, which may become another one. */
async function startRelay(socket: string) {
  let target = socket
  const open = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(target)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (other: string) => void (target = other),
    close: async () => {
      for (const one of open) one.destroy()
      server.close()
      await wait(0)
    },
  }
}
