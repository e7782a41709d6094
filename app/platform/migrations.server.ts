import fs from 'node:fs'
import path from 'node:path'
import { database } from './db.server'
import { postgresState } from './postgres/migrate.server'

/** How many migrations of this version of the product the database has not had; below zero when it is a newer one's. */
export async function missingMigrations(folder = path.resolve('db/migrations')): Promise<number> {
  const open = database()
  if (open.engine === 'postgres') {
    const { known, applied } = await postgresState(open)
    return known - applied
  }
  const text = fs.readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')
  const { entries } = JSON.parse(text) as { entries: unknown[] }
  const applied = open.writer.prepare('select count(*) from __drizzle_migrations').pluck().get()
  return entries.length - Number(applied)
}
