import type { MaterialType } from '~/core/material-types'
import { materialsOfLabel } from '~/features/classifier/model/labels'
import type { Metrics, Thresholds } from '~/features/classifier/model/model-card'
import {
  noMaterialConfidence,
  rankMaterials,
  verdictOn,
  type Verdict,
} from '~/features/classifier/model/suggest'
import { share } from './metrics'
import type { Photo } from './photo-set'
import { softmax } from './softmax-regression'

/** What the thresholds are chosen for, on photos of sources left out of training. */
export const AIMS = {
  /** At most this share of pictures of no material gets a material said to be sure… */
  outOfScopeSure: 0.03,
  /** …and at most this share one said to be likely or sure. */
  outOfScopeLikely: 0.1,
  /** At least this share of the materials said to be sure is right… */
  surePrecision: 0.9,
  /** …on at least this many photos, below which a precision means little. */
  surePhotos: 25,
  /** A material gets a higher threshold when its photos leave that share less than this chance. */
  doubt: 0.05,
  /** At most this share of photos of materials is taken to show none. */
  missedMaterials: 0.03,
} as const

/** A photo reduced to what a verdict looks at: its first candidate, and whether that is right. */
export type Judged = {
  material: MaterialType | null
  best: number
  bestRight: boolean
  none: number
  isMaterial: boolean
}

/** A photo that shows two materials about equally is named rightly by either. */
export function judge(
  labels: readonly string[],
  probabilities: readonly number[],
  { label, also }: Pick<Photo, 'label' | 'also'>,
): Judged {
  const scores = Object.fromEntries(labels.map((each, index) => [each, probabilities[index] ?? 0]))
  const materials = [...materialsOfLabel(label), ...(also === undefined ? [] : materialsOfLabel(also))]
  const [first] = rankMaterials(scores)
  return {
    material: first?.material ?? null,
    best: first?.confidence ?? 0,
    bestRight: first !== undefined && materials.includes(first.material),
    none: noMaterialConfidence(scores),
    isMaterial: materialsOfLabel(label).length > 0,
  }
}

/** The temperature, within 0.2 to 5, that makes the true labels most likely; golden-section search. */
export function fitTemperature(logits: readonly (readonly number[])[], truths: readonly number[]): number {
  const loss = (temperature: number) =>
    logits.reduce((sum, row, index) => sum - Math.log(softmax(row, temperature)[truths[index]!]! + 1e-30), 0)
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [0.2, 5]
  for (let round = 0; round < 30; round++) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)]
    if (loss(left) < loss(right)) high = right
    else low = left
  }
  return (low + high) / 2
}

/** The lowest thresholds, by steps of 0.01, that reach the aims; 1 where no threshold does. */
export function chooseThresholds(judged: readonly Judged[], labelCount: number): Thresholds {
  const materials = judged.filter(({ isMaterial }) => isMaterial)
  const outOfScope = judged.filter(({ isMaterial }) => !isMaterial)
  const notMaterial = lowest(
    0,
    (at) => share(materials, (photo) => isDenied(photo, at)) <= AIMS.missedMaterials,
  )
  const answered = judged.filter((photo) => !isDenied(photo, notMaterial))
  const outOfScopeShare = (at: number) =>
    share(outOfScope, (photo) => photo.best >= at && !isDenied(photo, notMaterial))
  const likely = lowest(0, (at) => outOfScopeShare(at) <= AIMS.outOfScopeLikely)
  const sure = lowest(likely, (at) => {
    if (outOfScopeShare(at) > AIMS.outOfScopeSure) return false
    const tagged = answered.filter(({ best, isMaterial }) => isMaterial && best >= at)
    return (
      tagged.length >= AIMS.surePhotos && share(tagged, ({ bestRight }) => bestRight) >= AIMS.surePrecision
    )
  })
  // A candidate less probable than one label drawn at random is no hint.
  const hint = Math.round(100 / labelCount) / 100
  return { sure, likely, notMaterial, hint, sureByMaterial: sureByMaterial(answered, sure) }
}

