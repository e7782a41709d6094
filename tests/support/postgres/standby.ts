import { once } from 'node:events'
import { startLocalServer, type LocalServer } from '../../../scripts/postgres/local-server'
import { askAt } from './ask-at'
import { startRelay, type Relay } from './relay'
import { urlOf } from './server'

/** Two servers, one of which has all that the other acknowledges, at one address that leads to the one in charge. */
export type Pair = {
  /** The address of a database of theirs, over TCP, as behind an address that moves. */
  urlOf: (database: string) => string
  primary: LocalServer
  /** The line that the address stands for; leads to the primary at first. */
  relay: Relay
  /** Has the address lead to the server that follows, before that one is in charge. */
  leadToStandby: () => void
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
  const relay = await startRelay(primary)
  return {
    ...{ primary, relay, leadToStandby: () => relay.leadTo(standby) },
    urlOf: (database) => `postgres://${primary.user}@127.0.0.1:${relay.port}/${database}`,
    failOver: async () => {
      const ended = once(primary.process, 'exit')
      primary.process.kill('SIGKILL')
      await ended
      await asked(standby, 'select pg_promote()')
      relay.leadTo(standby)
    },
    stop: async () => {
      await relay.close()
      await Promise.all([primary.stop(), standby.stop()])
    },
  }
}

const asked = (server: LocalServer, text: string) => askAt(urlOf(server, 'postgres'), text)
