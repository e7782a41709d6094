import { Client } from 'pg'
import { startLocalServer } from '../../postgres/local-server'

/** What a benchmark asks of a server that nobody else uses and whose data nobody keeps. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=512MB',
  'work_mem=64MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=4GB',
  'random_page_cost=1.1',
  'jit=off',
  'autovacuum=off',
  // A plan for the very values of each question: one for any values reads far too much.
  'plan_cache_mode=force_custom_plan',
]

export type PgCluster = {
  client: Client
  hasPostgis: boolean
  /** The address of one of its databases. */
  urlOf: (database: string) => string
  stop: () => Promise<void>
}

/**
 * A PostgreSQL server of its own in a temporary folder, reached by a socket in it, with these extensions in its database,
 * and PostGIS where that is installed. Null where no server is. `stop` ends that server alone and removes the folder.
 */
export async function startCluster(
  extensions: readonly string[] = ['btree_gist'],
): Promise<PgCluster | null> {
  const server = await startLocalServer(SETTINGS)
  if (!server) return null
  const { host, user, urlOf } = server
  const client = new Client({ host, user, database: 'postgres' })
  const stop = async () => {
    await client.end()
    await server.stop()
  }
  try {
    await client.connect()
    for (const extension of extensions) await client.query(`create extension ${extension}`)
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'postgis'`)
    const hasPostgis = rowCount === 1
    if (hasPostgis) await client.query('create extension postgis')
    return { client, hasPostgis, urlOf, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
