/**
 * How fast does the classifier answer, and what does it take? Decodes a photo and has the pool look at it, again and
 * again, with as many calls under way as the pool has threads; each case in a process of its own, from the sources.
 * Usage: npm run --silent bench:classifier [-- --photo FILE] [-- --model DIR]. Prints one JSON line last: the default
 * pool on a photo of 12 megapixels, then every case.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import sharp from 'sharp'
import { ClassifierPool } from '~/features/classifier/classifier-pool.server'
import { planThreads } from '~/features/classifier/model/thread-plan'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { MODEL_FOLDER } from '../model/build-model'
import { percentile, round } from '../train/metrics'

/** Photos that are timed after a few that warm the caches up. */
const ROUNDS = 60
const WARM_UP = 5
const SIZES: Record<string, { width: number; height: number }> = {
  '12mp': { width: 4000, height: 3000 },
  '640px': { width: 640, height: 480 },
}

type Case = { photo: string; threads: number }

/** A photo-like JPEG: noise that the encoder cannot drop, so that decoding takes at least what a real photo takes. */
async function photoOf(photo: string): Promise<Buffer> {
  const size = SIZES[photo]
  if (!size) return readFileSync(photo)
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { ...size, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 85 })
    .toBuffer()
}

async function measure({ photo: kind, threads }: Case, model: string): Promise<Record<string, unknown>> {
  const pool = new ClassifierPool(model, planThreads(availableParallelism(), threads))
  await pool.warm()
  const small = await pixelsForModel(await photoOf('640px'))
  await pool.score([small])
  // From the start of the process: here the sources are compiled, too.
  const coldStartMs = Math.round(performance.now())
  const photo = await photoOf(kind)
  const whole: number[] = []
  const steps = { pixels: [] as number[], model: [] as number[] }
  const look = async () => {
    const started = performance.now()
    const pixels = await pixelsForModel(photo)
    steps.pixels.push(performance.now() - started)
    steps.model.push((await pool.score([pixels])).ms)
    whole.push(performance.now() - started)
  }
  for (let index = 0; index < WARM_UP; index++) await look()
  for (const list of [whole, steps.pixels, steps.model]) list.length = 0
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  const [cpu, started] = [process.cpuUsage(), performance.now()]
  let left = ROUNDS
  const caller = async () => {
    while (left-- > 0) await look()
  }
  await Promise.all(Array.from({ length: threads }, caller))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  delays.disable()
  const result = {
    photo: kind,
    photoKb: Math.round(photo.length / 1000),
    threads,
    photosPerS: round(ROUNDS / seconds),
    msP50: round(percentile(whole, 0.5)),
    msP95: round(percentile(whole, 0.95)),
    pixelsMsP50: round(percentile(steps.pixels, 0.5)),
    modelMsP50: round(percentile(steps.model, 0.5)),
    cpuSPerPhoto: round((user + system) / 1e6 / ROUNDS),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
    eventLoopDelayMsP99: round(delays.percentile(99) / 1e6),
    coldStartMs,
  }
  await pool.stop()
  return result
}

async function inOwnProcess({ photo, threads }: Case, model: string): Promise<Record<string, unknown>> {
  const self = fileURLToPath(import.meta.url)
  const args = ['--import', 'tsx', self, '--photo', photo, '--threads', String(threads), '--model', model]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
}

const { values } = parseArgs({
  options: { photo: { type: 'string' }, model: { type: 'string' }, threads: { type: 'string' } },
})
const model = path.resolve(values.model ?? MODEL_FOLDER)
if (values.threads) {
  console.log(JSON.stringify(await measure({ photo: values.photo!, threads: Number(values.threads) }, model)))
} else {
  const cores = availableParallelism()
  const unasked = planThreads(cores, null).threads
  const runs: Record<string, unknown>[] = []
  for (const photo of values.photo ? [values.photo] : Object.keys(SIZES)) {
    for (const threads of new Set([1, unasked, cores]))
      runs.push(await inOwnProcess({ photo, threads }, model))
  }
  const usual = runs.find((run) => run.threads === unasked)
  console.log(JSON.stringify({ ...usual, cores, runs }))
}
