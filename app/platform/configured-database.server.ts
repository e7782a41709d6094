import fs from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { DatabasePlace } from './database-place'
import { openDatabase, openPostgres, type AnyDatabase } from './db.server'
import type { Env } from './env.server'
import { logger } from './logger.server'
import { isPassing } from './postgres/faults'

type Configured = Pick<Env, 'dataDir' | 'databaseUrl' | 'databaseFile'>

const PAUSE_MS = 500

/** Which database the environment names. */
export function configuredPlace({ databaseUrl, databaseFile }: Omit<Configured, 'dataDir'>): DatabasePlace {
  return databaseUrl === null ? { file: databaseFile } : { url: databaseUrl }
}

/**
 * Opens the database that the environment names and makes it this process's: the one of `DATABASE_URL`, or the file of the
 * data folder.
 * @param patienceMs how long a PostgreSQL server that cannot be reached yet is tried again
 * @throws Error with a sentence when it cannot be opened
 */
export async function openConfigured(env: Configured, patienceMs = 0): Promise<AnyDatabase> {
  const place = configuredPlace(env)
  if ('file' in place) return openDatabase(place.file)
  // Files are kept there whatever the database.
  await fs.mkdir(env.dataDir, { recursive: true })
  const deadline = performance.now() + patienceMs
  for (;;) {
    try {
      return await openPostgres(place.url)
    } catch (error) {
      if (!isPassing(error) || performance.now() > deadline) throw error
      logger().warn({ reason: (error as Error).message }, 'the database is not there yet; trying again')
      await wait(PAUSE_MS)
    }
  }
}
