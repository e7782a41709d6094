import { openDatabase } from '~/platform/db.server'
import { env, readEnv, setEnv } from '~/platform/env.server'
import type { TestSetup } from './database'

/** Works with another data folder as this process's own, none of its databases open, then goes back to the test's. */
export async function elsewhere<T>(setup: TestSetup, dataDir: string, work: () => Promise<T>): Promise<T> {
  const own = env()
  setup.database.close()
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  try {
    return await work()
  } finally {
    setEnv(own)
    setup.database = openDatabase(own.databaseFile)
  }
}
