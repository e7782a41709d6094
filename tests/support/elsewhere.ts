import { env, readEnv, setEnv } from '~/platform/env.server'
import { emptyDatabase, reopen, type TestSetup } from './database'

const made = new Map<string, Awaited<ReturnType<typeof emptyDatabase>>>()

/**
 * Works with another data folder and its database as this process's own, none of its databases open, then goes back to
 * the test's. The same folder has the same database each time.
 */
export async function elsewhere<T>(setup: TestSetup, dataDir: string, work: () => Promise<T>): Promise<T> {
  const own = env()
  const named = made.get(dataDir) ?? (await emptyDatabase())
  made.set(dataDir, named)
  setup.database.close()
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...named }))
  try {
    return await work()
  } finally {
    setEnv(own)
    await reopen(setup)
  }
}

/** The address of the database that work of this folder was done with. */
export function addressOf(dataDir: string): string {
  return made.get(dataDir)?.DATABASE_URL ?? `${dataDir}/gisement.sqlite`
}
