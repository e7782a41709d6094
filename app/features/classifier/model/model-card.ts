import type { MaterialType } from '~/core/material-types'
/** Confidences from 0 to 1 at which the classifier changes its verdict; chosen on photos of sources it never saw. */
export type Thresholds = {
  /** From here up the best material is proposed as sure. */
  sure: number
  /** From here up, and under `sure`, it is proposed as likely. */
  likely: number
  /** From this mass of the labels that are no material up, the photo is taken to show none. */
  notMaterial: number
  /** What `sure` is for a material: higher where photos showed that the general one is too low; 1 is never. */
  sureByMaterial?: Partial<Record<MaterialType, number>>
  /** Materials under this confidence are not listed at all. */
  hint: number
}

export type LabelMetrics = { photos: number; recall: number; precision: number; f1: number }

/** Figures on photos whose source was left out of training (cross-validation by source). Shares from 0 to 1. */
export type Metrics = {
  protocol: string
  photos: number
  sources: number
  top1: number
  top3: number
  macroF1: number
  /** Expected calibration error, ten bins of equal width. */
  ece: number
  /** Largest share of photos that can be answered with at least 90 % of the answers right. */
  coverageAt90: number
  /** Share of photos of materials that get each verdict, and share of those whose first candidate is right. */
  sure: { share: number; precision: number }
  likely: { share: number; precision: number }
  /** Share of photos of materials that are wrongly taken to show none. */
  missedMaterials: number
  /** Pictures of no material, and the shares of them that wrongly get each verdict. */
  outOfScope: { photos: number; sure: number; likely: number }
  perLabel: Record<string, LabelMetrics>
}

/** Photos counted by true label and by the label answered: `counts[truth][answer]`, both in the order of `labels`. */
export type Confusion = { labels: readonly string[]; counts: readonly (readonly number[])[] }

/** Answers whose confidence lies in [from, until): their number, mean confidence, and share of right ones. */
export type CalibrationBin = {
  from: number
  until: number
  photos: number
  confidence: number
  right: number
}

/** What is right without the network, on the same photos and folds as `Metrics`. Shares from 0 to 1. */
export type Baseline = {
  protocol: string
  photos: number
  /** The same answer for every photo: the label most frequent in what was seen. */
  mostFrequent: { label: string; top1: number }
  /** A list of the three most frequent labels, the same for every photo. */
  fixedList: { labels: readonly string[]; top3: number }
  /** Colours, edges and textures counted by hand, under the same kind of linear layer. */
  handMade: { description: string; numbers: number; top1: number; top3: number; cpuMsPerPhoto: number }
}

/** What the training run took: processor time of all its threads. */
export type TrainingEnergy = {
  cpuSeconds: number
  photos: number
  /** The processor's own name, and how many threads of it the machine offers. */
  processor: string
  threads: number
}

export type DataCount = { photos: number; sources: number }

export type TrainingData = {
  note: string
  byKind: Record<string, DataCount>
  byLabel: Record<string, DataCount>
}

/** What the trained part of the model is: everything but its weights. */
export type HeadDescription = {
  name: string
  labels: readonly string[]
  /** Labels with too few photos to be learnt: the model answers something else for them. */
  unknownLabels: readonly string[]
  temperature: number
  thresholds: Thresholds
  metrics: Metrics
  trainingData: TrainingData
  settings: Record<string, string | number>
  /** Photos of materials and of nothing, out of fold. */
  confusion?: Confusion
  /** Ten bins of confidence of equal width; those without photos are left out. */
  calibrationBins?: readonly CalibrationBin[]
  baseline?: Baseline
  energy?: TrainingEnergy
}

/**
 * A component of the model that comes from elsewhere, and the terms it comes under; null: the operator who chose it
 * has not stated them.
 */
export type ModelSource = {
  role: string
  name: string
  version: string
  url: string
  licence: string | null
}

/** How a photo is cut to the square that a model looks at: squashed, or its middle. */
export type InputFrame = { sidePx: number; fit: 'squash' | 'middle' }

/**
 * - `head`: our linear head over a backbone, with the figures of its training.
 * - `zero-shot`: a model of images and texts that an operator chose; it compares photos with sentences.
 */
export type ModelKind = 'head' | 'zero-shot'

/**
 * Everything the public register of algorithms says about the classifier. Of a model that an operator chose,
 * the figures are null until they were measured on this installation, and its training data is not known.
 */
export type ModelCard = Omit<HeadDescription, 'metrics' | 'trainingData'> & {
  kind: ModelKind
  metrics: Metrics | null
  trainingData: TrainingData | null
  /** The square that photos are cut to; null: the one of our own model. */
  frame: InputFrame | null
  /** First twelve hexadecimal digits of the SHA-256 of the model file and its thresholds. */
  version: string
  /** SHA-256 of what the model is built from. */
  inputsHash: string
  /** Numbers of a photo's vector; absent when the model gives none, and photos cannot be compared. */
  embeddingSize?: number
  sizeBytes: number
  sources: readonly ModelSource[]
  limits: readonly string[]
}
