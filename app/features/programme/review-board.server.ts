import type { CriteriaVersion } from './model/criteria'
import { isUnderReview, type Dossier } from './model/dossier'
import { pointsOf, ranked, summaryOf, type Summary } from './model/scoring'
import { listReviews, listSubmittedDossiers, type Review } from './queries/dossiers.server'
import { listCriteriaVersions } from './queries/settings.server'

export type ScoredReview = Review & { points: number }

/** The reviews of a dossier against the criteria it was submitted under, with their points. */
export function scoredReviews(
  dossier: Dossier,
  reviews: readonly Review[],
  versions: readonly CriteriaVersion[],
): ScoredReview[] {
  const criteria = versions.find(({ version }) => version === dossier.criteriaVersion)?.criteria ?? []
  return reviews.flatMap((review) => {
    if (review.dossierId !== dossier.id || review.criteriaVersion !== dossier.criteriaVersion) return []
    const points = pointsOf(criteria, review.scores)
    return points === null ? [] : [{ ...review, points }]
  })
}

export type BoardRow = { dossier: Dossier; summary: Summary; submittedAtMs: number | null; rank: number | null }

/** Every submitted dossier with what its reviewers gave: those under review ranked, then the others. */
export async function readBoard(): Promise<BoardRow[]> {
  const [dossiers, versions] = await Promise.all([listSubmittedDossiers(), listCriteriaVersions()])
  const reviews = await listReviews(dossiers.map(({ id }) => id))
  const rows = dossiers.map((dossier) => ({
    dossier,
    submittedAtMs: dossier.submittedAtMs,
    summary: summaryOf(scoredReviews(dossier, reviews, versions).map(({ points }) => points)),
  }))
  const open = rows.filter(({ dossier }) => isUnderReview(dossier.state))
  const closed = rows.filter(({ dossier }) => !isUnderReview(dossier.state))
  return [...ranked(open), ...closed.map((row) => ({ ...row, rank: null }))]
}
