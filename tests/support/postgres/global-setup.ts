import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { ONLY_IN_TESTS } from './only-in-tests'
import { makeDatabase, startPostgres, type PostgresRun } from './server'

/**
 * Before the tests of a run on PostgreSQL: one server for all of them, and the database that each file's is a copy of,
 * migrated and with the 130 communes.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres()
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
  const base = await makeDatabase(server)
  const open = await openPostgres(server.urlOf(base))
  await migratePostgres(open)
  await loadReferenceCommunes()
  for (const text of ONLY_IN_TESTS) await open.connections.writers.query(text)
  await open.close()
  const run: PostgresRun = { host: server.host, user: server.user, base }
  process.env.TEST_POSTGRES = JSON.stringify(run)
  return server.stop
}
