import { randomUUID } from 'node:crypto'
import { findPrograms, startLocalServer, type LocalServer } from '../../../scripts/postgres/local-server'
import { askAt } from './ask-at'
import { SyncWriter } from './sync-writer'

/** Small, since each test file may have one. What is acknowledged survives the end of any process, not a power cut. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'shared_buffers=64MB',
  'max_connections=100',
  'jit=off',
]

/**
 * Whether tests of PostgreSQL can run here. On a machine of continuous integration they must: where no server is
 * installed there, they fail rather than being passed over.
 */
export const hasPostgres = findPrograms() !== null || process.env.CI === 'true'

/** @throws Error where no server is installed */
export async function startPostgres(): Promise<LocalServer> {
  const server = await startLocalServer(SETTINGS)
  if (!server) throw new Error('No PostgreSQL server is installed: apt-get install postgresql')
  return server
}

/** What the processes of a run are told of its server and of the database that each one of theirs is a copy of. */
export type PostgresRun = Pick<LocalServer, 'host' | 'user'> & { base: string }

/** The address of one of its databases. */
export function urlOf({ host, user }: Pick<LocalServer, 'host' | 'user'>, name: string): string {
  return `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`
}

/** The database that an address names. */
export function nameIn(url: string): string {
  return new URL(url).pathname.slice(1)
}

/** Removes a database that may be gone already, whoever is still connected to it, before this returns. */
export function dropDatabase(server: Pick<LocalServer, 'host' | 'user'>, name: string): void {
  administer(server, `drop database if exists ${name} with (force)`)
}

/** Gives a database another name; whoever is still connected to it is not any more. */
export function renameDatabase(server: Pick<LocalServer, 'host' | 'user'>, from: string, to: string): void {
  administer(server, `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${from}'`)
  administer(server, `alter database ${from} rename to ${to}`)
}

function administer(server: Pick<LocalServer, 'host' | 'user'>, statement: string): void {
  const writer = new SyncWriter(urlOf(server, 'postgres'))
  writer.exec(statement)
  writer.close()
}

/** An empty database of its own, or a copy of another one. @returns its name */
export async function makeDatabase(server: Pick<LocalServer, 'host' | 'user'>, template?: string) {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const likeness = template ? `template ${template}` : ''
  await askAt(urlOf(server, 'postgres'), `create database ${name} ${likeness}`)
  return name
}
