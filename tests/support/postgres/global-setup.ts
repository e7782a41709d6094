import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { makeDatabase, startPostgres } from './server'

const ONLY_IN_TESTS = [
  'alter table outbox add rowid bigint generated always as identity',
  'alter table openid_attempts add rowid bigint generated always as identity',
  `create function json_extract(whole text, path text) returns text language sql immutable strict as
    $$ select jsonb_path_query_first(whole::jsonb, path::jsonpath) #>> '{}' $$`,
]

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
  // What only tests say in SQL of their own: the order of writing of more tables, and values within JSON.
  for (const text of ONLY_IN_TESTS) await open.connections.writers.query(text)
  await open.close()
  process.env.TEST_POSTGRES = JSON.stringify({ host: server.host, user: server.user, base })
  return server.stop
}
