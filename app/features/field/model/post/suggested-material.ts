import type { MaterialType } from '~/core/material-types'
import { offeredOf, type Suggestion } from '~/features/classifier/model/suggest'
import { textOf } from '~/features/lots/model/posting-answers'
import { fill, materialOf, type Answering } from './answering'

/**
 * The answers once the model has spoken: a material that it is sure of stands in as long as no person chose one, and
 * goes again when the model changes its mind. `suggested` holds what the model offered of the material that stands, so
 * that the lot says who chose it; it is empty when the person chose something else.
 */
export function withSuggestion(before: Answering, suggestion: Suggestion): Answering {
  const offered = offeredOf(suggestion).map(({ material }) => material)
  const sure = suggestion.verdict === 'sure' ? offered[0] : undefined
  const isFree = !before.chosen.includes('material')
  const stoodIn = isFree && textOf(before.answers, 'suggested') !== ''
  const filled = isFree && (sure !== undefined || stoodIn) ? fill(before, { material: sure ?? '' }) : before
  const material = materialOf(filled)
  const suggested = material !== null && offered.includes(material) ? material : ''
  return { ...filled, answers: { ...filled.answers, suggested } }
}

/** Whether the material that stands is the model’s alone: nobody chose it yet. */
export function isSuggestedOnly({ answers, chosen }: Answering): boolean {
  return !chosen.includes('material') && textOf(answers, 'suggested') !== ''
}

/** The materials to show as chips, best first: what the model offers, and what stands, so that it can be seen. */
export function offeredMaterials(
  { answers }: Answering,
  suggestion: Suggestion | null,
): { material: MaterialType; confidence: number | null }[] {
  const offered = offeredOf(suggestion)
  const standing = materialOf({ answers })
  const isOffered = offered.some(({ material }) => material === standing)
  return standing && !isOffered ? [...offered, { material: standing, confidence: null }] : [...offered]
}
