import { MIN_PHOTOS, MIN_SOURCES } from '~/features/classifier/model/training-minimums'
import { administrationPhotos } from '~/messages/administration-photos'
import { photoLabels } from '~/messages/photo-labels'
import { Bar } from '~/ui/meter-bar'
import { useT } from '~/ui/i18n'
import type { ExampleState } from '../model/example'
import type { LabelProgress as Row } from '../model/progress'

/** How far each label is from what it takes to be learnt; those the model knows are folded away. */
export function LabelProgress({
  rows,
  byState,
}: {
  rows: readonly Row[]
  byState: Record<ExampleState, number>
}) {
  const t = useT(administrationPhotos)
  const known = rows.filter(({ isKnown }) => isKnown)
  return (
    <section aria-labelledby="progress" className="flex min-w-0 flex-col gap-4">
      <h2 id="progress" className="text-2xl">
        {t('progress.title')}
      </h2>
      <p>{t('progress.counts', byState)}</p>
      <p>{t('progress.rule', { photos: MIN_PHOTOS, sources: MIN_SOURCES })}</p>
      <Lines rows={rows.filter(({ isKnown }) => !isKnown)} />
      {known.length > 0 && (
        <details className="flex flex-col gap-3">
          <summary className="min-h-11 py-2 font-semibold">
            {t('progress.known', { count: known.length })}
          </summary>
          <Lines rows={known} />
        </details>
      )}
    </section>
  )
}

function Lines({ rows }: { rows: readonly Row[] }) {
  const t = useT(administrationPhotos)
  const tLabel = useT(photoLabels)
  return (
    <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {rows.map(({ label, photos, sources, waiting, isEnough }) => (
        <li key={label} className="flex flex-col gap-1">
          <p>
            <strong>{tLabel(`label.${label}`)}</strong>{' '}
            {t(isEnough ? 'progress.enough' : 'progress.line', { photos, sources, waiting })}
          </p>
          <Bar value={Math.min(photos / MIN_PHOTOS, sources / MIN_SOURCES)} />
        </li>
      ))}
    </ul>
  )
}
