import { MATERIALS_BY_LABEL, materialsOfLabel } from '~/features/classifier/model/labels'
import type { MaterialType } from '~/core/material-types'
import type { Photo } from './photo-set'
import { foldsByGroup } from './random'
import { applyLayer, fitSoftmax, softmax } from './softmax-regression'

const FOLDS = 5
const PENALTY = 0.1
/** A label that fewer sources show cannot be measured: one site would be most of its figure. */
const MIN_SOURCES = 5
/** An answer is shown from this probability up; fixed before anything was measured. */
export const SHOWN_FROM = 0.8
/** Renders and textures teach, but photos of sites measure. */
const MEASURED_KINDS = new Set(['web', 'web-assisted', 'unknown'])

export type SecondLevelRow = {
  material: MaterialType
  label: string
  photos: number
  sources: number
  /** Photos for which the label was said with enough confidence, and how many of these are of the label. */
  said: number
  right: number
  /** How many sources these photos come from: a figure of one source says nothing of others. */
  saidSources: number
  /** What is right if the label is said of every photo of the type. */
  share: number
}

/** The types that several labels of the photos propose, with those labels. */
export function typesOfSeveralLabels(photos: readonly Photo[]): Map<MaterialType, string[]> {
  const present = new Set(photos.map(({ label }) => label))
  const types = new Map<MaterialType, string[]>()
  for (const label of Object.keys(MATERIALS_BY_LABEL).sort()) {
    const [material, second] = materialsOfLabel(label)
    if (!material || second || !present.has(label)) continue
    types.set(material, [...(types.get(material) ?? []), label])
  }
  return new Map([...types].filter(([, labels]) => labels.length > 1))
}

/**
 * How well a photo tells the labels of one type apart once the type is known, on sources left out of training.
 * A photo that shows a second label of its type measures nothing.
 */
export function measureSecondLevel(
  photos: readonly Photo[],
  features: readonly Float32Array[],
  seed: number,
): SecondLevelRow[] {
  return [...typesOfSeveralLabels(photos)].flatMap(([material, labels]) => {
    const rows = photos.flatMap((photo, index) =>
      labels.includes(photo.label) && !labels.includes(photo.also ?? '')
        ? [{ photo, features: features[index]! }]
        : [],
    )
    const usable = labels.filter((label) => sourcesOf(rows.filter(isOf(label))).size >= MIN_SOURCES)
    if (usable.length < 2) return []
    return rowsOfType(
      material,
      usable,
      rows.filter(({ photo }) => usable.includes(photo.label)),
      seed,
    )
  })
}

type Row = { photo: Photo; features: Float32Array }

function rowsOfType(material: MaterialType, labels: string[], rows: Row[], seed: number): SecondLevelRow[] {
  const answers = answersOutOfFold(labels, rows, seed)
  const measured = answers.filter(({ row }) => MEASURED_KINDS.has(row.photo.kind))
  return labels.map((label) => {
    const truths = measured.map(({ row }) => row).filter(isOf(label))
    const said = measured.filter((answer) => answer.label === label && answer.confidence >= SHOWN_FROM)
    return {
      material,
      label,
      photos: truths.length,
      sources: sourcesOf(truths).size,
      said: said.length,
      right: said.filter(({ row }) => row.photo.label === label).length,
      saidSources: sourcesOf(said.map(({ row }) => row)).size,
      share: truths.length / measured.length,
    }
  })
}

function answersOutOfFold(labels: string[], rows: Row[], seed: number) {
  const folds = foldsByGroup(
    rows.map(({ photo }) => photo.source),
    FOLDS,
    seed,
  )
  const sizes = labels.map((label) => rows.filter(isOf(label)).length)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const seen = rows.filter((__, index) => folds[index] !== fold)
    const truths = seen.map(({ photo }) => labels.indexOf(photo.label))
    const layer = fitSoftmax(
      {
        features: seen.map((row) => row.features),
        labels: truths,
        weights: truths.map((truth) => seen.length / sizes[truth]!),
      },
      labels.length,
      PENALTY,
    )
    return rows.flatMap((row, index) => {
      if (folds[index] !== fold) return []
      const probabilities = [...softmax(applyLayer(layer, row.features), 1)]
      const confidence = Math.max(...probabilities)
      return [{ row, label: labels[probabilities.indexOf(confidence)], confidence }]
    })
  }).flat()
}

function isOf(label: string) {
  return ({ photo }: Row) => photo.label === label
}

function sourcesOf(rows: readonly Row[]): Set<string> {
  return new Set(rows.map(({ photo }) => photo.source))
}

/** The lower bound of a share, at 95 %, by Wilson's score interval. */
export function lowerBound(right: number, of: number): number {
  if (of === 0) return 0
  const z = 1.96
  const share = right / of
  const middle = share + z ** 2 / (2 * of)
  const spread = z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * of)) / of)
  return (middle - spread) / (1 + z ** 2 / of)
}
