import type { MaterialType } from '~/core/material-types'
import { MATERIALS_BY_LABEL } from '~/features/classifier/model/labels'

type Candidate = { material: MaterialType; confidence: number }

/** What is known of a photo that waits for a label. */
export type Doubtful = {
  photoId: string
  /** What the giver chose; null when nobody did. */
  material: MaterialType | null
  /** What the model says of it now; null while it has not looked. */
  said: { candidates: readonly Candidate[] } | null
}

/** Materials that one label proposes together, such as structural steel and other metals, get the same confidence. */
const TOGETHER = Object.values<readonly MaterialType[]>(MATERIALS_BY_LABEL).filter(({ length }) => length > 1)

/**
 * How much the model doubts, from 0 to 1: one less the margin between its two best answers (Scheffer, Decomain and
 * Wrobel 2001, «margin sampling»). Materials that one label proposes together are one answer. 1 when it said nothing.
 */
export function doubtOf(said: Doubtful['said']): number {
  const answers = separateAnswers(said?.candidates ?? [])
  const [first, second] = answers
  if (!first) return 1
  return Math.min(1, Math.max(0, 1 - (first.confidence - (second?.confidence ?? 0))))
}

/** Whether the giver chose a material, and the model proposed others. */
export function disagrees({ material, said }: Doubtful): boolean {
  const candidates = said?.candidates ?? []
  const [first] = separateAnswers(candidates)
  if (!material || !first) return false
  const equal = candidates.filter(({ confidence }) => confidence === first.confidence)
  return !equal.some((candidate) => candidate.material === material)
}

/** Those worth a look first: where person and model disagree, then where the model doubts most, then the oldest. */
export function byDoubt<Row extends Doubtful>(rows: readonly Row[]): Row[] {
  const ranked = rows.map((row) => ({ row, isDisputed: disagrees(row), doubt: doubtOf(row.said) }))
  ranked.sort(
    (a, b) =>
      Number(b.isDisputed) - Number(a.isDisputed) ||
      b.doubt - a.doubt ||
      (a.row.photoId < b.row.photoId ? -1 : a.row.photoId > b.row.photoId ? 1 : 0),
  )
  return ranked.map(({ row }) => row)
}

function separateAnswers(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of [...candidates].sort((a, b) => b.confidence - a.confidence)) {
    const isTwin = kept.some(
      (other) =>
        other.confidence === candidate.confidence &&
        TOGETHER.some((one) => one.includes(other.material) && one.includes(candidate.material)),
    )
    if (!isTwin) kept.push(candidate)
  }
  return kept
}
