/**
 * Draws pictures of every material, has the classifier tag them and prints a table, then one line of JSON.
 * With `--demo`, exactly the pictures that the demo shows.
 * Usage: npx tsx scripts/demo/check-pictures.ts [--demo] [--per-type 4] [--only brick,door] [--width 480] [--model .cache/model/reuse-materials]
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isMaterialType } from '~/core/material-types'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import { rankMaterials } from '~/features/classifier/model/suggest'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { DEMO_PICTURE_SEEDS, DEMO_PICTURE_SIZE } from '~db/seed/pictures/demo-pictures'
import { renderPictures, type PictureJob } from '~db/seed/pictures/render-picture'
import { SHOTS, type PicturedMaterial } from '~db/seed/pictures/shots'
import { MODEL_FOLDER } from '../model/build-model'

/** How one picture was tagged; `rank` is the place of its own material, from 1, or null beyond the third. */
type Tagged = { seed: number; rank: number | null; confidence: number; first: string; drawMs: number }

function chosenMaterials(only: string | undefined): PicturedMaterial[] {
  const all = Object.keys(SHOTS).filter(isMaterialType)
  const names = only?.split(',')
  return all.filter((name): name is PicturedMaterial => name !== 'other' && (names?.includes(name) ?? true))
}

async function tagOne(
  job: PictureJob,
  jpeg: Buffer,
  thread: ClassifierThread,
): Promise<Omit<Tagged, 'drawMs'>> {
  const { scores } = await thread.score([await pixelsForModel(jpeg)])
  const ranked = rankMaterials(scores[0]!)
  const confidence = ranked.find(({ material }) => material === job.material)?.confidence ?? 0
  const better = new Set(ranked.map((one) => one.confidence).filter((other) => other > confidence)).size
  const best = Object.entries(scores[0]!).sort((a, b) => b[1] - a[1])[0]!
  return {
    seed: job.seed,
    rank: confidence === 0 || better > 2 ? null : better + 1,
    confidence,
    first: best[0],
  }
}

async function tagAll(jobs: PictureJob[], thread: ClassifierThread): Promise<Tagged[]> {
  const rows: Tagged[] = []
  let started = process.cpuUsage()
  for await (const { job, jpeg } of renderPictures(jobs)) {
    const drawMs = Math.round(process.cpuUsage(started).user / 1000)
    rows.push({ ...(await tagOne(job, jpeg, thread)), drawMs })
    started = process.cpuUsage()
  }
  return rows
}

function share(rows: readonly Tagged[], places: number): number {
  const within = rows.filter(({ rank }) => rank !== null && rank <= places).length
  return Math.round((within / rows.length) * 100) / 100
}

function printRow(material: PicturedMaterial, rows: readonly Tagged[]): void {
  const cells = rows.map(({ seed, rank, confidence, first }) =>
    rank === 1 ? `${seed}:${confidence.toFixed(2)}` : `${seed}:${confidence.toFixed(2)}(${first})`,
  )
  const ms = Math.round(rows.reduce((sum, row) => sum + row.drawMs, 0) / rows.length)
  const shares = `${share(rows, 1).toFixed(2)}   ${share(rows, 3).toFixed(2)}`
  console.log(`${material.padEnd(18)} ${shares}   ${String(ms).padEnd(5)} ${cells.join(' ')}`)
}

const { values } = parseArgs({
  options: {
    'per-type': { type: 'string' },
    only: { type: 'string' },
    model: { type: 'string' },
    width: { type: 'string' },
    demo: { type: 'boolean' },
  },
})
const width = values.demo ? DEMO_PICTURE_SIZE.width : Number(values.width ?? 960)
const firstSeeds = Array.from({ length: Number(values['per-type'] ?? 4) }, (_, seed) => seed)
const thread = new ClassifierThread(path.resolve(values.model ?? MODEL_FOLDER))
console.log('material           top-1  top-3  ms    seed:confidence (first label when wrong)')
const rows: Tagged[] = []
const byType: Record<string, { top1: number; top3: number }> = {}
for (const material of chosenMaterials(values.only)) {
  const seeds = values.demo ? DEMO_PICTURE_SEEDS[material] : firstSeeds
  const jobs = seeds.map((seed) => ({ material, seed, width, height: width * 0.75 }))
  const own = await tagAll(jobs, thread)
  printRow(material, own)
  byType[material] = { top1: share(own, 1), top3: share(own, 3) }
  rows.push(...own)
}
await thread.stop()
const drawMs = Math.round(rows.reduce((sum, row) => sum + row.drawMs, 0) / rows.length)
console.log(
  JSON.stringify({ pictures: rows.length, top1: share(rows, 1), top3: share(rows, 3), drawMs, byType }),
)
