import path from 'node:path'
import type { HeadDescription } from '~/features/classifier/model/model-card'
import type { Head } from '../model/head-file'
import { makeBlankPictures } from './blank-pictures'
import { fitTemperature } from './calibrate'
import { featuresOf } from './features'
import { applyLabelCorrections, describeCorrections, readLabelCorrections } from './label-corrections'
import { measureHead, measuredIndices, registerFigures } from './measure-head'
import { round } from './metrics'
import { listPhotos } from './photo-set'
import { fitProjection, materialRows } from './projection'
import { foldsByGroup } from './random'
import { applyLayer, softmax } from './softmax-regression'
import type { TrainingSet } from './training-set'
import { trainingEnergy } from './training-energy'
import { countBy, trainingSet } from './training-set'
import { fitWideSoftmax } from './wide-softmax'

const SEED = 20
const FOLDS = 5
const PENALTIES = [0.25, 0.35]
const SMOOTHING = 0.1
const SECOND_SHARE = 0.3

/** Logits of every photo from a layer that saw none of its source. */
function outOfFold(
  set: TrainingSet,
  features: readonly Float32Array[],
  { folds, penalty }: { folds: readonly number[]; penalty: number },
): number[][] {
  const logits = new Array<number[]>(set.photos.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = folds.flatMap((each, index) => (each === fold ? [] : [index]))
    const settings = { penalty, smoothing: SMOOTHING, secondShare: SECOND_SHARE }
    const layer = fitWideSoftmax(rowsOf(set, features, seen), set.labels.length, settings)
    folds.forEach((each, index) => {
      if (each === fold) logits[index] = applyLayer(layer, features[index]!)
    })
    console.log(`penalty ${penalty}: fold ${fold + 1} of ${FOLDS}`)
  }
  return logits
}

function rowsOf(set: TrainingSet, features: readonly Float32Array[], indices: readonly number[]) {
  return {
    features: indices.map((index) => features[index]!),
    labels: indices.map((index) => set.truths[index]!),
    seconds: indices.map((index) => set.seconds[index]!),
    weights: indices.map((index) => set.weights[index]!),
  }
}

function choosePenalty(set: TrainingSet, features: readonly Float32Array[], folds: readonly number[]) {
  const { materials } = measuredIndices(set)
  const truths = materials.map((index) => set.truths[index]!)
  const tries = PENALTIES.map((penalty) => {
    const logits = outOfFold(set, features, { folds, penalty })
    const measured = materials.map((index) => logits[index]!)
    const temperature = fitTemperature(measured, truths)
    const losses = measured.map((row, index) => -Math.log(softmax(row, temperature)[truths[index]!]! + 1e-30))
    const loss = losses.reduce((sum, each) => sum + each, 0) / losses.length
    console.log(`penalty ${penalty}: loss ${loss.toFixed(4)} at temperature ${temperature.toFixed(3)}`)
    return { penalty, logits, temperature, loss }
  })
  return tries.reduce((best, each) => (each.loss < best.loss ? each : best))
}

/** The photos of a folder and the blank pictures, with the labels that people corrected. */
async function readTrainingSet(data: string, cache: string): Promise<TrainingSet> {
  const blanks = await makeBlankPictures(path.join(cache, 'blank'), SEED)
  const { photos, counts } = applyLabelCorrections(listPhotos(data), readLabelCorrections(), data)
  console.log(describeCorrections(counts))
  const set = trainingSet([...photos, ...blanks])
  console.log(
    `${set.photos.length} photos, ${set.labels.length} labels; unknown: ${set.unknownLabels.join(', ') || 'none'}`,
  )
  return set
}

/**
 * Trains and measures a head on the photos of `data`: one folder per label, `_none` for pictures of no material.
 * `cache` keeps the backbones' features between runs. The same photos give the same head.
 */
export async function trainHead(data: string, cache: string): Promise<Head> {
  const set = await readTrainingSet(data, cache)
  const features = await featuresOf(set.photos, cache)
  const folds = foldsByGroup(
    set.photos.map(({ source }) => source),
    FOLDS,
    SEED,
  )
  const { penalty, logits, temperature: exact } = choosePenalty(set, features, folds)
  const temperature = round(exact)
  const probabilities = logits.map((row) => softmax(row, temperature))
  const { metrics, thresholds } = measureHead(set, probabilities, folds)
  const figures = await registerFigures(set, probabilities, folds)
  const all = rowsOf(set, features, [...set.photos.keys()])
  const layer = fitWideSoftmax(all, set.labels.length, {
    penalty,
    smoothing: SMOOTHING,
    secondShare: SECOND_SHARE,
  })
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
    settings: {
      method: 'softmax regression, L-BFGS',
      penalty,
      smoothing: SMOOTHING,
      secondShare: SECOND_SHARE,
      folds: FOLDS,
      seed: SEED,
    },
    ...figures,
    energy: trainingEnergy(set.photos.length),
  }
  return { description, layer, projection: fitProjection(materialRows(set, features)) }
}
