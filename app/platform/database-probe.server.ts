import { env } from './env.server'
import { postgresState } from './postgres/migrate.server'
import { askOver } from './postgres/connection.server'
import { connectPostgres } from './postgres/open.server'
import { lackingIn, sayMissing } from './postgres/search-extensions.server'

/**
 * Tries the PostgreSQL database that is named, if one is: that it is reached, fit, of no newer version, and that its user may
 * make what is missing. Writes nothing.
 */
export async function probeDatabase(): Promise<{ faults: string[]; warnings: string[] }> {
  const { databaseUrl } = env()
  if (databaseUrl === null) return { faults: [], warnings: [] }
  try {
    return await findingsOf(databaseUrl)
  } catch (error) {
    return {
      faults: [`DATABASE_URL: ${error instanceof Error ? error.message : String(error)}`],
      warnings: [],
    }
  }
}

async function findingsOf(url: string): Promise<{ faults: string[]; warnings: string[] }> {
  const open = await connectPostgres(url)
  try {
    const { kind, faults, pending } = await postgresState(open)
    const told = faults.map((fault) => `DATABASE_URL: ${fault}`)
    if (kind === 'newer') told.push('DATABASE_URL: a newer version of Gisement wrote this database')
    const { rows } = await open.connections.readers.query<{ may: number }>(
      `select has_schema_privilege('public', 'create') as may`,
    )
    if (pending.length > 0 && rows[0]?.may !== 1)
      told.push(
        'DATABASE_URL: its user may make no tables. Make it the owner of the database: alter database … owner to …',
      )
    const lacking = sayMissing(await lackingIn(askOver(open.connections.readers)))
    return { faults: told, warnings: lacking === null ? [] : [`DATABASE_URL: ${lacking}`] }
  } finally {
    await open.close()
  }
}
