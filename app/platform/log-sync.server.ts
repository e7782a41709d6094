import fs from 'node:fs/promises'
import { logger } from './logger.server'

/** How long what was committed without waiting for the disk may stay away from it, ms. */
const WITHIN_MS = 1000

let waiting: NodeJS.Timeout | null = null

/**
 * Has the disk take what the write-ahead log of a database holds, within a second and without keeping the caller: the
 * wait is another thread's. The log alone is opened: closing a second handle of the database itself would drop SQLite's
 * locks (SQLite, «How To Corrupt An SQLite Database File», 2.2).
 */
export function syncLogSoon(databaseFile: string): void {
  waiting ??= setTimeout(() => {
    waiting = null
    void syncLog(`${databaseFile}-wal`)
  }, WITHIN_MS).unref()
}

async function syncLog(file: string): Promise<void> {
  try {
    const log = await fs.open(file, 'r+')
    try {
      await log.datasync()
    } finally {
      await log.close()
    }
  } catch (error) {
    // A database that was closed meanwhile has taken its log in, and synced itself.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      logger().warn({ err: error }, 'the log of the database could not be synced')
  }
}
