import { materialsOfLabel } from '~/features/classifier/model/labels'
import type { DataCount } from '~/features/classifier/model/model-card'
import { MIN_PHOTOS, MIN_SOURCES, OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import type { Photo } from './photo-set'

/**
 * Things that are no material have no common look to learn: counting them for a quarter instead of a half gains
 * about one point of top-1 by folds of sources. Renders and textures resemble photos of sites less; counting them
 * for less than a photo changes nothing that folds can show.
 */
const KIND_WEIGHTS: Readonly<Record<string, number>> = { asset: 0.5, none: 0.25, blank: 0.25 }

/** Photos of the labels that can be learnt; `truths` index `labels`, `weights` balance the labels. */
export type TrainingSet = {
  labels: string[]
  unknownLabels: string[]
  photos: Photo[]
  truths: number[]
  /** The index of the second label that a photo shows, -1 where there is none that is learnt. */
  seconds: number[]
  weights: number[]
}

/** Keeps the photos of the labels that have enough of them. */
export function trainingSet(photos: readonly Photo[]): TrainingSet {
  const counts = Object.entries(countBy(photos, ({ label }) => label))
  const enough = ([, count]: [string, DataCount]) =>
    count.photos >= MIN_PHOTOS && count.sources >= MIN_SOURCES
  const labels = counts.filter(enough).map(([label]) => label)
  const kept = photos.filter(({ label }) => labels.includes(label))
  const truths = kept.map(({ label }) => labels.indexOf(label))
  return {
    labels,
    unknownLabels: counts.map(([label]) => label).filter((label) => !labels.includes(label)),
    photos: kept,
    truths,
    seconds: kept.map(({ also }) => (also === undefined ? -1 : labels.indexOf(also))),
    weights: balancedWeights(truths, labels.length).map(
      (weight, index) => weight * (KIND_WEIGHTS[kept[index]!.kind] ?? 1),
    ),
  }
}

/** Whether a photo shows a material, and not something else or mere packaging. */
export function showsMaterial({ label }: Photo): boolean {
  return label !== OTHER_LABEL && materialsOfLabel(label).length > 0
}

/** Counts of photos and sources by a key, sorted by it. */
export function countBy(photos: readonly Photo[], key: (photo: Photo) => string): Record<string, DataCount> {
  const groups = new Map<string, Photo[]>()
  for (const photo of photos) groups.set(key(photo), [...(groups.get(key(photo)) ?? []), photo])
  const counts = [...groups].map(([name, members]): [string, DataCount] => [
    name,
    { photos: members.length, sources: new Set(members.map(({ source }) => source)).size },
  ])
  return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Weights that give every label the same total, one per row on average. */
export function balancedWeights(truths: readonly number[], labelCount: number): number[] {
  const sizes = new Array<number>(labelCount).fill(0)
  for (const truth of truths) sizes[truth]!++
  return truths.map((truth) => truths.length / (labelCount * sizes[truth]!))
}
