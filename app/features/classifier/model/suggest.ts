import type { MaterialType } from '~/core/material-types'
import { MATERIAL_TYPES } from '~/core/material-types'
import { materialsOfLabel } from './labels'
import type { Thresholds } from './model-card'

/** Calibrated probabilities of a photo's labels, adding up to one. */
export type LabelScores = Readonly<Record<string, number>>

/**
 * - `sure`: the first candidate may be preselected, marked as suggested.
 * - `likely`: candidates are proposed, none preselected.
 * - `unsure`: nothing is tagged; candidates are hints for whoever opens the list of materials.
 * - `not-a-material`: the photos seem to show no building material; no candidate.
 */
export type Verdict = 'sure' | 'likely' | 'unsure' | 'not-a-material'

/** Confidence from 0 to 1: the calibrated probability of all labels that propose the material. */
export type Candidate = { material: MaterialType; confidence: number }
/** At most three candidates, most confident first. A label of two materials gives both the same confidence. */
export type Suggestion = { verdict: Verdict; candidates: Candidate[] }

const MAX_CANDIDATES = 3
/** Keeps one photo's zero from vetoing what all the others show. */
const LEAST_PROBABILITY = 1e-4

/** What the photos of one lot suggest together. Without photos: unsure, no candidate. */
export function suggest(photos: readonly LabelScores[], thresholds: Thresholds): Suggestion {
  if (photos.length === 0) return { verdict: 'unsure', candidates: [] }
  const scores = averageScores(photos)
  const ranked = rankMaterials(scores)
  const best = ranked[0]?.confidence ?? 0
  const none = noMaterialConfidence(scores)
  if (none >= thresholds.notMaterial && none > best) return { verdict: 'not-a-material', candidates: [] }
  const candidates = ranked.filter(({ confidence }) => confidence >= thresholds.hint).slice(0, MAX_CANDIDATES)
  return { verdict: ranked[0] ? verdictOn(ranked[0], thresholds) : 'unsure', candidates }
}

/** The candidates to show as chips: none unless the model leans towards something, since unsure tags nothing. */
export function offeredOf(suggestion: Suggestion | null): readonly Candidate[] {
  return suggestion?.verdict === 'sure' || suggestion?.verdict === 'likely' ? suggestion.candidates : []
}

/** What a first candidate is told as. Each material has its own threshold, where photos enough told which. */
export function verdictOn({ material, confidence }: Candidate, thresholds: Thresholds): Verdict {
  if (confidence >= (thresholds.sureByMaterial?.[material] ?? thresholds.sure)) return 'sure'
  return confidence >= thresholds.likely ? 'likely' : 'unsure'
}

/**
 * The probabilities of several photos of one thing: their geometric mean, scaled to add up to one. Photos of a
 * lot resemble each other, so they are averaged, not multiplied, which would count the same evidence twice.
 */
export function averageScores(photos: readonly LabelScores[]): LabelScores {
  const labels = [...new Set(photos.flatMap((photo) => Object.keys(photo)))]
  const means = labels.map((label) => {
    const logs = photos.map((photo) => Math.log(Math.max(photo[label] ?? 0, LEAST_PROBABILITY)))
    return Math.exp(logs.reduce((sum, log) => sum + log, 0) / photos.length)
  })
  const total = means.reduce((sum, mean) => sum + mean, 0)
  return Object.fromEntries(labels.map((label, index) => [label, means[index]! / total]))
}

/** Material types with a confidence above zero, most confident first; equals keep the order of the types. */
export function rankMaterials(scores: LabelScores): Candidate[] {
  const sums = new Map<MaterialType, number>()
  for (const [label, score] of Object.entries(scores)) {
    for (const material of materialsOfLabel(label)) sums.set(material, (sums.get(material) ?? 0) + score)
  }
  return MATERIAL_TYPES.map((material) => ({ material, confidence: Math.min(1, sums.get(material) ?? 0) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}

/** The probability of all labels that propose no material. */
export function noMaterialConfidence(scores: LabelScores): number {
  const none = Object.entries(scores).filter(([label]) => materialsOfLabel(label).length === 0)
  return none.reduce((sum, [, score]) => sum + score, 0)
}
