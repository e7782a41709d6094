import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import type { HeadDescription, Metrics, Thresholds } from '~/features/classifier/model/model-card'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import { headFileOf } from '../model/head-file'
import { measureBaseline } from './baseline'
import { BLANK_KIND, makeBlankPictures } from './blank-pictures'
import { chooseThresholds, fitTemperature, judge, verdictMetrics } from './calibrate'
import { calibrationBins, confusionOf } from './confusion'
import { featuresOf } from './features'
import { calibrationError, coverageAt, indexOfMax, meanF1, perLabel, round, topShare } from './metrics'
import { listPhotos } from './photo-set'
import { fitProjection, materialRows } from './projection'
import { foldsByGroup } from './random'
import { applyLayer, fitSoftmax, softmax } from './softmax-regression'
import type { TrainingSet } from './training-set'
import { trainingEnergy } from './training-energy'
import { countBy, showsMaterial, trainingSet } from './training-set'

const SEED = 20
const FOLDS = 5
const PENALTIES = [0.05, 0.1]
/** Photos of these kinds measure the model: checked by eye, from sources that can be held apart. */
const MEASURED_KINDS = new Set(['web', 'unknown'])
const PROTOCOL =
  `${FOLDS} folds by source, on photos checked by eye; temperature, penalty and thresholds chosen on the same ` +
  'folds, so the figures are slightly optimistic; precision and coverage count photos of known materials only'

/** Logits of every photo from a layer that saw none of its source. */
function outOfFold(set: TrainingSet, features: readonly Float32Array[], penalty: number): number[][] {
  const folds = foldsByGroup(
    set.photos.map(({ source }) => source),
    FOLDS,
    SEED,
  )
  const logits = new Array<number[]>(set.photos.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = folds.flatMap((each, index) => (each === fold ? [] : [index]))
    const layer = fitSoftmax(rowsOf(set, features, seen), set.labels.length, penalty)
    folds.forEach((each, index) => {
      if (each === fold) logits[index] = applyLayer(layer, features[index]!)
    })
  }
  return logits
}

function rowsOf(set: TrainingSet, features: readonly Float32Array[], indices: readonly number[]) {
  return {
    features: indices.map((index) => features[index]!),
    labels: indices.map((index) => set.truths[index]!),
    weights: indices.map((index) => set.weights[index]!),
  }
}

/** What the public page shows beside the metrics, from the same answers out of fold. */
async function registerFigures(set: TrainingSet, probabilities: readonly number[][]) {
  const { materials, outOfScope } = measuredIndices(set)
  const answer = (index: number) => ({ probabilities: probabilities[index]!, truth: set.truths[index]! })
  const sources = set.photos.map(({ source }) => source)
  return {
    confusion: confusionOf([...materials, ...outOfScope].map(answer), set.labels),
    calibrationBins: calibrationBins(materials.map(answer)),
    baseline: await measureBaseline(set, {
      folds: foldsByGroup(sources, FOLDS, SEED),
      measured: materials,
    }),
  }
}

/** Photos that measure: of materials, and of nothing. */
function measuredIndices(set: TrainingSet): { materials: number[]; outOfScope: number[] } {
  const all = [...set.photos.keys()]
  return {
    materials: all.filter((index) => {
      const photo = set.photos[index]!
      return MEASURED_KINDS.has(photo.kind) && showsMaterial(photo)
    }),
    outOfScope: all.filter((index) => {
      const { label, kind } = set.photos[index]!
      return label === OTHER_LABEL && kind !== BLANK_KIND
    }),
  }
}

function choosePenalty(set: TrainingSet, features: readonly Float32Array[]) {
  const { materials } = measuredIndices(set)
  const truths = materials.map((index) => set.truths[index]!)
  const tries = PENALTIES.map((penalty) => {
    const logits = outOfFold(set, features, penalty)
    const measured = materials.map((index) => logits[index]!)
    const temperature = fitTemperature(measured, truths)
    const losses = measured.map((row, index) => -Math.log(softmax(row, temperature)[truths[index]!]! + 1e-30))
    const loss = losses.reduce((sum, each) => sum + each, 0) / losses.length
    console.log(`penalty ${penalty}: loss ${loss.toFixed(4)} at temperature ${temperature.toFixed(3)}`)
    return { penalty, logits, temperature, loss }
  })
  return tries.reduce((best, each) => (each.loss < best.loss ? each : best))
}

