import fs from 'node:fs'
import path from 'node:path'
import { database } from './db.server'

/** How many migrations of this version of the product the database has not had; below zero when it is a newer one's. */
export function missingMigrations(folder = path.resolve('db/migrations')): number {
  const text = fs.readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')
  const { entries } = JSON.parse(text) as { entries: unknown[] }
  const applied = database().writer.prepare('select count(*) from __drizzle_migrations').pluck().get()
  return entries.length - Number(applied)
}
