import type { Thresholds } from '~/features/classifier/model/model-card'
import type { Head } from '../model/head-file'
import { chooseThresholds, fitTemperature, judge, verdictMetrics, type Judged } from './calibrate'
import type { Comparison } from './may-replace'
import { calibrationError, indexOfMax, round, share, topShare } from './metrics'
import type { Photo } from './photo-set'
import { applyLayer, softmax } from './softmax-regression'
import { showsMaterial } from './training-set'

/** A photo with its features. */
export type Known = Photo & { features: Float32Array }
/** Figures of a head on held-out photos; shares from 0 to 1. */
export type Side = { top1: number; top3: number; ece: number; falseTags: number }

/** What a head says of a photo: probabilities, the true label among its own (-1: none), and whether it tags a material. */
type Said = { probabilities: number[]; truth: number; tags: boolean }

/** What the old head says, as it is installed. */
export function oldAnswers({ description, layer }: Head, measured: readonly Known[]): Said[] {
  const { labels, temperature, thresholds } = description
  return measured.map(({ features, label }) =>
    said(labels, softmax(applyLayer(layer, features), temperature), label, thresholds),
  )
}

/** What the new head says of each fold, calibrated on the others. */
export function newAnswers(
  labels: readonly string[],
  measured: readonly Known[],
  logits: readonly number[][],
  folds: readonly number[],
): Said[] {
  const answers = new Array<Said>(measured.length)
  for (const fold of new Set(folds)) {
    const others = [...measured.keys()].filter((index) => folds[index] !== fold)
    const { temperature, thresholds } = calibrate(labels, measured, logits, others)
    measured.forEach(({ label }, index) => {
      if (folds[index] !== fold) return
      answers[index] = said(labels, softmax(logits[index]!, temperature), label, thresholds)
    })
  }
  return answers
}

function said(
  labels: readonly string[],
  probabilities: number[],
  label: string,
  thresholds: Thresholds,
): Said {
  const { outOfScope } = verdictMetrics(
    [{ ...judge(labels, probabilities, { label }), isMaterial: false }],
    thresholds,
  )
  return {
    probabilities,
    truth: labels.indexOf(label),
    tags: outOfScope.sure + outOfScope.likely > 0,
  }
}

/** The temperature and thresholds that some of the photos ask for. */
export function calibrate(
  labels: readonly string[],
  measured: readonly Known[],
  logits: readonly number[][],
  indices: readonly number[],
): { temperature: number; thresholds: Thresholds; judged: Judged[] } {
  const materials = indices.filter(
    (index) => showsMaterial(measured[index]!) && labels.includes(measured[index]!.label),
  )
  const temperature = round(
    fitTemperature(
      materials.map((index) => logits[index]!),
      materials.map((index) => labels.indexOf(measured[index]!.label)),
    ),
  )
  const judged = indices.map((index) => judge(labels, softmax(logits[index]!, temperature), measured[index]!))
  return { temperature, thresholds: chooseThresholds(judged, labels.length), judged }
}

/** The two heads on the same photos, as the decision takes them. */
export function compare(measured: readonly Known[], answers: { old: Said[]; new: Said[] }): Comparison {
  const materials = [...measured.keys()].filter((index) => showsMaterial(measured[index]!))
  const isRight = ({ probabilities, truth }: Said) => truth >= 0 && indexOfMax(probabilities) === truth
  const guardOf = (side: readonly Said[]) => {
    const { ece, falseTags } = sideOf(measured, side)
    return { ece, falseTags }
  }
  return {
    pairs: materials.map((index) => ({
      source: measured[index]!.source,
      oldRight: isRight(answers.old[index]!),
      newRight: isRight(answers.new[index]!),
    })),
    outOfScope: measured.length - materials.length,
    old: guardOf(answers.old),
    new: guardOf(answers.new),
  }
}

/** The figures of one head. */
export function sideOf(measured: readonly Known[], answers: readonly Said[]): Side {
  const of = (isMaterial: boolean) =>
    answers.filter((_, index) => showsMaterial(measured[index]!) === isMaterial)
  return {
    top1: round(topShare(of(true), 1)),
    top3: round(topShare(of(true), 3)),
    ece: round(calibrationError(of(true))),
    falseTags: round(share(of(false), ({ tags }) => tags)),
  }
}