function measure(
  set: TrainingSet,
  probabilities: readonly number[][],
): { metrics: Metrics; thresholds: Thresholds } {
  const { materials, outOfScope } = measuredIndices(set)
  const answers = materials.map((index) => ({
    probabilities: probabilities[index]!,
    truth: set.truths[index]!,
  }))
  const judged = [...materials, ...outOfScope].map((index) =>
    judge(set.labels, probabilities[index]!, set.photos[index]!.label),
  )
  const thresholds = chooseThresholds(judged, set.labels.length)
  const rows = perLabel(answers, set.labels)
  const graded = answers.map(({ probabilities: row, truth }) => {
    const answer = indexOfMax(row)
    return { confidence: row[answer]!, right: answer === truth }
  })
  const verdicts = verdictMetrics(judged, thresholds)
  const metrics: Metrics = {
    protocol: PROTOCOL,
    photos: materials.length,
    sources: new Set(materials.map((index) => set.photos[index]!.source)).size,
    top1: round(topShare(answers, 1)),
    top3: round(topShare(answers, 3)),
    macroF1: round(meanF1(rows)),
    ece: round(calibrationError(answers)),
    coverageAt90: round(coverageAt(0.9, graded)),
    sure: { share: round(verdicts.sure.share), precision: round(verdicts.sure.precision) },
    likely: { share: round(verdicts.likely.share), precision: round(verdicts.likely.precision) },
    missedMaterials: round(verdicts.missedMaterials),
    outOfScope: {
      photos: verdicts.outOfScope.photos,
      sure: round(verdicts.outOfScope.sure),
      likely: round(verdicts.outOfScope.likely),
    },
    perLabel: rows,
  }
  return { metrics, thresholds }
}

/** Trains, measures and writes the head. `cache` keeps the backbone's features between runs. */
export async function trainHead(data: string, out: string, cache: string): Promise<HeadDescription> {
  const blanks = await makeBlankPictures(path.join(cache, 'blank'), SEED)
  const set = trainingSet([...listPhotos(data), ...blanks])
  console.log(
    `${set.photos.length} photos, ${set.labels.length} labels; unknown: ${set.unknownLabels.join(', ')}`,
  )
  const features = await featuresOf(set.photos, cache)
  const { penalty, logits, temperature: exact } = choosePenalty(set, features)
  const temperature = round(exact)
  const probabilities = logits.map((row) => softmax(row, temperature))
  const { metrics, thresholds } = measure(set, probabilities)
  const figures = await registerFigures(set, probabilities)
  const layer = fitSoftmax(rowsOf(set, features, [...set.photos.keys()]), set.labels.length, penalty)
  const description: HeadDescription = {
    name: 'reuse-materials',
    labels: set.labels,
    unknownLabels: set.unknownLabels,
    temperature,
    thresholds,
    metrics,
    trainingData: {
      note:
        'Public web pictures and free assets, used to train and measure only, not redistributed; ' +
        'blank pictures are made by the training itself.',
      byKind: countBy(set.photos, ({ kind }) => kind),
      byLabel: countBy(set.photos, ({ label }) => label),
    },
    settings: { method: 'softmax regression, L-BFGS', penalty, folds: FOLDS, seed: SEED },
    ...figures,
    energy: trainingEnergy(set.photos.length),
  }
  const json = JSON.stringify(
    headFileOf({ description, layer, projection: fitProjection(materialRows(set, features)) }),
  )
  mkdirSync(path.dirname(out), { recursive: true })
  writeFileSync(out, await format(json, { ...(await resolveConfig(out)), parser: 'json' }))
  return description
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string', default: '.cache/train' },
  },
})
if (!values.data || !values.out) {
  console.error('Usage: npx tsx scripts/train/train-classifier.ts --data DIR --out FILE [--cache DIR]')
  process.exit(2)
}
const { metrics, thresholds } = await trainHead(values.data, values.out, path.resolve(values.cache))
console.log(JSON.stringify({ ...metrics, thresholds }))