/**
 * For each material that is ever proposed first, the confidence from which its proposals are sure: the general
 * threshold, raised while the photos of folds refute that 90 % of them are right (binomial test, pictures of no material
 * counted as wrong). A threshold of its own that few photos chose would fit these photos and no others: chosen that
 * way, and judged on sources apart, more pictures of no material get a sure material (decision 017).
 */
function sureByMaterial(answered: readonly Judged[], sure: number): Partial<Record<MaterialType, number>> {
  const materials = [...new Set(answered.flatMap(({ material }) => material ?? []))].sort()
  return Object.fromEntries(
    materials.map((material) => [
      material,
      lowest(sure, (at) => {
        const tagged = answered.filter((photo) => photo.material === material && photo.best >= at)
        const right = tagged.filter(({ bestRight }) => bestRight).length
        return chanceOfAtMost(right, tagged.length, AIMS.surePrecision) >= AIMS.doubt
      }),
    ]),
  )
}

/** The chance that at most `right` of `count` answers are right when each is with this probability. */
function chanceOfAtMost(right: number, count: number, probability: number): number {
  let [chance, sum] = [(1 - probability) ** count, 0]
  for (let k = 0; k <= right; k++) {
    sum += chance
    chance *= ((count - k) / (k + 1)) * (probability / (1 - probability))
  }
  return sum
}

/** What a photo would be told under thresholds. */
function verdictOf(photo: Judged, thresholds: Thresholds): Verdict {
  if (isDenied(photo, thresholds.notMaterial)) return 'not-a-material'
  if (photo.material === null) return 'unsure'
  return verdictOn({ material: photo.material, confidence: photo.best }, thresholds)
}

/** How photos fare under thresholds. */
export function verdictMetrics(judged: readonly Judged[], thresholds: Thresholds): VerdictMetrics {
  return tally(judged.map((photo) => ({ photo, verdict: verdictOf(photo, thresholds) })))
}

/** How photos fare under thresholds chosen on the photos of the other folds. */
export function heldOutVerdictMetrics(
  judged: readonly Judged[],
  folds: readonly number[],
  labelCount: number,
): VerdictMetrics {
  const said = [...new Set(folds)].flatMap((fold) => {
    const others = judged.filter((_, index) => folds[index] !== fold)
    const thresholds = chooseThresholds(others, labelCount)
    return judged
      .filter((_, index) => folds[index] === fold)
      .map((photo) => ({ photo, verdict: verdictOf(photo, thresholds) }))
  })
  return tally(said)
}

type VerdictMetrics = Pick<Metrics, 'sure' | 'likely' | 'missedMaterials' | 'outOfScope'>

function tally(said: readonly { photo: Judged; verdict: Verdict }[]): VerdictMetrics {
  const materials = said.filter(({ photo }) => photo.isMaterial)
  const outOfScope = said.filter(({ photo }) => !photo.isMaterial)
  const those = (wanted: Verdict) => {
    const tagged = materials.filter(({ verdict }) => verdict === wanted)
    return {
      share: share(materials, ({ verdict }) => verdict === wanted),
      precision: share(tagged, ({ photo }) => photo.bestRight),
    }
  }
  return {
    sure: those('sure'),
    likely: those('likely'),
    missedMaterials: share(materials, ({ verdict }) => verdict === 'not-a-material'),
    outOfScope: {
      photos: outOfScope.length,
      sure: share(outOfScope, ({ verdict }) => verdict === 'sure'),
      likely: share(outOfScope, ({ verdict }) => verdict === 'likely'),
    },
  }
}

function isDenied({ none, best }: Judged, notMaterial: number): boolean {
  return none >= notMaterial && none > best
}

function lowest(from: number, reaches: (threshold: number) => boolean): number {
  for (let percent = Math.round(from * 100); percent < 100; percent++) {
    if (reaches(percent / 100)) return percent / 100
  }
  return 1
}
