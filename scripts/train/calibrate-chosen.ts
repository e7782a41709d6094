import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import {
  calibrationFile,
  hashPrompts,
  type MeasuredCalibration,
} from '~/features/classifier/chosen/calibration.server'
import type { ModelInUse } from '~/features/classifier/chosen/zero-shot-model.server'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { chooseThresholds, fitTemperature, judge, verdictMetrics } from './calibrate'
import { metricsOf } from './describe-corrected'
import { readModelArgument } from './model-argument'
import { listPhotos, type Photo } from './photo-set'
import { softmax } from './softmax-regression'
import { showsMaterial } from './training-set'

const PROTOCOL =
  'photos given by the operator of this installation; temperature and thresholds chosen on the same photos'

/**
 * Measures a model of images and texts on labelled photos (one folder per label, `_none` for no material), and chooses
 * its temperature and thresholds. Writes them where the server looks for them, beside the model, or to `out`.
 */
export async function calibrateChosen(
  model: ModelInUse,
  data: string,
  out = calibrationFile(model.load.modelDir),
): Promise<MeasuredCalibration> {
  const { card } = model
  const photos = listPhotos(data).filter(({ label }) => card.labels.includes(label))
  if (photos.length === 0) throw new Error(`No photo in ${data} is of a label that the model knows`)
  const logits = await readLogits(model, photos)
  const truths = photos.map(({ label }) => card.labels.indexOf(label))
  const temperature = fitTemperature(logits, truths)
  const probabilities = logits.map((row) => softmax(row, temperature))
  const judged = photos.map((photo, index) => judge(card.labels, probabilities[index]!, photo))
  const thresholds = chooseThresholds(judged, card.labels.length)
  const answers = photos.flatMap((photo, index) =>
    showsMaterial(photo) ? [{ probabilities: probabilities[index]!, truth: truths[index]! }] : [],
  )
  const metrics = metricsOf(card.labels, photos, answers, verdictMetrics(judged, thresholds))
  const calibration = {
    modelHash: card.inputsHash,
    promptsHash: hashPrompts(),
    measuredOn: isoDayOf(nowMs()),
    temperature,
    thresholds,
    metrics: { ...metrics, protocol: PROTOCOL },
  }
  writeFileSync(out, `${JSON.stringify(calibration, null, 2)}\n`)
  return calibration
}

/** What the model answers before any temperature, up to a constant for each photo. */
async function readLogits({ card, load }: ModelInUse, photos: readonly Photo[]): Promise<number[][]> {
  if (!load.zeroShot) throw new Error(`${card.name} got its thresholds with its training`)
  const uncooled = { card, load: { ...load, zeroShot: { ...load.zeroShot, temperature: 1 } } }
  const thread = new ClassifierThread(() => uncooled)
  const logits: number[][] = []
  try {
    for (const { file } of photos) {
      const { scores } = await thread.score([await pixelsForModel(readFileSync(file), card.frame)])
      logits.push(card.labels.map((label) => Math.log((scores[0]?.[label] ?? 0) + 1e-30)))
    }
  } finally {
    await thread.stop()
  }
  return logits
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { model: { type: 'string' }, data: { type: 'string' }, out: { type: 'string' } },
  })
  if (!values.model || !values.data) {
    console.error(
      'Usage: npm run model:calibrate -- --model FOLDER|ORGANISATION/NAME --data DIR [--out FILE]',
    )
    process.exit(2)
  }
  const source = await readModelArgument(values.model)
  if (typeof source === 'string') throw new Error(`${source} got its thresholds with its training`)
  console.log(JSON.stringify(await calibrateChosen(source(), values.data, values.out)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
