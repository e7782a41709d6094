import type { Metrics, Thresholds } from '~/features/classifier/model/model-card'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import { measureBaseline } from './baseline'
import { BLANK_KIND } from './blank-pictures'
import { chooseThresholds, heldOutVerdictMetrics, judge } from './calibrate'
import { calibrationBins, confusionOf } from './confusion'
import { calibrationError, coverageAt, indexOfMax, meanF1, perLabel, round, topShare } from './metrics'
import type { TrainingSet } from './training-set'
import { showsMaterial } from './training-set'

/** Photos of these kinds measure the model: checked by eye, from sources that can be held apart. */
const MEASURED_KINDS = new Set(['web', 'unknown'])

function protocolOf(folds: number): string {
  return (
    `${folds} folds by source, on photos checked by eye; temperature and penalty chosen on the same folds, so the ` +
    'figures are slightly optimistic; thresholds chosen without the fold they are judged on; precision and coverage ' +
    'count photos of known materials only; what is said to be sure or likely is right when the photo shows it, even ' +
    'beside another material, and top-1 and top-3 when it is the main one'
  )
}

/** What the public page shows beside the metrics, from the same answers out of fold. */
export async function registerFigures(
  set: TrainingSet,
  probabilities: readonly number[][],
  folds: readonly number[],
) {
  const { materials, outOfScope } = measuredIndices(set)
  const answer = (index: number) => ({ probabilities: probabilities[index]!, truth: set.truths[index]! })
  return {
    confusion: confusionOf([...materials, ...outOfScope].map(answer), set.labels),
    calibrationBins: calibrationBins(materials.map(answer)),
    baseline: await measureBaseline(set, { folds, measured: materials }),
  }
}

/** Photos that measure: of materials, and of nothing. */
export function measuredIndices(set: TrainingSet): { materials: number[]; outOfScope: number[] } {
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

/**
 * Figures and thresholds from answers out of fold, one row of probabilities per photo. The shares of the verdicts are
 * those under thresholds chosen without the fold that they are counted on.
 */
export function measureHead(
  set: TrainingSet,
  probabilities: readonly number[][],
  folds: readonly number[],
): { metrics: Metrics; thresholds: Thresholds } {
  const { materials, outOfScope } = measuredIndices(set)
  const answers = materials.map((index) => ({
    probabilities: probabilities[index]!,
    truth: set.truths[index]!,
  }))
  const shown = [...materials, ...outOfScope]
  const judged = shown.map((index) => judge(set.labels, probabilities[index]!, set.photos[index]!))
  const thresholds = chooseThresholds(judged, set.labels.length)
  const rows = perLabel(answers, set.labels)
  const graded = answers.map(({ probabilities: row, truth }) => {
    const answer = indexOfMax(row)
    return { confidence: row[answer]!, right: answer === truth }
  })
  const verdicts = heldOutVerdictMetrics(
    judged,
    shown.map((index) => folds[index]!),
    set.labels.length,
  )
  const metrics: Metrics = {
    protocol: protocolOf(new Set(folds).size),
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
