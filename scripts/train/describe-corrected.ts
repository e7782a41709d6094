import type { DataCount, HeadDescription, Metrics } from '~/features/classifier/model/model-card'
import { verdictMetrics } from './calibrate'
import { calibrate, type Known } from './compare-heads'
import { calibrationBins, confusionOf } from './confusion'
import {
  calibrationError,
  coverageAt,
  indexOfMax,
  meanF1,
  perLabel,
  round,
  topShare,
  type Answer,
} from './metrics'
import type { Photo } from './photo-set'
import { softmax } from './softmax-regression'
import { countBy, showsMaterial } from './training-set'

const PROTOCOL =
  'folds by source over photos that people labelled here; temperature and thresholds chosen on the same folds, so the ' +
  'figures are slightly optimistic'

type Learnt = {
  labels: readonly string[]
  measured: readonly Known[]
  /** Of each measured photo, from a layer that saw none of its source. */
  logits: readonly number[][]
  examples: readonly Known[]
  /** Trained on the base photos and the examples together. */
  isAnew: boolean
}

/** What the card says of a head that learnt from people's labels; its figures are those of the photos measured. */
export function describeCorrected(old: HeadDescription, learnt: Learnt): HeadDescription {
  const { labels, measured, logits, examples, isAnew } = learnt
  const { temperature, thresholds, judged } = calibrate(labels, measured, logits, [...measured.keys()])
  const answers = measured.flatMap((photo, index) =>
    showsMaterial(photo)
      ? [{ probabilities: softmax(logits[index]!, temperature), truth: labels.indexOf(photo.label) }]
      : [],
  )
  return {
    name: old.name,
    labels: [...labels],
    unknownLabels: old.unknownLabels.filter((label) => !labels.includes(label)),
    temperature,
    thresholds,
    metrics: metricsOf(labels, measured, answers, verdictMetrics(judged, thresholds)),
    trainingData: {
      note: `${old.trainingData.note} Then photos of organisations that agreed, labelled by people here.`,
      byKind: added(
        old.trainingData.byKind,
        countBy(examples, ({ kind }) => kind),
      ),
      byLabel: added(
        old.trainingData.byLabel,
        countBy(examples, ({ label }) => label),
      ),
    },
    settings: {
      ...old.settings,
      method: isAnew
        ? 'softmax regression, L-BFGS'
        : 'softmax regression drawn to the head before (L2-SP), L-BFGS',
      examples: examples.length,
    },
    confusion: confusionOf(answers, labels),
    calibrationBins: calibrationBins(answers),
  }
}

/** The figures of answers on photos, and of the verdicts that they get. */
export function metricsOf(
  labels: readonly string[],
  measured: readonly Photo[],
  answers: readonly Answer[],
  { sure, likely, missedMaterials, outOfScope }: ReturnType<typeof verdictMetrics>,
): Metrics {
  const rows = perLabel(answers, labels)
  const graded = answers.map(({ probabilities, truth }) => {
    const answer = indexOfMax(probabilities)
    return { confidence: probabilities[answer]!, right: answer === truth }
  })
  return {
    protocol: PROTOCOL,
    photos: answers.length,
    sources: new Set(measured.filter(showsMaterial).map(({ source }) => source)).size,
    top1: round(topShare(answers, 1)),
    top3: round(topShare(answers, 3)),
    macroF1: round(meanF1(rows)),
    ece: round(calibrationError(answers)),
    coverageAt90: round(coverageAt(0.9, graded)),
    // Shares are of no photo at all where none of a material was measured.
    sure: { share: round(sure.share || 0), precision: round(sure.precision) },
    likely: { share: round(likely.share || 0), precision: round(likely.precision) },
    missedMaterials: round(missedMaterials),
    outOfScope: {
      photos: outOfScope.photos,
      sure: round(outOfScope.sure),
      likely: round(outOfScope.likely),
    },
    perLabel: rows,
  }
}

function added(
  before: Readonly<Record<string, DataCount>>,
  more: Readonly<Record<string, DataCount>>,
): Record<string, DataCount> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(more)])].sort()
  const sum = (name: string, key: keyof DataCount) => (before[name]?.[key] ?? 0) + (more[name]?.[key] ?? 0)
  return Object.fromEntries(
    names.map((name) => [name, { photos: sum(name, 'photos'), sources: sum(name, 'sources') }]),
  )
}
