import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { setClock } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import { seedDemo } from '~db/seed/seed-demo'
import { keepFor, setupDatabase, type Kept, type TestSetup } from './database'

/** How long a test waits for the demo that another one is making. */
const PATIENCE_MS = 100_000

/**
 * A database of its own with the demo of a day, without pictures. The clock stands at ten o'clock of that day. The first
 * test of a run that asks for it makes it; all have a copy.
 */
export async function setupDemo(baseDay: IsoDay): Promise<TestSetup> {
  const clock = { now: () => Date.parse(`${baseDay}T10:00:00Z`) }
  const name = `demo_${baseDay.replaceAll('-', '_')}`
  const kept: Kept = { dir: path.join(runFolder(), name), database: name }
  setClock(clock)
  if (!fs.existsSync(kept.dir) && isFirst(kept)) await make(kept, baseDay)
  for (const until = performance.now() + PATIENCE_MS; !fs.existsSync(kept.dir); await wait(100))
    if (performance.now() > until) throw new Error('The test that makes the demo does not end')
  const setup = await setupDatabase(kept)
  setClock(clock)
  return setup
}

/** Where the tests of one run keep what they share; the run makes and removes it. */
function runFolder(): string {
  const folder = process.env.TEST_RUN_FOLDER
  if (folder === undefined) throw new Error('No run of tests has made its folder')
  return folder
}

function isFirst({ dir }: Kept): boolean {
  try {
    fs.mkdirSync(`${dir}.making`)
    return true
  } catch {
    return false
  }
}

/** Complete or absent; whoever fails lets the next one try. */
async function make(kept: Kept, baseDay: IsoDay): Promise<void> {
  const making = `${kept.dir}.making`
  try {
    const setup = await setupDatabase()
    await seedDemo({ baseDay, pictures: 'none' })
    keepFor(setup, { ...kept, dir: path.join(making, 'data') })
    fs.renameSync(path.join(making, 'data'), kept.dir)
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true })
    throw error
  }
}
