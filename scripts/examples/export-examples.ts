/**
 * Writes the accepted examples as a folder that training reads: one folder per label, `manifest.tsv` with `file`,
 * `kind`, `source`, `licence`. `npm run examples:export -- --out DIR`. The folder holds photos of organisations that
 * may withdraw: delete it once the training is done.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import { listTrainingExamples } from '~/features/examples/queries.server'
import { renditionKey } from '~/features/photos/model/limits'
import { openConfigured } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { readStoredFile } from '~/platform/storage.server'
import { OUT_OF_SCOPE_FOLDER } from '../train/photo-set'

/** Kinds of the photos exported: of lots, by consent; of imported folders. */
const KINDS = { consent: 'lot', folder: 'folder' } as const
const CONSENT = 'consent of the organisation, for training only'

/** Exports into a new or empty folder; says how many photos it wrote. The source of a lot's photo names nobody. */
export async function exportExamples(out: string): Promise<number> {
  if (existsSync(out) && readdirSync(out).length > 0) throw new Error(`${out} is not empty`)
  const lines = ['file\tkind\tsource\tlicence']
  for (const {
    photoId,
    label,
    storageKey,
    source,
    licence,
    organisationId,
  } of await listTrainingExamples()) {
    const bytes = await readStoredFile('photos', renditionKey(storageKey, 960))
    if (!label || !bytes) continue
    const folder = label === OTHER_LABEL ? OUT_OF_SCOPE_FOLDER : label
    mkdirSync(path.join(out, folder), { recursive: true })
    writeFileSync(path.join(out, folder, `${photoId}.webp`), bytes)
    const kind = source === null ? KINDS.consent : KINDS.folder
    const cells = [`${folder}/${photoId}.webp`, kind, source ?? sourceOf(organisationId), licence ?? CONSENT]
    lines.push(cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(path.join(out, 'manifest.tsv'), `${lines.join('\n')}\n`)
  return lines.length - 1
}

/** A name for an organisation that says nothing of it: its id is random, so its hash cannot be guessed back. */
function sourceOf(organisationId: string): string {
  return `organisation-${createHash('sha256').update(organisationId).digest('hex').slice(0, 12)}`
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (!values.out) throw new Error('Usage: npm run examples:export -- --out DIR')
  const open = await openConfigured(env())
  try {
    const count = await exportExamples(path.resolve(values.out))
    console.log(`${count} photos in ${values.out}. Delete the folder once the training is done.`)
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
