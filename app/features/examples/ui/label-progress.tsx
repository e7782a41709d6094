import { MIN_PHOTOS, MIN_SOURCES } from '~/features/classifier/model/training-minimums'
import { administrationPhotos } from '~/messages/administration-photos'
import { photoLabels } from '~/messages/photo-labels'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import type { ExampleState } from '../model/example'
import type { LabelProgress as Row } from '../model/progress'

/** How far each label is from what it takes to be learnt. */
export function LabelProgress({
  rows,
  byState,
}: {
  rows: readonly Row[]
  byState: Record<ExampleState, number>
}) {
  const t = useT(administrationPhotos)
  const tLabel = useT(photoLabels)
  return (
    <section aria-labelledby="progress" className="flex min-w-0 flex-col gap-4">
      <h2 id="progress" className="text-2xl">
        {t('progress.title')}
      </h2>
      <p>{t('progress.counts', byState)}</p>
      <DataTable
        dense
        caption={t('progress.caption', { photos: MIN_PHOTOS, sources: MIN_SOURCES })}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          {
            key: 'label',
            header: t('label'),
            rowHeader: true,
            cell: ({ label }) => tLabel(`label.${label}`),
          },
          {
            key: 'photos',
            header: t('progress.photos'),
            figure: true,
            cell: ({ photos }) => t('progress.of', { count: photos, min: MIN_PHOTOS }),
          },
          {
            key: 'sources',
            header: t('progress.sources'),
            figure: true,
            cell: ({ sources }) => t('progress.of', { count: sources, min: MIN_SOURCES }),
          },
          {
            key: 'waiting',
            header: t('progress.waiting'),
            figure: true,
            cell: ({ waiting }) => waiting,
          },
          {
            key: 'state',
            header: t('state'),
            cell: ({ isKnown, isEnough }) => (
              <Badge tone={isKnown ? 'success' : isEnough ? 'info' : 'warning'}>
                {t(isKnown ? 'progress.known' : isEnough ? 'progress.enough' : 'progress.missing')}
              </Badge>
            ),
          },
        ]}
      />
    </section>
  )
}
