import { parseArgs } from 'node:util'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { openConfigured } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { upgradeDatabase } from '~/platform/upkeep/upgrade.server'
import { DRAWING_ARGUMENT, serveDrawings, startDrawingHelpers } from './drawing-helpers'
import { isScaleName, SCALES, type Scale } from './scale/sizes'
import { NOT_FOR_PRODUCTION, seedScale } from './scale/seed-scale'
import { hasOrganisations, seedDemo } from './seed-demo'

/** How long a database that starts at the same time is waited for. */
const PATIENCE_MS = 30_000

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Fills an empty development database with the demo, and leaves any other database as it is. */
async function main(): Promise<void> {
  if (env().isProduction) return say('Demo: not for production, nothing written.')
  const database = await openConfigured(env(), PATIENCE_MS)
  try {
    await upgradeDatabase(database, nowMs())
    if (await hasOrganisations()) return say('Demo: the database has records already, nothing written.')
    const helpers = startDrawingHelpers(import.meta.url)
    await seedDemo({ baseDay: isoDayOf(nowMs()), pictures: 'full', draw: helpers.draw, say }).finally(
      helpers.stop,
    )
  } finally {
    await database.close()
  }
}

/** Fills an empty development database with a market of a size. @throws Error with a sentence when it may not */
async function generate(scale: Scale, seed: number): Promise<void> {
  if (env().isProduction) throw new Error(NOT_FOR_PRODUCTION)
  const startedAt = performance.now()
  const database = await openConfigured(env(), PATIENCE_MS)
  try {
    await upgradeDatabase(database, nowMs())
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
    await database.close()
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
