import fs from 'node:fs'
import path from 'node:path'
import { refuseHalfRestored } from '~/platform/upkeep/restore.server'
import { openDatabase } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { EXIT, type Exit, type Output, type Values } from './dispatch'

/**
 * Opens the database of a command, without migrating it, and closes it behind: `--database`, or the one of `DATA_DIR`.
 * One that is not there or that an older version of the product wrote is said, and left as it is.
 */
export async function withDatabase(
  { database }: Values,
  { err }: Output,
  work: () => Promise<Exit>,
): Promise<Exit> {
  const file = typeof database === 'string' ? path.resolve(database) : env().databaseFile
  if (!fs.existsSync(file)) {
    err(`There is no database at ${file}. Set DATA_DIR, or name one with --database.`)
    return EXIT.wrong
  }
  await refuseHalfRestored(path.dirname(file))
  const open = openDatabase(file)
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && /no such (table|column)/.test(`${error.message} ${String(error.cause)}`)))
      throw error
    err(`${file} is of an older version of the product. Start the server once, or run gisement migrate.`)
    return EXIT.wrong
  } finally {
    open.close()
  }
}
