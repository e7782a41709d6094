/**
 * Takes the outlines of the communes from a GeoJSON or TopoJSON file, or from an address, into the data folder:
 * `npm run geo:import -- FILE --source "IGN, Admin Express 2025" [--property INSEE_COM]`
 */
import fs from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { importOutlines } from '~/features/map/commands/import-outlines.server'
import { nowMs } from '~/core/clock'
import { openConfigured } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { upgradeDatabase } from '~/platform/upkeep/upgrade.server'

const WAIT_MS = 60_000

async function textOf(place: string): Promise<string> {
  if (!/^https?:/i.test(place)) return fs.readFile(place, 'utf8')
  const reply = await fetch(place, { signal: AbortSignal.timeout(WAIT_MS) })
  if (!reply.ok) throw new Error(`${place} answered ${reply.status}.`)
  return reply.text()
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    options: { source: text, property: text },
    allowPositionals: true,
  })
  const [place] = positionals
  if (!place) throw new Error('Name a file or an address: npm run geo:import -- FILE --source "…"')
  const content = await textOf(place)
  const open = await openConfigured(env())
  try {
    await upgradeDatabase(open, nowMs())
    await loadReferenceCommunes()
    const { source = '', property } = values
    const { communes, missing, foreign, bytes } = await importOutlines({ text: content, source, property })
    console.log(`${communes} communes have an outline (${Math.round(bytes / 1000)} kB).`)
    if (missing.length > 0) console.log(`Without one: ${missing.join(', ')}.`)
    if (foreign > 0) console.log(`${foreign} other features were left out.`)
  } finally {
    await open.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
