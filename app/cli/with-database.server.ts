import fs from 'node:fs'
import path from 'node:path'
import { configuredPlace } from '~/platform/configured-database.server'
import { nameOfDatabase, type DatabasePlace } from '~/platform/database-place'
import { openPlace } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { refuseHalfRestored } from '~/platform/upkeep/restore.server'
import { EXIT, type Exit, type Output, type Values } from './dispatch'

/** What the engines say of a table or column that an older version did not have. */
const OLDER = /no such (table|column)|(relation|column) .* does not exist/

/**
 * Opens the database of a command, without migrating it, and closes it behind: `--database`, or the one that the
 * environment names. One that is not there or that an older version of the product wrote is said, and left as it is.
 */
export async function withDatabase(
  { database }: Values,
  { err }: Output,
  work: () => Promise<Exit>,
): Promise<Exit> {
  const place = typeof database === 'string' ? { file: path.resolve(database) } : configuredPlace(env())
  if ('file' in place && !fs.existsSync(place.file)) {
    err(`There is no database at ${place.file}. Set DATA_DIR, or name one with --database.`)
    return EXIT.wrong
  }
  if ('file' in place) await refuseHalfRestored(path.dirname(place.file))
  const open = await openPlace(place)
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && OLDER.test(`${error.message} ${String(error.cause)}`))) throw error
    err(
      `${nameOf(place)} is of an older version of the product. Start the server once, or run gisement migrate.`,
    )
    return EXIT.wrong
  } finally {
    await open.close()
  }
}

function nameOf(place: DatabasePlace): string {
  return 'file' in place ? place.file : nameOfDatabase(place.url)
}
