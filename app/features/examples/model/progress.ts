import type { Label } from '~/features/classifier/model/labels'
import { MIN_PHOTOS, MIN_SOURCES } from '~/features/classifier/model/training-minimums'
import { EXAMPLE_LABELS } from './example'

export type Count = { photos: number; sources: number }

/** How far a label is from being learnt: photos that the model was trained on, and those accepted here. */
export type LabelProgress = Count & {
  label: Label
  /** Photos whose label waits for an administrator. */
  waiting: number
  /** Whether the model in use knows it. */
  isKnown: boolean
  isEnough: boolean
}

/**
 * The progress of each label, those nearest to the minimum first, those that have enough last. Photos of a label that
 * is known already make it better; sources of both kinds are counted apart, since none is in both.
 */
export function progressOf(input: {
  trained: Readonly<Record<string, Count>>
  accepted: Readonly<Record<string, Count>>
  waiting: Readonly<Record<string, number>>
  known: readonly string[]
}): LabelProgress[] {
  const { trained, accepted, waiting, known } = input
  const rows = EXAMPLE_LABELS.map((label): LabelProgress => {
    const photos = (trained[label]?.photos ?? 0) + (accepted[label]?.photos ?? 0)
    const sources = (trained[label]?.sources ?? 0) + (accepted[label]?.sources ?? 0)
    const isEnough = photos >= MIN_PHOTOS && sources >= MIN_SOURCES
    return { label, photos, sources, waiting: waiting[label] ?? 0, isKnown: known.includes(label), isEnough }
  })
  const missing = (row: LabelProgress) =>
    Math.max(0, 1 - row.photos / MIN_PHOTOS) + Math.max(0, 1 - row.sources / MIN_SOURCES)
  return rows.sort((a, b) => Number(a.isEnough) - Number(b.isEnough) || missing(a) - missing(b))
}
