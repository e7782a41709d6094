import { parseArgs } from 'node:util'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { DRAWING_ARGUMENT, serveDrawings, startDrawingHelpers } from './drawing-helpers'
import { isScaleName, SCALES, type Scale } from './scale/sizes'
import { NOT_FOR_PRODUCTION, seedScale } from './scale/seed-scale'
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

/** Fills an empty development database with a market of a size. @throws Error with a sentence when it may not */
async function generate(scale: Scale, seed: number): Promise<void> {
  if (env().isProduction) throw new Error(NOT_FOR_PRODUCTION)
  const startedAt = performance.now()
  const database = openDatabase(env().databaseFile)
  try {
    migrateDatabase(database)
    const helpers = startDrawingHelpers(import.meta.url)
    const { draw } = helpers
    const counts = await seedScale({
      ...{ scale, seed, baseDay: isoDayOf(nowMs()), pictures: 'few', draw, say },
    }).finally(helpers.stop)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const { user, system } = process.cpuUsage()
    const cpuSeconds = Math.round((user + system) / 1e6)
    say(JSON.stringify({ seconds, cpuSeconds, ...counts }))
  } finally {
    database.close()
  }
}

/** `--scale metropole [--seed 1]` generates a market; without it, the demo is written. */
function chosen(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: 'string' }, seed: { type: 'string' } } })
  const { scale, seed = '1' } = values
  if (scale === undefined) return main()
  if (!isScaleName(scale)) throw new Error(`No scale «${scale}»: choose ${Object.keys(SCALES).join(' or ')}.`)
  if (!Number.isSafeInteger(Number(seed))) throw new Error(`The seed is a whole number, not «${seed}».`)
  return generate(SCALES[scale], Number(seed))
}

if (process.argv[2] === DRAWING_ARGUMENT) {
  serveDrawings()
} else {
  Promise.resolve()
    .then(chosen)
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    })
}
