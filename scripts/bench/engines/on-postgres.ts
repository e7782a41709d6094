import pg from 'pg'
import { nowMs } from '~/core/clock'
import type { LocalServer } from '../../postgres/local-server'
import { COUNT_DUE, untilNoneDue } from '../load/quiet'
import type { Acknowledged } from '../load/writes'

/** Waits until no work of the servers themselves is due. @throws Error when an hour was not enough */
export function untilQuietOn(url: string): Promise<void> {
  return withClient(url, (client) =>
    untilNoneDue(async () => {
      const { rows } = await client.query<{ n: string }>(COUNT_DUE('$1'), [nowMs()])
      return Number(rows[0]!.n)
    }),
  )
}

/** Makes an empty database on a server of this machine. @returns its address */
export async function makeDatabaseOn(server: LocalServer, name: string): Promise<string> {
  await withClient(server.urlOf('postgres'), (client) =>
    client.query(`create database ${client.escapeIdentifier(name)}`),
  )
  return server.urlOf(name)
}

/** What a database takes on the disk, its indexes included. */
export function bytesOn(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    )
    return Number(rows[0]!.bytes)
  })
}

/** How many of the acknowledged rows the database has. */
export function countFoundOn(url: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  return withClient(url, async (client) => {
    let found = 0
    for (const table of new Set(acknowledged.map((one) => one.table))) {
      const ids = acknowledged.filter((one) => one.table === table).map(({ id }) => id)
      const { rows } = await client.query<{ n: string }>(
        `select count(*) as n from ${table} where id = any($1)`,
        [ids],
      )
      found += Number(rows[0]!.n)
    }
    return found
  })
}

/** Works over a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
