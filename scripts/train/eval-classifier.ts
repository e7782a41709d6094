import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ModelSource } from '~/features/classifier/chosen/model-in-use.server'
import { ClassifierThread } from '~/features/classifier/classifier-thread.server'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { MODEL_FOLDER } from '../model/build-model'
import {
  areaUnderRoc,
  calibrationError,
  coverageAt,
  indexOfMax,
  meanF1,
  perLabel,
  percentile,
  round,
  topShare,
} from './metrics'
import { readModelArgument } from './model-argument'
import { listPhotos } from './photo-set'
import { showsMaterial } from './training-set'

/**
 * Measures a model folder on photos: one folder per label, `_none` for pictures of no material. Photos of labels
 * the model does not know count as wrong; `top1Known` leaves them out. Figures on photos the model was trained
 * on say nothing of others: the card's, which are out of fold, do.
 */
async function evaluate(data: string, model: ModelSource): Promise<Record<string, unknown>> {
  const thread = new ClassifierThread(model)
  const frame = typeof model === 'string' ? null : model().card.frame
  await thread.warm()
  const results: { label: string; isMaterial: boolean; probabilities: number[] }[] = []
  const times: number[] = []
  let labels: readonly string[] = []
  for (const photo of listPhotos(data)) {
    const image = readFileSync(photo.file)
    const started = performance.now()
    const { scores, card } = await thread.score([await pixelsForModel(image, frame)])
    times.push(performance.now() - started)
    labels = card.labels
    const probabilities = card.labels.map((label) => scores[0]?.[label] ?? 0)
    results.push({ label: photo.label, isMaterial: showsMaterial(photo), probabilities })
  }
  await thread.stop()
  return summarise(results, labels, times)
}

function summarise(
  results: readonly { label: string; isMaterial: boolean; probabilities: number[] }[],
  labels: readonly string[],
  times: readonly number[],
): Record<string, unknown> {
  const materials = results.filter(({ isMaterial }) => isMaterial)
  const answers = materials.map(({ label, probabilities }) => ({
    probabilities,
    truth: labels.indexOf(label),
  }))
  const rows = perLabel(answers, labels)
  const confidence = ({ probabilities }: { probabilities: number[] }) =>
    Math.max(...probabilities.filter((_, index) => labels[index] !== 'other'))
  return {
    n: answers.length,
    top1: round(topShare(answers, 1)),
    top3: round(topShare(answers, 3)),
    macroF1: round(meanF1(rows)),
    perClass: rows,
    ece: round(calibrationError(answers)),
    coverageAt90: round(coverageAt(0.9, answers.map(gradeOf))),
    oodAuroc: round(
      areaUnderRoc(
        materials.map(confidence),
        results.filter(({ isMaterial }) => !isMaterial).map(confidence),
      ),
    ),
    msP50: round(percentile(times, 0.5)),
    msP95: round(percentile(times, 0.95)),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
    nNone: results.length - materials.length,
    top1Known: round(
      topShare(
        answers.filter(({ truth }) => truth >= 0),
        1,
      ),
    ),
  }
}

function gradeOf({ probabilities, truth }: { probabilities: number[]; truth: number }) {
  const answer = indexOfMax(probabilities)
  return { confidence: probabilities[answer] ?? 0, right: answer === truth }
}

const { values } = parseArgs({ options: { data: { type: 'string' }, model: { type: 'string' } } })
if (!values.data) {
  console.error('Usage: npx tsx scripts/train/eval-classifier.ts --data DIR [--model DIR]')
  process.exit(2)
}
console.log(
  JSON.stringify(await evaluate(values.data, await readModelArgument(values.model ?? MODEL_FOLDER))),
)
