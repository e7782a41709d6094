import type { Head, LinearLayer } from '../model/head-file'
import { compare, newAnswers, oldAnswers, sideOf, type Known, type Side } from './compare-heads'
import { describeCorrected } from './describe-corrected'
import { mayReplace, type Comparison, type Decision } from './may-replace'
import type { Photo } from './photo-set'
import { foldsByGroup } from './random'
import { applyLayer, fitSoftmax } from './softmax-regression'
import { balancedWeights, trainingSet } from './training-set'

const FOLDS = 5
const SEED = 20
/** Of heads whose settings do not say: the stronger of those that the training tries. */
const USUAL_PENALTY = 0.1

export type Corrected = { head: Head; old: Side; new: Side; comparison: Comparison; decision: Decision }

type Fit = { labels: readonly string[]; layerWithout: (fold: ReadonlySet<Photo>) => LinearLayer }

export type Heads = {
  /** The product's own head, which every correction starts from: what is withdrawn leaves no trace in the next head. */
  own: Head
  /** The head in use, and the sources that it has learnt from here; its photos of these say nothing of it. */
  installed: Head
  installedSources?: ReadonlySet<string>
}

/**
 * A new head from the product's own and what people labelled, and whether it may take the place of the one in use.
 * With the photos that the own head learnt from (`base`) it is trained anew on both; without, it moves away from the
 * own head only as far as the examples ask. Both are compared on the examples, by folds over their sources; examples of
 * a source that is among the base photos, or that the head in use learnt from, are learnt from and not measured.
 */
export function correctHead(
  heads: Heads,
  examples: readonly Known[],
  base: readonly Known[] = [],
): Corrected {
  const { own, installed, installedSources } = heads
  const fit = base.length > 0 ? fitAnew(own, examples, base) : fitFromOld(own, examples)
  const seen = new Set([...base.map(({ source }) => source), ...(installedSources ?? [])])
  const labels = new Set([...fit.labels, ...installed.description.labels])
  const measured = examples.filter(({ source, label }) => !seen.has(source) && labels.has(label))
  const folds = foldsByGroup(
    measured.map(({ source }) => source),
    FOLDS,
    SEED,
  )
  const logits = outOfFold(fit, measured, folds)
  const answers = {
    old: oldAnswers(installed, measured),
    new: newAnswers(fit.labels, measured, logits, folds),
  }
  const comparison = compare(measured, answers)
  const description = describeCorrected(own.description, {
    ...{ labels: fit.labels, measured, logits, examples },
    isAnew: base.length > 0,
  })
  return {
    head: { ...own, description, layer: fit.layerWithout(new Set()) },
    old: sideOf(measured, answers.old),
    new: sideOf(measured, answers.new),
    comparison,
    decision: mayReplace(comparison),
  }
}

function fitAnew(old: Head, examples: readonly Known[], base: readonly Known[]): Fit {
  const set = trainingSet([...base, ...examples])
  const known = set.photos as Known[]
  const { penalty } = old.description.settings
  return {
    labels: set.labels,
    layerWithout: (left) => {
      const indices = [...known.keys()].filter((index) => !left.has(known[index]!))
      const sample = {
        features: indices.map((index) => known[index]!.features),
        labels: indices.map((index) => set.truths[index]!),
        weights: indices.map((index) => set.weights[index]!),
      }
      return fitSoftmax(sample, set.labels.length, typeof penalty === 'number' ? penalty : USUAL_PENALTY)
    },
  }
}

/**
 * The most probable head when the old one is what was known before: its own penalty, times the photos that it learnt
 * from, is the weight of the distance to it, so that few examples move it little and many move it more. It learns no
 * label that it did not know.
 */
function fitFromOld(old: Head, examples: readonly Known[]): Fit {
  const { labels, settings, trainingData } = old.description
  const learnt = Object.values(trainingData.byLabel).reduce((sum, { photos }) => sum + photos, 0)
  const penalty = typeof settings.penalty === 'number' ? settings.penalty : USUAL_PENALTY
  const usable = examples.filter(({ label }) => labels.includes(label))
  return {
    labels,
    layerWithout: (left) => {
      const kept = usable.filter((photo) => !left.has(photo))
      if (kept.length === 0) return old.layer
      const truths = kept.map(({ label }) => labels.indexOf(label))
      const sample = {
        features: kept.map(({ features }) => features),
        labels: truths,
        // What organisations happen to publish says nothing of what the next photo shows.
        weights: balancedWeights(truths, labels.length),
      }
      return fitSoftmax(sample, labels.length, (penalty * learnt) / kept.length, old.layer)
    },
  }
}

function outOfFold(fit: Fit, measured: readonly Known[], folds: readonly number[]): number[][] {
  const logits = new Array<number[]>(measured.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = new Set<Photo>(measured.filter((_, index) => folds[index] === fold))
    if (left.size === 0) continue
    const layer = fit.layerWithout(left)
    measured.forEach((photo, index) => {
      if (left.has(photo)) logits[index] = applyLayer(layer, photo.features)
    })
  }
  return logits
}
