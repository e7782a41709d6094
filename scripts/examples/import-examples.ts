/**
 * Imports a folder of photos (one folder per label, `_none` for no material, `manifest.tsv` where there is one) as
 * examples that the Métropole's administrators check: `npm run examples:import -- --data DIR --licence TEXT
 * [--source NAME] [--organisation ID]`.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { defaultHolder } from '~/features/examples/commands/default-holder.server'
import { importExample } from '~/features/examples/commands/import-example.server'
import { findOrganisation } from '~/features/organisations/queries.server'
import { nowMs } from '~/core/clock'
import { openConfigured } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { upgradeDatabase } from '~/platform/upkeep/upgrade.server'
import { listPhotos } from '../train/photo-set'

const optionsSchema = z.strictObject({
  data: z.string('Say which folder with --data').min(1),
  licence: z
    .string('Say with --licence under which terms these photos may be kept and learnt from')
    .trim()
    .min(3)
    .max(500),
  source: z.string().trim().min(1).max(200).optional(),
  organisation: z.string().optional(),
})

export type Imported = { added: number; known: number; refused: string[] }

/** Imports every photo of a folder. Without a manifest, `source` is that of all; else each photo is a source. */
export async function importFolder(options: z.infer<typeof optionsSchema>): Promise<Imported> {
  const { data, licence, source } = options
  const holder = options.organisation ?? (await defaultHolder())
  if (!holder || !(await findOrganisation(holder)))
    throw new Error('No such organisation: say which one holds these photos with --organisation ID')
  const imported: Imported = { added: 0, known: 0, refused: [] }
  for (const photo of listPhotos(data)) {
    const name = path.relative(data, photo.file)
    const done = await importExample({
      organisationId: holder,
      bytes: readFileSync(photo.file),
      name,
      label: photo.label,
      source: photo.kind === 'unknown' && source ? source : photo.source,
      licence,
    })
    if (!done.ok) imported.refused.push(`${name}: ${done.error.code}`)
    else if (done.value.isNew) imported.added++
    else imported.known++
  }
  return imported
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { data: text, licence: text, source: text, organisation: text } })
  const parsed = optionsSchema.safeParse(values)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const open = await openConfigured(env())
  try {
    await upgradeDatabase(open, nowMs())
    const { added, known, refused } = await importFolder(parsed.data)
    console.log(`${added} photos imported, ${known} known already, ${refused.length} refused.`)
    for (const line of refused) console.log(`  ${line}`)
  } finally {
    await open.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
