import { openDatabase, openPostgres, type AnyDatabase } from '~/platform/db.server'

/**
 * Opens the database of a test in another process, or again in this one: `Database.file` of `setupDatabase`, which is a
 * file of SQLite or an address of PostgreSQL.
 */
export async function openAddress(address: string): Promise<AnyDatabase> {
  return address.startsWith('postgres:') ? openPostgres(address) : Promise.resolve(openDatabase(address))
}
