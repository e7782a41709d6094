/**
 * Do smaller weights cost answers? Builds the model with its weights in single precision, in halves (as shipped) and in
 * bytes, has each look at the same photos, and compares them with the first.
 * Usage: npx tsx scripts/bench/classifier-weights.ts [--photos ../shared/photos] [--every 4]. Prints one JSON line last.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import type { LabelScores } from '~/features/classifier/model/suggest'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { buildModel } from '../model/build-model'
import { WEIGHT_STORAGES, type WeightStorage } from '../model/weight-storage'
import { percentile, round, share } from '../train/metrics'
import { listPhotos } from '../train/photo-set'

type Seen = { sizeMb: number; ms: number[]; answers: LabelScores[] }

async function look(storage: WeightStorage, files: readonly string[], root: string): Promise<Seen> {
  const folder = path.join(root, storage)
  const { card } = buildModel({ folder, storage })
  const thread = new ClassifierThread(folder)
  await thread.warm()
  const seen: Seen = { sizeMb: round(card.sizeBytes / 1e6), ms: [], answers: [] }
  for (const file of files) {
    const { scores, ms } = await thread.score([await pixelsForModel(readFileSync(file))])
    seen.ms.push(ms)
    seen.answers.push(scores[0]!)
  }
  await thread.stop()
  return seen
}

function firstOf(scores: LabelScores): string {
  return Object.entries(scores).reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

function compare({ sizeMb, ms, answers }: Seen, reference: Seen): Record<string, number> {
  const pairs = answers.map((scores, at) => [scores, reference.answers[at]!] as const)
  const differences = pairs.flatMap(([scores, others]) =>
    Object.entries(scores).map(([label, score]) => Math.abs(score - (others[label] ?? 0))),
  )
  return {
    sizeMb,
    modelMsP50: round(percentile(ms, 0.5)),
    modelMsLeast: round(Math.min(...ms)),
    sameFirst: round(share(pairs, ([scores, others]) => firstOf(scores) === firstOf(others))),
    largestDifference: round(Math.max(...differences)),
  }
}

const { values } = parseArgs({ options: { photos: { type: 'string' }, every: { type: 'string' } } })
const every = Number(values.every ?? 4)
const folder = path.resolve(values.photos ?? process.env.GISEMENT_PHOTOS ?? '../shared/photos')
const files = listPhotos(folder)
  .filter((_, index) => index % every === 0)
  .map(({ file }) => file)
const root = mkdtempSync(path.join(tmpdir(), 'gisement-weights-'))
try {
  const seen = new Map<WeightStorage, Seen>()
  for (const storage of WEIGHT_STORAGES) seen.set(storage, await look(storage, files, root))
  const rows = [...seen].map(([storage, own]) => [storage, compare(own, seen.get('single')!)])
  console.log(JSON.stringify({ photos: files.length, ...Object.fromEntries(rows) }))
} finally {
  rmSync(root, { recursive: true, force: true })
}
