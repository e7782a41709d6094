import type { CriteriaVersion } from './model/criteria'
import { isUnderReview, type Dossier, type DossierState } from './model/dossier'
import { pointsOf, ranked, summaryOf, type Summary } from './model/scoring'
import {
  listPeopleOf,
  listReviewers,
  listReviews,
  listSubmittedDossiers,
  type Review,
} from './queries/dossiers.server'
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

export type BoardRow = {
  dossier: Dossier
  summary: Summary
  submittedAtMs: number | null
  rank: number | null
}

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

/**
 * The reviews that a reader may see: the team sees all; a member of the committee sees their own, and those of others
 * once they have given theirs, so that nobody scores after the others.
 */
export function seenReviews(
  reviews: readonly ScoredReview[],
  reader: { userId: string; isManager: boolean; isReviewer: boolean },
): { reviews: ScoredReview[]; hidden: number } {
  const isDone = reviews.some(({ userId }) => userId === reader.userId)
  if (reader.isManager ? !reader.isReviewer || isDone : isDone) return { reviews: [...reviews], hidden: 0 }
  return { reviews: [], hidden: reader.isManager || reader.isReviewer ? reviews.length : 0 }
}

/** A row of the board as one reader sees it, with where their own scores stand. */
export type SeenRow = BoardRow & { mine: 'toScore' | 'scored' | 'barred' | 'none' }

/**
 * The board for a reader. A member of the committee who has not scored a dossier sees neither its means nor its rank
 * while it is under review; the team sees everything.
 */
export async function readBoardFor(
  { userId, isManager }: { userId: string; isManager: boolean },
  state?: DossierState,
): Promise<SeenRow[]> {
  const [board, reviewers] = await Promise.all([readBoard(), listReviewers()])
  const isNamed = reviewers.some((reviewer) => reviewer.userId === userId)
  const kept = board.filter(({ dossier }) => state === undefined || dossier.state === state)
  const reviews = await listReviews(kept.map(({ dossier }) => dossier.id))
  return Promise.all(
    kept.map(async (row) => {
      const { dossier } = row
      const isBarred = isNamed && (await listPeopleOf(dossier.communeCode)).includes(userId)
      const hasScored = reviews.some(
        (review) =>
          review.dossierId === dossier.id &&
          review.userId === userId &&
          review.criteriaVersion === dossier.criteriaVersion,
      )
      const isOpen = isUnderReview(dossier.state)
      const mine = isBarred ? 'barred' : hasScored ? 'scored' : isNamed && isOpen ? 'toScore' : 'none'
      const isHidden = isOpen && !hasScored && (isNamed || !isManager)
      return isHidden ? { ...row, mine, rank: null, summary: { ...summaryOf([]) } } : { ...row, mine }
    }),
  )
}
