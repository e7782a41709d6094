import { materialsOfLabel } from '~/features/classifier/model/labels'
import type { Metrics, Thresholds } from '~/features/classifier/model/model-card'
import { noMaterialConfidence, rankMaterials } from '~/features/classifier/model/suggest'
import { share } from './metrics'
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
  /** At most this share of photos of materials is taken to show none. */
  missedMaterials: 0.03,
} as const

/** A photo reduced to what a verdict looks at. `label` is the true one. */
export type Judged = { best: number; bestRight: boolean; none: number; isMaterial: boolean }

export function judge(labels: readonly string[], probabilities: readonly number[], label: string): Judged {
  const scores = Object.fromEntries(labels.map((each, index) => [each, probabilities[index] ?? 0]))
  const materials = materialsOfLabel(label)
  const [first] = rankMaterials(scores)
  return {
    best: first?.confidence ?? 0,
    bestRight: first !== undefined && materials.includes(first.material),
    none: noMaterialConfidence(scores),
    isMaterial: materials.length > 0,
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
  const answered = (photo: Judged, at: number) => photo.best >= at && !isDenied(photo, notMaterial)
  const outOfScopeShare = (at: number) => share(outOfScope, (photo) => answered(photo, at))
  const likely = lowest(0, (at) => outOfScopeShare(at) <= AIMS.outOfScopeLikely)
  const sure = lowest(likely, (at) => {
    if (outOfScopeShare(at) > AIMS.outOfScopeSure) return false
    const tagged = materials.filter((photo) => answered(photo, at))
    return tagged.length >= AIMS.surePhotos && share(tagged, (photo) => photo.bestRight) >= AIMS.surePrecision
  })
  // A candidate less probable than one label drawn at random is no hint.
  return { sure, likely, notMaterial, hint: Math.round(100 / labelCount) / 100 }
}

/** How photos fare under thresholds. */
export function verdictMetrics(
  judged: readonly Judged[],
  { sure, likely, notMaterial }: Thresholds,
): Pick<Metrics, 'sure' | 'likely' | 'missedMaterials' | 'outOfScope'> {
  const materials = judged.filter(({ isMaterial }) => isMaterial)
  const outOfScope = judged.filter(({ isMaterial }) => !isMaterial)
  const between = (photo: Judged, from: number, until: number) =>
    photo.best >= from && photo.best < until && !isDenied(photo, notMaterial)
  const tagged = (from: number, until: number) => {
    const photos = materials.filter((photo) => between(photo, from, until))
    return { share: photos.length / materials.length, precision: share(photos, (photo) => photo.bestRight) }
  }
  return {
    sure: tagged(sure, Infinity),
    likely: tagged(likely, sure),
    missedMaterials: share(materials, (photo) => isDenied(photo, notMaterial)),
    outOfScope: {
      photos: outOfScope.length,
      sure: share(outOfScope, (photo) => between(photo, sure, Infinity)),
      likely: share(outOfScope, (photo) => between(photo, likely, sure)),
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
