import { programmeDossier } from '~/messages/programme-dossier'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { Criterion } from '../model/criteria'
import type { Scores } from '../model/scoring'

type Row = { userId: string; name: string; points: number; scores: Scores; comment: string }

/** What each member of the committee gave, criterion by criterion. */
export function ReviewTable({
  reviews,
  hidden,
  criteria,
  csvHref,
}: {
  reviews: readonly Row[]
  /** Reviews of others that a reviewer does not see before their own. */
  hidden: number
  criteria: readonly Criterion[]
  csvHref: string
}) {
  const t = useT(programmeDossier)
  const format = useFormat()
  return (
    <section aria-labelledby="reviews-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="reviews-title" className="text-2xl">
        {t('review.all')}
      </h2>
      {hidden > 0 && <p>{t('review.hidden', { count: hidden })}</p>}
      {reviews.length === 0 && hidden === 0 && <p>{t('review.none')}</p>}
      {reviews.length > 0 && (
        <DataTable
          dense
          caption={t('review.all')}
          hideCaption
          rows={reviews}
          rowKey={({ userId }) => userId}
          csvHref={csvHref}
          columns={[
            { key: 'who', header: t('review.reviewer'), rowHeader: true, cell: ({ name }) => name },
            {
              key: 'points',
              header: t('review.points'),
              figure: true,
              cell: ({ points }) => format.number(points, 1),
            },
            ...criteria.map(({ id, name }) => ({
              key: id,
              header: name,
              figure: true,
              cell: ({ scores }: Row) => scores[id] ?? '–',
            })),
            {
              key: 'comment',
              header: t('review.comment'),
              cell: ({ comment }) => <span className="whitespace-pre-line">{comment || '–'}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}
