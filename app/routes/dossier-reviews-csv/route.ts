import type { LoaderFunctionArgs } from '@remix-run/node'
import { listReviews } from '~/features/programme/queries/dossiers.server'
import { listCriteriaVersions } from '~/features/programme/queries/settings.server'
import { scoredReviews, seenReviews, type ScoredReview } from '~/features/programme/review-board.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { seenDossier } from '~/http/seen-dossier.server'
import { translator } from '~/messages/catalogue'
import { programmeDossier } from '~/messages/programme-dossier'

/** The scores of a dossier that the reader may see. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, actor, isManager, isReviewer } = await seenDossier(request, params.dossierId)
  orNotFound(isManager || isReviewer || null)
  const [all, versions, locale] = await Promise.all([
    listReviews([dossier.id]),
    listCriteriaVersions(),
    localeOf(request),
  ])
  const t = translator(locale, programmeDossier)
  const criteria = versions.find(({ version }) => version === dossier.criteriaVersion)?.criteria ?? []
  const reader = { userId: actor.userId, isManager, isReviewer }
  const { reviews } = seenReviews(scoredReviews(dossier, all, versions), reader)
  const columns: CsvColumn<ScoredReview>[] = [
    { header: t('review.reviewer'), cell: ({ name }) => name },
    { header: t('review.points'), cell: ({ points }) => points },
    ...criteria.map(({ id, name }) => ({
      header: name,
      cell: ({ scores }: ScoredReview) => scores[id] ?? null,
    })),
    { header: t('review.comment'), cell: ({ comment }) => comment },
  ]
  return download(toCsv(columns, reviews), `${t('review.file')}-${dossier.communeCode}.csv`, 'text/csv')
}
