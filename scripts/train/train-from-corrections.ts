/**
 * Teaches the classifier what people labelled here and installs the new head if it is surely better:
 * `npm run train:from-corrections -- [--data DIR] [--dry-run]`. `--data` is the folder that the product's own head was
 * trained on, where it is at hand.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readModelCard } from '~/features/classifier/card.server'
import { openConfigured } from '~/platform/configured-database.server'
import { env } from '~/platform/env.server'
import { exportExamples } from '../examples/export-examples'
import { HEAD_FILE } from '../model/build-model'
import { readHeadFile, type Head } from '../model/head-file'
import { installModel } from '../model/install-model'
import { readLearnt } from '../model/learnt-head'
import { hashFiles } from '../model/model-folder'
import { makeBlankPictures } from './blank-pictures'
import type { Known, Side } from './compare-heads'
import { correctHead, type Corrected } from './correct-head'
import { featuresOf } from './features'
import { RULES, type Reason } from './may-replace'
import { listPhotos, type Photo } from './photo-set'

const SEED = 20

const SENTENCES: Record<Reason, string> = {
  'too-few-photos': `Fewer than ${RULES.minPhotos} labelled photos of materials could be held out: label more of them first.`,
  'too-few-sources': `The held-out photos come from fewer than ${RULES.minSources} organisations or sources: more must take part first.`,
  'too-few-out-of-scope': `Fewer than ${RULES.minOutOfScope} pictures of no material could be held out: label some, or import a folder with _none.`,
  'not-better': 'The new head is not right more often.',
  'not-proven': 'The new head is right more often, but chance or one source could explain it.',
  'less-calibrated': 'The confidence of the new head means less than before.',
  'more-false-tags': 'The new head tags pictures of no material more often.',
  better: 'The new head is surely better.',
}

export type Trained = Corrected & { installed: string | null; examples: number }

/**
 * Exports the accepted examples, trains, compares and installs into `modelDir` what is surely better. The exported
 * photos and their features are deleted whatever happens: an organisation may withdraw them the day after.
 * @throws Error when the model in use is not one of the product's heads
 */
export async function trainFromCorrections(options: {
  modelDir: string
  /** The folder of the product's own training, where it is at hand, and where the features of its photos are kept. */
  base?: { data: string; cache: string }
  isDryRun?: boolean
}): Promise<Trained> {
  const { modelDir, base, isDryRun = false } = options
  const card = readModelCard(modelDir)
  if (card && card.kind !== 'head') throw new Error('The model in MODEL_DIR is not one that can learn here.')
  const own = readHeadFile(HEAD_FILE)
  const learnt = readLearnt(modelDir, HEAD_FILE)
  const desk = mkdtempSync(path.join(os.tmpdir(), 'gisement-examples-'))
  try {
    await exportExamples(path.join(desk, 'photos'))
    const examples = await known(listPhotos(path.join(desk, 'photos')), path.join(desk, 'cache'), own)
    const before = base ? await basePhotos(base, own) : []
    const installedSources = new Set(learnt?.sources)
    const heads = { own, installed: learnt?.head ?? own, installedSources }
    const corrected = correctHead(heads, examples, before)
    const sources = [...new Set(examples.map(({ source }) => source))].sort()
    const installs = corrected.decision.replaces && !isDryRun
    const installed = installs
      ? installModel(modelDir, corrected.head, { foundedOn: hashFiles([HEAD_FILE]), sources }).version
      : null
    return { ...corrected, installed, examples: examples.length }
  } finally {
    rmSync(desk, { recursive: true, force: true })
  }
}

async function basePhotos({ data, cache }: { data: string; cache: string }, own: Head): Promise<Known[]> {
  const blanks = await makeBlankPictures(path.join(cache, 'blank'), SEED)
  return known([...listPhotos(data), ...blanks], cache, own)
}

async function known(photos: readonly Photo[], cache: string, own: Head): Promise<Known[]> {
  mkdirSync(cache, { recursive: true })
  const features = await featuresOf(photos, cache)
  const width = own.layer.weights[0]?.length
  return photos.map((photo, index) => {
    const row = features[index]!
    if (row.length !== width) throw new Error(`Photos have ${row.length} features, the head reads ${width}.`)
    return { ...photo, features: row }
  })
}

/** Both heads side by side, and what was decided. */
export function reportOf({ old, new: now, comparison, decision, examples, installed }: Trained): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const line = (name: string, key: keyof Side) =>
    `${name.padEnd(34)}${percent(old[key]).padStart(9)}${percent(now[key]).padStart(9)}`
  const { pairs, outOfScope } = comparison
  const sources = new Set(pairs.map(({ source }) => source)).size
  return [
    `${examples} accepted examples; measured on ${pairs.length} photos of materials from ${sources} sources and ${outOfScope} pictures of none.`,
    `${''.padEnd(34)}${'in use'.padStart(9)}${'new'.padStart(9)}`,
    line('first answer right', 'top1'),
    line('among the first three', 'top3'),
    line('calibration error', 'ece'),
    line('false tags', 'falseTags'),
    `Gain ${percent(decision.gain)}, at least ${percent(decision.lower)} with ${RULES.certainty * 100} % certainty.`,
    SENTENCES[decision.reason],
    installed
      ? `Installed version ${installed}. Restart the server to use it; go back with: npm run model:rollback`
      : 'Nothing was installed.',
  ].join('\n')
}

/** The command of its arguments: `--data DIR`, `--cache DIR`, `--dry-run`. Sets the exit code, 3 when it refuses. */
export async function runFromCorrections(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      cache: { type: 'string', default: '.cache/train' },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  const open = await openConfigured(env())
  try {
    const base = values.data ? { data: values.data, cache: path.resolve(values.cache) } : undefined
    const { modelDir } = env()
    const trained = await trainFromCorrections({ modelDir, base, isDryRun: values['dry-run'] })
    console.log(reportOf(trained))
    if (!trained.decision.replaces) process.exitCode = 3
  } finally {
    await open.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  runFromCorrections(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
