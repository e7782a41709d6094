import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { DRAWING_ARGUMENT, serveDrawings, startDrawingHelpers } from './drawing-helpers'
import { hasOrganisations, seedDemo } from './seed-demo'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Fills an empty development database with the demo, and leaves any other database as it is. */
async function main(): Promise<void> {
  if (env().isProduction) return say('Demo: not for production, nothing written.')
  const database = openDatabase(env().databaseFile)
  try {
    migrateDatabase(database)
    if (await hasOrganisations()) return say('Demo: the database has records already, nothing written.')
    const helpers = startDrawingHelpers(import.meta.url)
    await seedDemo({ baseDay: isoDayOf(nowMs()), pictures: 'full', draw: helpers.draw, say }).finally(
      helpers.stop,
    )
  } finally {
    database.close()
  }
}

if (process.argv[2] === DRAWING_ARGUMENT) {
  serveDrawings()
} else {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
