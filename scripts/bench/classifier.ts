import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { MODEL_FOLDER } from '../model/build-model'
import { percentile, round } from '../train/metrics'

/** Photos that are timed after a few that warm the caches up. */
const ROUNDS = 60
const WARM_UP = 5

/** A photo-like JPEG of 12 megapixels, as phones make: noise that the encoder cannot drop. */
async function samplePhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** Milliseconds of a photo, whole and by step, and the memory of this process with the model in it, MB. */
async function bench(photo: Buffer, model: string): Promise<Record<string, number>> {
  const thread = new ClassifierThread(model)
  const started = performance.now()
  await thread.warm()
  const startMs = performance.now() - started
  const [whole, pixelsOnly, modelOnly]: [number[], number[], number[]] = [[], [], []]
  for (let index = 0; index < WARM_UP + ROUNDS; index++) {
    const before = performance.now()
    const pixels = await pixelsForModel(photo)
    const decoded = performance.now()
    const { ms } = await thread.score([pixels])
    if (index < WARM_UP) continue
    whole.push(performance.now() - before)
    pixelsOnly.push(decoded - before)
    modelOnly.push(ms)
  }
  const result = {
    photoKb: Math.round(photo.length / 1000),
    startMs: Math.round(startMs),
    msP50: round(percentile(whole, 0.5)),
    msP95: round(percentile(whole, 0.95)),
    pixelsMsP50: round(percentile(pixelsOnly, 0.5)),
    modelMsP50: round(percentile(modelOnly, 0.5)),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  }
  await thread.stop()
  return result
}

const { values } = parseArgs({ options: { photo: { type: 'string' }, model: { type: 'string' } } })
const photo = values.photo ? readFileSync(values.photo) : await samplePhoto()
console.log(JSON.stringify(await bench(photo, path.resolve(values.model ?? MODEL_FOLDER))))
