import { readFileSync } from 'node:fs'
import type { Baseline } from '~/features/classifier/model/model-card'
import { HAND_MADE_DESCRIPTION, HAND_MADE_NUMBERS, handMadeFeatures } from './hand-made-features'
import { round, share, topShare, type Answer } from './metrics'
import { applyLayer, fitSoftmax, softmax } from './softmax-regression'
import type { TrainingSet } from './training-set'

const PENALTIES = [0.001, 0.003, 0.01, 0.03]
const LISTED = 3
const PROTOCOL =
  'Same photos and folds as the model; frequencies are those of the photos of the other folds, for want of the ' +
  'types that are posted; the penalty of the hand-made layer is chosen on the same folds'

/** `folds`: the fold of each photo of the set. `measured`: which photos measure. */
type Protocol = { folds: readonly number[]; measured: readonly number[] }

/** How far one gets without the network, by the folds and photos that measure the model. */
export async function measureBaseline(set: TrainingSet, protocol: Protocol): Promise<Baseline> {
  const started = process.cpuUsage()
  const features: Float32Array[] = []
  for (const photo of set.photos) features.push(await handMadeFeatures(readFileSync(photo.file)))
  const { user, system } = process.cpuUsage(started)
  const answers = handMadeAnswers(set, features, protocol)
  const all = frequentLabels(set, protocol.measured)
  return {
    protocol: PROTOCOL,
    photos: protocol.measured.length,
    ...measureFrequencies(set, protocol),
    fixedList: {
      labels: all.slice(0, LISTED).map((label) => set.labels[label]!),
      top3: round(foundByList(set, protocol, LISTED)),
    },
    handMade: {
      description: HAND_MADE_DESCRIPTION,
      numbers: HAND_MADE_NUMBERS,
      top1: round(topShare(answers, 1)),
      top3: round(topShare(answers, 3)),
      cpuMsPerPhoto: round((user + system) / 1000 / Math.max(1, set.photos.length)),
    },
  }
}

function measureFrequencies(set: TrainingSet, protocol: Protocol): Pick<Baseline, 'mostFrequent'> {
  const label = set.labels[frequentLabels(set, protocol.measured)[0] ?? 0] ?? ''
  return { mostFrequent: { label, top1: round(foundByList(set, protocol, 1)) } }
}

/** Labels of photos, the most frequent first; equals in the order of the labels. */
export function frequentLabels(
  set: Pick<TrainingSet, 'labels' | 'truths'>,
  photos: readonly number[],
): number[] {
  const counts = set.labels.map(() => 0)
  for (const photo of photos) counts[set.truths[photo]!]!++
  return [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b)
}

/** Share of photos whose label is among the `length` most frequent labels of the other folds. */
export function foundByList(
  set: Pick<TrainingSet, 'labels' | 'truths'>,
  { folds, measured }: Protocol,
  length: number,
): number {
  const lists = new Map(
    [...new Set(folds)].map((fold) => [
      fold,
      frequentLabels(
        set,
        measured.filter((photo) => folds[photo] !== fold),
      ).slice(0, length),
    ]),
  )
  return share(measured, (photo) => lists.get(folds[photo]!)?.includes(set.truths[photo]!) ?? false)
}

/** Answers out of fold of the penalty that makes the true labels most likely. */
function handMadeAnswers(set: TrainingSet, features: readonly Float32Array[], protocol: Protocol): Answer[] {
  const tries = PENALTIES.map((penalty) => {
    const answers = outOfFold(set, features, protocol, penalty)
    const loss = answers.reduce(
      (sum, { probabilities, truth }) => sum - Math.log(probabilities[truth]! + 1e-30),
      0,
    )
    return { answers, loss }
  })
  return tries.reduce((best, each) => (each.loss < best.loss ? each : best)).answers
}

function outOfFold(
  set: TrainingSet,
  features: readonly Float32Array[],
  { folds, measured }: Protocol,
  penalty: number,
): Answer[] {
  const layers = new Map(
    [...new Set(folds)].map((fold) => {
      const seen = folds.flatMap((each, index) => (each === fold ? [] : [index]))
      const sample = {
        features: seen.map((index) => features[index]!),
        labels: seen.map((index) => set.truths[index]!),
        weights: seen.map((index) => set.weights[index]!),
      }
      return [fold, fitSoftmax(sample, set.labels.length, penalty)]
    }),
  )
  return measured.map((index) => ({
    probabilities: softmax(applyLayer(layers.get(folds[index]!)!, features[index]!)),
    truth: set.truths[index]!,
  }))
}
